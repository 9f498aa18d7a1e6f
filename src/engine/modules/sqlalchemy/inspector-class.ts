/** Inspector and inspect() in Python. Answers to: sqlalchemy/engine/reflection.py, inspection.py. */
import { Raise } from '../../machine.ts';
import { list, tuple } from '../../python/values/containers.ts';
import { dict } from '../../python/values/dict.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import { type NativeMethod, nativeClass, nativeFunction } from '../../python/values/native.ts';
import type { Value } from '../../python/values/value.ts';
import {
  Inspector,
  type ReflectedRelation,
  reflectTable,
} from '../../sqlalchemy/postgresql/reflect/index.ts';
import { Column } from '../../sqlalchemy/schema/column.ts';
import { Table } from '../../sqlalchemy/schema/table.ts';
import { MockConnection } from './engine/mock-engine.ts';
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

function single(ask: (relation: ReflectedRelation) => unknown): NativeMethod {
  return [
    'table_name, schema=None, **kw',
    (call, self: Inspector, table: Value, schema: Value) =>
      recordValue(ask(self.relation(call.str(table), schemaOf(schema)))),
  ];
}

/** Several tables at once: a dict by (schema, name). */
function several(ask: (relation: ReflectedRelation) => unknown): NativeMethod {
  return [
    'schema=None, filter_names=None, kind=None, scope=None, **kw',
    (call, self: Inspector, schema: Value, names: Value) => {
      const filter = names === null ? {} : { names: new Set([...call.iterate(names)].map(String)) };
      return dict(
        self
          .relations(schemaOf(schema), filter)
          .map((relation) => [tuple([schema, relation.name]), recordValue(ask(relation))] as const),
      );
    },
  ];
}

const names = (ask: (self: Inspector, schema: string | null) => readonly unknown[]): NativeMethod => [
  'schema=None, **kw',
  (_call, self: Inspector, schema: Value) => recordValue(ask(self, schemaOf(schema))),
];

const named = (ask: (self: Inspector, name: string, schema: string | null) => Value): NativeMethod => [
  'table_name, schema=None, **kw',
  (call, self: Inspector, name: Value, schema: Value) => ask(self, call.str(name), schemaOf(schema)),
];

/** `Inspector.from_engine(bind)`; what answers offline for a connection cannot be closed, which the real class asks of it. */
function inspectorOfBind(call: Interpreter, bind: Value): Inspector {
  if (bind instanceof MockConnection) throw call.missingAttribute(bind, 'close');
  return makeInspector(call, bind);
}

export const inspectorClass = nativeClass({
  name: 'Inspector',
  module: 'sqlalchemy.engine.reflection',
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
        [`get_${name}`, single(ask)],
        [`get_multi_${name}`, several(ask)],
      ]),
    ),
    get_table_names: names((self, schema) => self.getTableNames(schema)),
    get_view_names: names((self, schema) => self.getViewNames(schema)),
    get_materialized_view_names: names((self, schema) => self.getMaterializedViewNames(schema)),
    get_foreign_table_names: names((self, schema) => self.getForeignTableNames(schema)),
    get_sequence_names: names((self, schema) => self.getSequenceNames(schema)),
    get_enums: names((self, schema) => self.getEnums(schema)),
    get_domains: names((self, schema) => self.getDomains(schema)),
    get_schema_names: ['**kw', (_call, self: Inspector) => list(self.getSchemaNames())],
    get_temp_table_names: ['**kw', (_call, self: Inspector) => list(self.getTempTableNames())],
    get_temp_view_names: ['**kw', (_call, self: Inspector) => list(self.getTempViewNames())],
    get_view_definition: named((self, name, schema) => self.getViewDefinition(name, schema)),
    get_table_oid: named((self, name, schema) => self.getTableOid(name, schema)),
    get_table_options: [
      'table_name, schema=None, **kw',
      () => {
        throw new Raise('builtins.NotImplementedError', []);
      },
    ],
    has_table: named((self, name, schema) => self.hasTable(name, schema)),
    has_type: named((self, name, schema) => self.hasType(name, schema)),
    has_sequence: [
      'sequence_name, schema=None, **kw',
      (call, self: Inspector, name: Value, schema: Value) =>
        self.hasSequence(call.str(name), schemaOf(schema)),
    ],
    has_index: [
      'table_name, index_name, schema=None, **kw',
      (call, self: Inspector, table: Value, index: Value, schema: Value) =>
        self.hasIndex(call.str(table), call.str(index), schemaOf(schema)),
    ],
    has_schema: ['schema_name, **kw', (call, self: Inspector, name: Value) => self.hasSchema(call.str(name))],
    clear_cache: [
      '',
      (_call, self: Inspector) => {
        self.clearCache();
        return null;
      },
    ],
    reflect_table: [
      'table, include_columns, exclude_columns=(), resolve_fks=True, _extend_on=None, _reflect_info=None',
      (call, self: Inspector, table: Table, include: Value) => {
        reflectTable(self, table, {
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
