/** What a learner's own class of type adds to an instance. Answers to: TypeDecorator and UserDefinedType as they are overridden. */
import { findAttribute } from '../../../python/values/attributes/attributes.ts';
import { type Interpreter, interpreter } from '../../../python/values/interpreter.ts';
import { nativeClass } from '../../../python/values/native/native.ts';
import { PyClass, type Value } from '../../../python/values/value.ts';
import type { Parameter } from '../../../sqlalchemy/types/definition.ts';
import type { CustomType, SqlType } from '../../../sqlalchemy/types/type.ts';
import { REQUIRED, type Signature } from '../../../stdlib/signature.ts';
import { compiledType } from '../compiler-extension.ts';
import { operatorValue } from '../expression/operator-functions.ts';

/** At which place these methods take the dialect. */
const DIALECT_ARGUMENT: Readonly<Record<string, number>> = {
  load_dialect_impl: 0,
  process_bind_param: 1,
  process_literal_param: 1,
  process_result_value: 1,
};

/** @param cls the learner's class */
export function learnerType(cls: PyClass, type: SqlType): CustomType {
  return {
    name: cls.name,
    module: cls.module,
    method: (name) => {
      if (!writtenByLearner(cls, name)) return undefined;
      return (...args) => {
        const call = interpreter();
        const given = [...args] as Value[];
        const at = DIALECT_ARGUMENT[name];
        if (at !== undefined) given[at] = dialectValue(call, given[at]);
        if (name === 'coerce_compared_value') given[0] = operatorValue(call, String(args[0]));
        return plainType(call, call.callMethod(type, name, ...given));
      };
    },
    literal: (dialect, value) => {
      if (!writtenByLearner(cls, 'literal_processor')) return undefined;
      const call = interpreter();
      const write = call.callMethod(type, 'literal_processor', dialectValue(call, dialect as Value));
      return write === null ? undefined : call.str(call.call(write, [value as Value]));
    },
    compiled: () => compiledType(cls, type),
    attribute: (name) => findAttribute(type, name),
    written: (name) => (writtenByLearner(cls, name) ? findAttribute(type, name) : undefined),
    parameters: () => (writtenByLearner(cls, '__init__') ? parametersOf(cls.lookup('__init__')) : undefined),
  };
}

const writtenByLearner = (cls: PyClass, name: string): boolean =>
  cls.mro.find((one) => one.own.has(name))?.native === false;

/** A class of types that a method returned stands for an instance. */
const plainType = (call: Interpreter, value: Value): Value =>
  value instanceof PyClass ? call.call(value) : value;

/** What `str(type)` compiles for. */
class DefaultDialect {}

nativeClass({
  name: 'StrCompileDialect',
  module: 'sqlalchemy.engine.default',
  host: DefaultDialect,
  getters: { name: () => 'default', driver: () => '', paramstyle: () => 'named' },
  methods: { type_descriptor: ['typeobj', (call, _self, type: Value) => plainType(call, type)] },
});

const DEFAULT = new DefaultDialect();
const POSTGRESQL: unique symbol = Symbol('the dialect of PostgreSQL');

/** The dialect object that learners' methods see; the rooms below say only its name. */
function dialectValue(call: Interpreter, given: Value | undefined): Value {
  if (given === 'default') return DEFAULT;
  if (given !== undefined && given !== null && typeof given !== 'string') return given;
  return call.state(POSTGRESQL, () => call.call(call.importName('sqlalchemy.dialects.postgresql.dialect')));
}

function parametersOf(method: Value | undefined): readonly Parameter[] {
  const signature = (method as { readonly signature?: Signature } | undefined)?.signature;
  if (!signature) return [];
  return signature.parameters.slice(1).map(({ name, kind }, at): Parameter => {
    if (kind === 'var-positional') return { name, kind: 'variadic' };
    if (kind === 'var-keyword') return { name, kind: 'keywords' };
    const fallback = signature.defaults[at + 1];
    const keyword = kind === 'keyword' ? { kind: 'keyword' as const } : {};
    return fallback === REQUIRED ? { name, ...keyword } : { name, ...keyword, default: fallback };
  });
}
