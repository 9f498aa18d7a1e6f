/** The types of sqlalchemy.dialects.postgresql. Answers to: sqlalchemy/dialects/postgresql/{types,named_types,json,hstore,array}.py. */
import type { Interpreter } from '../../../python/values/interpreter.ts';
import type { Value } from '../../../python/values/value.ts';
import * as postgresql from '../../../sqlalchemy/postgresql/types.ts';
import type { TypeDefinition } from '../../../sqlalchemy/types/definition.ts';
import { makeType } from '../../../sqlalchemy/types/make.ts';
import * as number from '../../../sqlalchemy/types/number.ts';
import * as structured from '../../../sqlalchemy/types/structured.ts';
import * as temporal from '../../../sqlalchemy/types/temporal.ts';
import * as text from '../../../sqlalchemy/types/text.ts';
import type { SqlType } from '../../../sqlalchemy/types/type.ts';
import { createNamedType, dropNamedType } from '../schema/named-type.ts';
import { enumOptions, optionGetters, optionSetters } from './enum-type.ts';
import { bindType, typeArgument } from './type-class.ts';

const own = Object.values(postgresql)
  .flatMap((one) => (Array.isArray(one) ? (one as readonly TypeDefinition[]) : [one as TypeDefinition]))
  .filter((one) => one.kind === 'type-definition');

/** Every type that `sqlalchemy.dialects.postgresql` names, by its name there. */
export const POSTGRESQL_TYPES: Readonly<Record<string, TypeDefinition>> = Object.fromEntries(
  [
    ...[
      number.BIGINT,
      number.SQL_BOOLEAN,
      text.CHAR,
      temporal.SQL_DATE,
      number.DOUBLE_PRECISION,
      number.SQL_FLOAT,
    ],
    ...[
      number.SQL_INTEGER,
      number.SQL_NUMERIC,
      number.REAL,
      number.SMALLINT,
      text.SQL_TEXT,
      structured.SQL_UUID,
    ],
    text.VARCHAR,
    ...own,
  ].map((definition) => [definition.name, definition]),
);

const create: [string, (call: Interpreter, self: SqlType, bind: Value, checkfirst: Value) => Value] = [
  'bind, checkfirst=True, **kw',
  (call, self, bind, checkfirst) => createNamedType(call, self, bind, call.truth(checkfirst)),
];
const drop: typeof create = [
  'bind, checkfirst=True, **kw',
  (call, self, bind, checkfirst) => dropNamedType(call, self, bind, call.truth(checkfirst)),
];

bindType(postgresql.NAMED_TYPE, { spec: { methods: { create, drop } } });

bindType(postgresql.ENUM, {
  signature: '*enums, name=NO_ARG, create_type=True, **kw',
  initialise: (
    call,
    self,
    enums: Value[],
    name: Value | undefined,
    createType: Value,
    keywords: Map<string, Value>,
  ) => {
    if (keywords.get('native_enum') === false) {
      call.process.warn(
        'sqlalchemy.exc.SAWarning',
        'the native_enum flag does not apply to the sqlalchemy.dialects.postgresql.ENUM datatype; this type always ' +
          'refers to ENUM.   Use sqlalchemy.types.Enum for non-native enum.',
      );
    }
    const given = new Map(keywords).set('create_type', createType);
    given.delete('native_enum');
    if (name !== undefined) given.set('name', name);
    return enumOptions(call, self, enums, given);
  },
});

const DOMAIN_OPTIONS = ['schema', 'metadata', 'inherit_schema', 'quote'];

bindType(postgresql.DOMAIN, {
  initialise: (call, self, name: Value, type: Value, ...rest: Value[]) => {
    const keywords = rest.pop() as unknown as ReadonlyMap<string, Value>;
    const [collation, fallback, constraint, notNull, check, createType] = rest;
    return makeType(self.definition, {
      name: typeof name === 'string' ? name : call.str(name),
      data_type: typeArgument(call, type) ?? type,
      collation,
      default: fallback,
      constraint_name: constraint,
      not_null: notNull,
      check,
      create_type: createType,
      ...Object.fromEntries(DOMAIN_OPTIONS.map((key) => [key, keywords.get(key) ?? null])),
    }).options;
  },
  spec: { getters: optionGetters(DOMAIN_OPTIONS), setters: optionSetters(DOMAIN_OPTIONS) },
});

bindType(postgresql.PG_JSON, {
  initialise: (call, self, noneAsNull: Value, astext: Value) =>
    makeType(self.definition, { none_as_null: noneAsNull, astext_type: typeArgument(call, astext) ?? null })
      .options,
});
