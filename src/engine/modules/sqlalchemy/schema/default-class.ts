/** Defaults, sequences, identity and generated columns in Python. Answers to: sqlalchemy/sql/schema.py. */
import { Raise } from '../../../machine.ts';
import { classOf } from '../../../python/values/classes/class-of.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeClass } from '../../../python/values/native/native.ts';
import { PyBoxed, type PyClass, PyObject, type Value } from '../../../python/values/value.ts';
import { ddlExpressionOf } from '../../../sqlalchemy/expression/coerce.ts';
import type { NextValue } from '../../../sqlalchemy/expression/elements.ts';
import { hasSequence } from '../../../sqlalchemy/postgresql/ddl-runner.ts';
import { Computed } from '../../../sqlalchemy/schema/columns/computed.ts';
import { ColumnDefault, DefaultClause, FetchedValue } from '../../../sqlalchemy/schema/columns/default.ts';
import { Identity } from '../../../sqlalchemy/schema/columns/identity.ts';
import { type IdentityOptions, Sequence } from '../../../sqlalchemy/schema/columns/sequence.ts';
import type { MetaData } from '../../../sqlalchemy/schema/metadata.ts';
import { INTEGER } from '../../../sqlalchemy/types/number.ts';
import { SqlType } from '../../../sqlalchemy/types/type.ts';
import type { Signature } from '../../../stdlib/signature.ts';
import { executableClass } from '../bases.ts';
import { givenName } from '../names.ts';
import { typeArgument } from '../types/type-class.ts';
import { keptCallable, requiredPositionals } from './callable-default.ts';
import { asksFirst, withConnection } from './ddl-runner.ts';
import { read, reprOf, same, schemaItemClass } from './schema-base.ts';

const MODULE = 'sqlalchemy.sql.schema';

/** An expression of the learner's: a node, or something that stands for one. */
export function expressionArgument(call: Interpreter, value: Value): Value {
  if (typeof value !== 'object' || value === null) return value;
  const clause = call.getAttribute(value, '__clause_element__');
  return clause === undefined ? value : call.call(clause);
}

const isNode = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && typeof (value as { kind?: unknown }).kind === 'string';

const fetchedValueClass = nativeClass({
  name: 'FetchedValue',
  module: MODULE,
  host: FetchedValue,
  signature: 'for_update=False',
  construct: (call, _cls, forUpdate: Value) => new FetchedValue(call.truth(forUpdate)),
  getters: { ...read({ for_update: 'forUpdate', column: 'column' }) },
  attributes: {
    is_server_default: () => true,
    reflected: () => false,
    has_argument: () => false,
    is_clause_element: () => false,
    is_identity: () => false,
  },
  repr: reprOf,
});

/** @throws ArgumentError for what is neither text nor an expression */
export function defaultClause(
  call: Interpreter,
  given: Value,
  forUpdate: boolean,
  reflected = false,
): DefaultClause {
  const value = expressionArgument(call, given);
  if (value instanceof PyBoxed && typeof value.value === 'string') {
    return new DefaultClause(value.value, forUpdate, reflected);
  }
  const madeByClient = value instanceof ColumnDefault || value instanceof Sequence;
  if (typeof value === 'string' || (isNode(value) && !madeByClient && !(value instanceof PyObject))) {
    return new DefaultClause(value, forUpdate, reflected);
  }
  throw new Raise('sqlalchemy.exc.ArgumentError', [
    "Argument 'arg' is expected to be one of type '<class 'str'>' or '<class 'sqlalchemy.sql.elements.ClauseElement'>' or " +
      `'<class 'sqlalchemy.sql.elements.TextClause'>', got '${call.repr(classOf(value))}'`,
  ]);
}

const defaultClauseClass = nativeClass({
  name: 'DefaultClause',
  module: MODULE,
  bases: [fetchedValueClass],
  host: DefaultClause,
  signature: 'arg, for_update=False, _reflected=False',
  construct: (call, _cls, arg: Value, forUpdate: Value, reflected: Value) =>
    defaultClause(call, arg, call.truth(forUpdate), call.truth(reflected)),
  getters: { ...read(same('arg', 'reflected')) },
  attributes: { has_argument: () => true },
});

/** A client-side default. @throws ArgumentError for a function of several arguments */
export function columnDefault(call: Interpreter, given: Value, forUpdate: boolean): ColumnDefault {
  const value = expressionArgument(call, given);
  const { signature } = (value ?? {}) as { signature?: Signature };
  if (signature && value instanceof PyObject) {
    if (requiredPositionals(signature) > 1) {
      throw new Raise('sqlalchemy.exc.ArgumentError', [
        'ColumnDefault Python function takes zero or one positional arguments',
      ]);
    }
  }
  return new ColumnDefault(isNode(value) ? value : keptCallable(call, value), forUpdate);
}

const isCallableDefault = (self: ColumnDefault, call: Interpreter): boolean =>
  !isNode(self.arg) && call.process.python.isCallable(self.arg);

const defaultGeneratorClass = nativeClass({
  name: 'DefaultGenerator',
  module: MODULE,
  bases: [executableClass, schemaItemClass],
  getters: { ...read({ for_update: 'forUpdate', column: 'column' }) },
});

const columnDefaultClass = nativeClass({
  name: 'ColumnDefault',
  module: MODULE,
  bases: [defaultGeneratorClass],
  host: ColumnDefault,
  signature: 'arg, for_update=False',
  construct: (call, _cls, arg: Value, forUpdate: Value) => columnDefault(call, arg, call.truth(forUpdate)),
  getters: {
    arg: (self: ColumnDefault) => self.arg as Value,
    is_callable: isCallableDefault,
    is_scalar: (self: ColumnDefault, call) => !isNode(self.arg) && !isCallableDefault(self, call),
    is_clause_element: (self: ColumnDefault) => isNode(self.arg),
    is_sequence: () => false,
  },
  repr: (self: ColumnDefault, call) =>
    `${self.className((value) => call.process.python.isCallable(value))}(${call.repr(self.arg as Value)})`,
});

const IDENTITY_OPTIONS =
  'start, increment, minvalue, maxvalue, nominvalue, nomaxvalue, cycle, cache, order'.split(', ');
const identitySignature = IDENTITY_OPTIONS.map((name) => `${name}=None`).join(', ');
const optionGetters = Object.fromEntries(
  IDENTITY_OPTIONS.map((name) => [
    name,
    (self: { options: IdentityOptions }) => self.options[name as keyof IdentityOptions] as Value,
  ]),
);
const identityOptions = (bound: readonly Value[]): Partial<IdentityOptions> =>
  Object.fromEntries(IDENTITY_OPTIONS.map((name, at) => [name, bound[at]]));

const identityOptionsClass = nativeClass({ name: 'IdentityOptions', module: MODULE, getters: optionGetters });

const sequenceClass = nativeClass({
  name: 'Sequence',
  module: MODULE,
  bases: [identityOptionsClass, defaultGeneratorClass],
  host: Sequence,
  signature:
    'name, start=None, increment=None, minvalue=None, maxvalue=None, nominvalue=None, nomaxvalue=None, cycle=None, ' +
    'schema=None, cache=None, order=None, data_type=None, optional=False, quote=None, metadata=None, quote_schema=None, ' +
    'for_update=False',
  construct: makeSequence,
  getters: {
    ...read({ ...same('name', 'schema', 'metadata', 'optional'), data_type: 'dataType', _key: 'key' }),
    is_sequence: () => true,
    is_callable: () => false,
  },
  methods: {
    next_value: ['', (_call, self: Sequence) => nextValue(self)],
    create: [
      'bind, checkfirst=True',
      (call, self: Sequence, bind: Value, checkFirst: Value) => {
        withConnection(call, bind, (runner) => {
          if (asksFirst(call, bind, checkFirst) && hasSequence(runner, self.name, self.schema)) return;
          runner.execute({ kind: 'create-sequence', element: self });
        });
        return null;
      },
    ],
    drop: [
      'bind, checkfirst=True',
      (call, self: Sequence, bind: Value, checkFirst: Value) => {
        withConnection(call, bind, (runner) => {
          if (asksFirst(call, bind, checkFirst) && !hasSequence(runner, self.name, self.schema)) return;
          runner.execute({ kind: 'drop-sequence', element: self });
        });
        return null;
      },
    ],
  },
  repr: reprOf,
});

const nextValue = (sequence: Sequence): NextValue => ({
  kind: 'next-value',
  sequence,
  type: sequence.dataType ?? new SqlType(INTEGER),
});

function makeSequence(call: Interpreter, _cls: PyClass, name: Value, ...bound: Value[]): Sequence {
  const [start, increment, minvalue, maxvalue, nominvalue, nomaxvalue, cycle, schema, cache, order, ...rest] =
    bound;
  const [dataType, optional, quote, metadata, quoteSchema, forUpdate] = rest;
  return new Sequence(givenName(call, name), {
    ...identityOptions([
      start!,
      increment!,
      minvalue!,
      maxvalue!,
      nominvalue!,
      nomaxvalue!,
      cycle!,
      cache!,
      order!,
    ]),
    schema: schemaArgument(call, schema!),
    dataType: typeArgument(call, dataType) ?? null,
    optional: call.truth(optional!),
    quote: quote as boolean | null,
    metadata: metadata as MetaData | null,
    quoteSchema: quoteSchema as boolean | null,
    forUpdate: call.truth(forUpdate!),
  });
}

/** BLANK_SCHEMA: the schema is none, whatever the metadata says. */
export const BLANK_SCHEMA = new PyObject(
  nativeClass({ name: 'SchemaConst', module: MODULE, repr: () => '<SchemaConst.BLANK_SCHEMA: 2>' }),
);

/** A schema's name; false for BLANK_SCHEMA. */
export const schemaArgument = (call: Interpreter, value: Value | undefined) =>
  value === BLANK_SCHEMA ? (false as const) : givenName(call, value);

const identityClass = nativeClass({
  name: 'Identity',
  module: MODULE,
  bases: [identityOptionsClass, fetchedValueClass, schemaItemClass],
  host: Identity,
  signature: `always=False, on_null=None, ${identitySignature}`,
  construct: (call, _cls, always: Value, onNull: Value, ...bound: Value[]) =>
    new Identity({
      always: always === null ? null : call.truth(always),
      onNull: onNull as boolean | null,
      ...identityOptions(bound),
    }),
  getters: { ...read({ always: 'always', on_null: 'onNull' }), is_identity: () => true },
  repr: reprOf,
});

const computedClass = nativeClass({
  name: 'Computed',
  module: MODULE,
  bases: [fetchedValueClass, schemaItemClass],
  host: Computed,
  signature: 'sqltext, persisted=None',
  construct: (call, _cls, sqltext: Value, persisted: Value) =>
    new Computed(ddlExpressionOf(expressionArgument(call, sqltext)), persisted as boolean | null),
  getters: { ...read(same('sqltext', 'persisted')) },
  repr: reprOf,
});

/** The classes of this file by their names in sqlalchemy.schema. */
export const DEFAULT_CLASSES: Readonly<Record<string, PyClass>> = {
  FetchedValue: fetchedValueClass,
  DefaultClause: defaultClauseClass,
  DefaultGenerator: defaultGeneratorClass,
  ColumnDefault: columnDefaultClass,
  Sequence: sequenceClass,
  Identity: identityClass,
  Computed: computedClass,
};
