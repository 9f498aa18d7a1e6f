/** `MappedAsDataclass`, and the arguments that make a mapped class a dataclass. Answers to: sqlalchemy/orm/decl_api.py. */
import { PyCallable } from '../../../../python/values/callable.ts';
import { keywordsOf, PyDict } from '../../../../python/values/containers/dict.ts';
import { typeError } from '../../../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { nativeClass } from '../../../../python/values/native/native.ts';
import { type PyClass, PyObject, type Value } from '../../../../python/values/value.ts';
import { DATACLASS_ARGUMENTS, makeUnmappedDataclass } from './dataclass.ts';
import { attributeInterceptClass } from './declarative-meta.ts';

export const DATACLASS_NAMES = [
  'init',
  'repr',
  'eq',
  'order',
  'unsafe_hash',
  'match_args',
  'kw_only',
  'dataclass_callable',
];

/** Arguments of `class User(MappedAsDataclass, Base, kw_only=True)`; inherited ones stay. */
export function takeDataclassArguments(cls: PyClass, kw: ReadonlyMap<string, Value>): void {
  if (!cls.isSubclassOf(mappedAsDataclassClass)) return;
  const inherited = cls.mro
    .slice(1)
    .map((one) => (one.native ? undefined : one.own.get(DATACLASS_ARGUMENTS)));
  const base = inherited.find((one) => one instanceof PyDict);
  cls.setOwn(DATACLASS_ARGUMENTS, dataclassArguments([...new Map([...keywordsOf(base), ...kw])]));
}

/** The arguments of `dataclass()` that were given, as the class keeps them. */
export function dataclassArguments(given: readonly (readonly [string, Value])[]): PyDict {
  return new PyDict(given.filter(([name, value]) => value !== null && name !== 'dataclass_callable'));
}

export const mappedAsDataclassClass: PyClass = nativeClass({
  name: 'MappedAsDataclass',
  module: 'sqlalchemy.orm.decl_api',
  metaclass: attributeInterceptClass,
  classMethods: {
    __init_subclass__: [
      '**kw',
      (call, cls: PyClass, kw: ReadonlyMap<string, Value>) => {
        for (const name of kw.keys())
          if (!DATACLASS_NAMES.includes(name))
            throw typeError(`${cls.name}.__init_subclass__() takes no keyword arguments`);
        takeDataclassArguments(cls, kw);
        const next = cls.lookupAfter(mappedAsDataclassClass, '__init_subclass__');
        if (next !== undefined && next !== null) callNext(call, next, cls);
        if (isUnmapped(cls)) makeUnmappedDataclass(call, cls);
        return null;
      },
    ],
  },
});

const isBase = (cls: PyClass): boolean => cls.native && cls.name.startsWith('DeclarativeBase');

/** A mixin, an abstract class, or the base itself. */
const isUnmapped = (cls: PyClass): boolean =>
  !cls.mro.some(isBase) || cls.bases.some(isBase) || cls.own.get('__abstract__') === true;

function callNext(call: Interpreter, method: Value, cls: PyClass): void {
  const get = call.getAttribute(method, '__get__');
  const bound = get === undefined ? method : call.call(get, [null, cls]);
  if (bound instanceof PyCallable || bound instanceof PyObject) call.call(bound);
}
