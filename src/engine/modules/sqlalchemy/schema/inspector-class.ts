/** Inspector and inspect() in Python. Answers to: sqlalchemy/engine/reflection.py, inspection.py. */
import { Raise } from '../../../machine.ts';
import { tuple } from '../../../python/values/containers/containers.ts';
import { dict, type PyDict } from '../../../python/values/containers/dict.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeClass, nativeFunction } from '../../../python/values/native/native.ts';
import type { NativeMethod } from '../../../python/values/native/spec.ts';
import type { Value } from '../../../python/values/value.ts';
import {
  Inspector,
  type ReflectedRelation,
  reflectTable,
} from '../../../sqlalchemy/postgresql/reflect/index.ts';
import { Column } from '../../../sqlalchemy/schema/columns/column.ts';
import { Table } from '../../../sqlalchemy/schema/table.ts';
import { MockConnection } from '../engine/mock-engine.ts';
import { columnListener, isBind, makeInspector, recordValue } from './reflection.ts';

/** What each question about one table gives. */
const QUESTIONS: Readonly<Record<string, (relation: ReflectedRelation) => unknown>> = {
  columns: (relation) => relation.columns,
  pk_constraint: (relation) => relation.primaryKey,
  foreign_keys: (relation) => relation.foreignKeys,
  indexes: (relation) => relation.indexes,
  unique_constraints: (relation) => relation.uniques,
  check_constraints: (relation) => relation.checks,
  table_comment: (relation) => ({ text: relation.comment }),
};

const schemaOf = (schema: Value): string | null => (schema === null ? null : String(schema));

/** What an inspector has answered: a question is asked once, whatever the database has become since. */
const answers = new WeakMap<Inspector, Map<string, Value>>();

function once(self: Inspector, question: readonly (string | null)[], ask: () => Value): Value {
  const key = JSON.stringify(question);
  const known = answers.get(self) ?? new Map<string, Value>();
  answers.set(self, known);
  if (!known.has(key)) known.set(key, ask());
  return known.get(key) ?? null;
}

/** Each question looks at the database anew, but names of types are read once. */
const single = (name: string, self: Inspector, table: string, schema: string | null): Value =>
  once(self, [name, table, schema], () =>
    recordValue(QUESTIONS[name]!(self.lookAgain(table, schema).relation(table, schema))),
  );

const singleMethod = (name: string): NativeMethod => [
  'table_name, schema=None, **kw',
  (call, self: Inspector, table: Value, schema: Value) =>
    single(name, self, call.str(table), schemaOf(schema)),
];

/** Several tables at once: a dict by (schema, name). */
function several(ask: (relation: ReflectedRelation) => unknown): NativeMethod {
  return [
    'schema=None, filter_names=None, kind=None, scope=None, **kw',
    (call, self: Inspector, schema: Value, names: Value) => {
      const filter = names === null ? {} : { names: new Set([...call.iterate(names)].map(String)) };
      return dict(
        self
          .lookAgain()
          .relations(schemaOf(schema), filter)
          .map((relation) => [tuple([schema, relation.name]), recordValue(ask(relation))] as const),
      );
    },
  ];
}

/** A method that lists the names, or facts, of a schema. */
const names = (
  name: string,
  ask: (self: Inspector, schema: string | null) => readonly unknown[],
): [string, NativeMethod] => [
  name,
  [
    'schema=None, **kw',
    (_call, self: Inspector, schema: Value) =>
      once(self, [name, schemaOf(schema)], () => recordValue(ask(self, schemaOf(schema)))),
  ],
];

/** A method that tells one thing about something with a name. */
const named = (
  name: string,
  parameter: string,
  ask: (self: Inspector, subject: string, schema: string | null) => Value,
): [string, NativeMethod] => [
  name,
  [
    `${parameter}, schema=None, **kw`,
    (call, self: Inspector, subject: Value, schema: Value) =>
      once(self, [name, call.str(subject), schemaOf(schema)], () =>
        ask(self, call.str(subject), schemaOf(schema)),
      ),
  ],
];

/** `has_index` looks through what `has_table` and `get_indexes` answer, and remember. */
function hasIndex(call: Interpreter, self: Inspector, table: Value, index: Value, schema: Value): boolean {
  const where = [call.str(table), schemaOf(schema)] as const;
  if (!once(self, ['has_table', ...where], () => self.hasTable(...where))) return false;
  const name = call.str(index);
  return [...call.iterate(single('indexes', self, ...where))].some(
    (one) => (one as PyDict).get('name') === name,
  );
}

/** `Inspector.from_engine(bind)`; what answers offline for a connection cannot be closed, which the real class asks of it. */
function inspectorOfBind(call: Interpreter, bind: Value): Inspector {
  if (bind instanceof MockConnection) throw call.missingAttribute(bind, 'close');
  return makeInspector(call, bind);
}

export const inspectorClass = nativeClass({
  name: 'Inspector',
  module: 'sqlalchemy.engine.reflection',
  signature: 'bind',
  construct: (call, _cls, bind: Value) => {
    call.process.warn(
      'sqlalchemy.exc.SADeprecationWarning',
      'The __init__() method on Inspector is deprecated and will be removed in a future release.  Please use the ' +
        'sqlalchemy.inspect() function on an Engine or Connection in order to acquire an Inspector. (deprecated since: 1.4)',
    );
    return inspectorOfBind(call, bind) as Value;
  },
  getters: {
    bind: (self: Inspector) => self.bind as Value,
    engine: (self: Inspector, call) =>
      call.getAttribute(self.bind as Value, 'engine') ?? (self.bind as Value),
    dialect: (self: Inspector, call) => call.getAttribute(self.bind as Value, 'dialect') ?? null,
    default_schema_name: (self: Inspector) => self.defaultSchemaName,
    info_cache: () => dict(),
  },
  statics: { from_engine: ['bind', inspectorOfBind] },
  methods: {
    ...Object.fromEntries(
      Object.entries(QUESTIONS).flatMap(([name, ask]) => [
        [`get_${name}`, singleMethod(name)],
        [`get_multi_${name}`, several(ask)],
      ]),
    ),
    ...Object.fromEntries([
      names('get_table_names', (self, schema) => self.getTableNames(schema)),
      names('get_view_names', (self, schema) => self.getViewNames(schema)),
      names('get_materialized_view_names', (self, schema) => self.getMaterializedViewNames(schema)),
      names('get_foreign_table_names', (self, schema) => self.getForeignTableNames(schema)),
      names('get_sequence_names', (self, schema) => self.getSequenceNames(schema)),
      names('get_enums', (self, schema) => self.getEnums(schema)),
      names('get_domains', (self, schema) => self.getDomains(schema)),
      names('get_schema_names', (self) => self.getSchemaNames()),
      names('get_temp_table_names', (self) => self.getTempTableNames()),
      names('get_temp_view_names', (self) => self.getTempViewNames()),
      named('get_view_definition', 'view_name', (self, name, schema) => self.getViewDefinition(name, schema)),
      named('get_table_oid', 'table_name', (self, name, schema) => self.getTableOid(name, schema)),
      named('has_table', 'table_name', (self, name, schema) => self.hasTable(name, schema)),
      named('has_type', 'type_name', (self, name, schema) => self.hasType(name, schema)),
      named('has_sequence', 'sequence_name', (self, name, schema) => self.hasSequence(name, schema)),
    ]),
    get_table_options: [
      'table_name, schema=None, **kw',
      () => {
        throw new Raise('builtins.NotImplementedError', []);
      },
    ],
    has_index: ['table_name, index_name, schema=None, **kw', hasIndex],
    has_schema: [
      'schema_name, **kw',
      (call, self: Inspector, name: Value) =>
        once(self, ['has_schema', call.str(name)], () => self.hasSchema(call.str(name))),
    ],
    clear_cache: [
      '',
      (_call, self: Inspector) => {
        self.clearCache();
        answers.delete(self);
        return null;
      },
    ],
    reflect_table: [
      'table, include_columns, exclude_columns=(), resolve_fks=True, _extend_on=None, _reflect_info=None',
      (call, self: Inspector, table: Table, include: Value) => {
        reflectTable(self.lookAgain(), table, {
          ...(include !== null && { includeColumns: new Set([...call.iterate(include)].map(String)) }),
          onColumn: columnListener(self),
        });
        return null;
      },
    ],
  },
});

/** What inspect() gives for PostgreSQL. */
export const postgresqlInspectorClass = nativeClass({
  name: 'PGInspector',
  module: 'sqlalchemy.dialects.postgresql.base',
  bases: [inspectorClass],
  host: Inspector,
});

/** Finds what inspect() gives for a subject; undefined where it is none of its kind. */
export type Inspection = (call: Interpreter, subject: Value) => Value | undefined;

const inspections: Inspection[] = [];

/** Teaches inspect() another kind of subject: mapped classes and their instances. */
export function registerInspection(inspection: Inspection): void {
  inspections.push(inspection);
}

function inspect(call: Interpreter, subject: Value, raiseError: Value): Value {
  for (const inspection of inspections) {
    const found = inspection(call, subject);
    if (found !== undefined) return found;
  }
  if (subject instanceof Table || subject instanceof Column || subject instanceof Inspector) return subject;
  return isBind(call, subject) || call.truth(raiseError) ? makeInspector(call, subject) : null;
}

export const inspectFunction = nativeFunction(
  'inspect',
  'subject, raiseerr=True',
  inspect,
  'sqlalchemy.inspection',
);
