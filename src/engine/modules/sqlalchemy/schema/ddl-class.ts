/** CreateTable, DropIndex, DDL and their kin in Python. Answers to: sqlalchemy/sql/ddl.py. */
import { dict, PyDict } from '../../../python/values/containers/dict.ts';
import { percentFormat } from '../../../python/values/format/percent.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeClass } from '../../../python/values/native/native.ts';
import { type PyClass, PyObject, type Value } from '../../../python/values/value.ts';
import { compileDdl, type DdlElement, type DdlKind } from '../../../sqlalchemy/postgresql/ddl/index.ts';
import type { Constraint } from '../../../sqlalchemy/schema/constraints/constraint.ts';
import type { ForeignKeyConstraint } from '../../../sqlalchemy/schema/constraints/foreign-key.ts';
import type { DdlCondition } from '../../../sqlalchemy/schema/schema-item.ts';
import type { Table } from '../../../sqlalchemy/schema/table.ts';
import { clauseElementClass, executableClass } from '../bases.ts';
import { ddlCondition } from './ddl-condition.ts';

const MODULE = 'sqlalchemy.sql.ddl';

const baseClass = nativeClass({ name: 'BaseDDLElement', module: MODULE, bases: [clauseElementClass] });

const conditions = new WeakMap<object, DdlCondition>();

const executableDdlClass = nativeClass({
  name: 'ExecutableDDLElement',
  module: MODULE,
  bases: [executableClass, baseClass],
  str: (self: DdlElement, call) =>
    self instanceof PyObject
      ? call.str(call.callMethod(self, 'compile'))
      : compileDdl(self, { paramstyle: 'named', generic: true }),
  methods: {
    against: [
      'target',
      (_call, self: DdlElement, target: Table) => (self.kind === 'ddl' ? { ...self, target } : self),
    ],
    execute_if: [
      'dialect=None, callable_=None, state=None',
      (call, self: DdlElement, dialect: Value, callable: Value, state: Value) => {
        // The same element: it may have been registered already.
        conditions.set(self, ddlCondition(call, dialect, callable, state, self as unknown as Value));
        return self;
      },
    ],
    __call__: [
      'target, bind, **kw',
      (call, self: DdlElement, target: Table, bind: Value) => {
        if (conditions.get(self)?.(target, 'postgresql', bind) === false) return null;
        return call.callMethod(bind, 'execute', self.kind === 'ddl' ? { ...self, target } : self);
      },
    ],
  },
});

/** Which flags a class's constructor takes beside the element. */
type Flag = 'if_not_exists' | 'if_exists' | 'cascade';
const FLAGS: Readonly<Record<Flag, string>> = {
  if_not_exists: 'ifNotExists',
  if_exists: 'ifExists',
  cascade: 'cascade',
};

function ddlClass(name: string, kind: DdlKind, flags: readonly Flag[] = [], module = MODULE): PyClass {
  const first = kind.includes('schema') ? 'name' : 'element';
  return nativeClass({
    name,
    module,
    bases: [executableDdlClass],
    kind,
    signature: [first, ...flags.map((flag) => `${flag}=False`), '**kw'].join(', '),
    construct: (call: Interpreter, _cls: PyClass, element: Value, ...bound: Value[]) => {
      if (kind === 'add-constraint') (element as unknown as Constraint).createRule = () => false;
      const given = flags.map((flag, at) => [FLAGS[flag], call.truth(bound[at]!)] as const);
      return { kind, element, ...Object.fromEntries(given) } as object;
    },
    getters: { element: (self: { element: Value }) => self.element },
  });
}

const createTableClass = nativeClass({
  name: 'CreateTable',
  module: MODULE,
  bases: [executableDdlClass],
  kind: 'create-table',
  signature: 'element, include_foreign_key_constraints=None, if_not_exists=False',
  construct: (call, _cls, element: Table, keys: Value, ifNotExists: Value): DdlElement => ({
    kind: 'create-table',
    element,
    ifNotExists: call.truth(ifNotExists),
    ...(keys !== null && { foreignKeys: new Set([...call.iterate(keys)] as ForeignKeyConstraint[]) }),
  }),
  getters: { element: (self: { element: Value }) => self.element },
});

const customClass = nativeClass({
  name: 'DDL',
  module: MODULE,
  bases: [executableDdlClass],
  kind: 'ddl',
  signature: 'statement, context=None',
  construct: (_call, _cls, statement: string, context: Value): DdlElement => {
    const given = context instanceof PyDict ? context : dict();
    const fill = (tokens: ReadonlyMap<string, string>) =>
      percentFormat(statement, dict([...tokens, ...given.entries()]));
    return { kind: 'ddl', statement, fill };
  },
  getters: { statement: (self: { statement: Value }) => self.statement },
});

/** The classes of this file by their names in sqlalchemy.schema. */
export const DDL_CLASSES: Readonly<Record<string, PyClass>> = {
  BaseDDLElement: baseClass,
  ExecutableDDLElement: executableDdlClass,
  DDLElement: executableDdlClass,
  DDL: customClass,
  CreateTable: createTableClass,
  DropTable: ddlClass('DropTable', 'drop-table', ['if_exists']),
  CreateColumn: ddlClass('CreateColumn', 'create-column'),
  CreateIndex: ddlClass('CreateIndex', 'create-index', ['if_not_exists']),
  DropIndex: ddlClass('DropIndex', 'drop-index', ['if_exists']),
  AddConstraint: ddlClass('AddConstraint', 'add-constraint'),
  DropConstraint: ddlClass('DropConstraint', 'drop-constraint', ['cascade', 'if_exists']),
  CreateSequence: ddlClass('CreateSequence', 'create-sequence', ['if_not_exists']),
  DropSequence: ddlClass('DropSequence', 'drop-sequence', ['if_exists']),
  CreateSchema: ddlClass('CreateSchema', 'create-schema', ['if_not_exists']),
  DropSchema: ddlClass('DropSchema', 'drop-schema', ['cascade', 'if_exists']),
  SetTableComment: ddlClass('SetTableComment', 'set-table-comment'),
  DropTableComment: ddlClass('DropTableComment', 'drop-table-comment'),
  SetColumnComment: ddlClass('SetColumnComment', 'set-column-comment'),
  DropColumnComment: ddlClass('DropColumnComment', 'drop-column-comment'),
  SetConstraintComment: ddlClass('SetConstraintComment', 'set-constraint-comment'),
  DropConstraintComment: ddlClass('DropConstraintComment', 'drop-constraint-comment'),
};

const NAMED_TYPES = 'sqlalchemy.dialects.postgresql.named_types';

/** Those of sqlalchemy.dialects.postgresql. */
export const NAMED_TYPE_DDL_CLASSES: Readonly<Record<string, PyClass>> = {
  CreateEnumType: ddlClass('CreateEnumType', 'create-enum', [], NAMED_TYPES),
  DropEnumType: ddlClass('DropEnumType', 'drop-enum', [], NAMED_TYPES),
  CreateDomainType: ddlClass('CreateDomainType', 'create-domain', [], NAMED_TYPES),
  DropDomainType: ddlClass('DropDomainType', 'drop-domain', [], NAMED_TYPES),
};
