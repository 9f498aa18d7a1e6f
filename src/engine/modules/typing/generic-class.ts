/** `Generic`, and what subscripting a class of the learner gives. */
import { Ellipsis, PyList, PyTuple, tuple } from '../../python/values/containers/containers.ts';
import { typeError } from '../../python/values/exceptions/exceptions.ts';
import { nativeClass } from '../../python/values/native/native.ts';
import { PySuper } from '../../python/values/property.ts';
import { repr } from '../../python/values/text.ts';
import { PyClass, type Value } from '../../python/values/value.ts';
import { itemsOf, TypeVariable, TypingAlias, variablesOf } from './forms.ts';
import { checkedType } from './subscript.ts';
import { variableText } from './variable-classes.ts';

/** `Generic` */
export const genericClass: PyClass = nativeClass({
  name: 'Generic',
  module: 'typing',
  attributes: { __slots__: () => tuple([]) },
  classMethods: {
    __class_getitem__: ['params, /', (_call, cls: PyClass, key: Value) => subscriptClass(cls, key)],
    __init_subclass__: [
      '*args, **kwargs',
      (call, cls: PyClass, args: Value[], keywords: Map<string, Value>) => {
        const next = new PySuper(genericClass, cls, cls);
        call.call(call.getAttribute(next, '__init_subclass__')!, args, keywords);
        initGeneric(cls);
        return null;
      },
    ],
  },
});

function subscriptClass(cls: PyClass, key: Value): Value {
  const items = itemsOf(key);
  if (cls === genericClass || cls.name === 'Protocol') {
    if (items.length === 0) throw typeError(`Parameter list to ${cls.qualname}[...] cannot be empty`);
    if (!items.every((item) => item instanceof TypeVariable || item instanceof TypingAlias)) {
      throw typeError(
        `Parameters to ${cls.name}[...] must all be type variables or parameter specification variables.`,
      );
    }
    if (new Set(items).size !== items.length)
      throw typeError(`Parameters to ${cls.name}[...] must all be unique`);
    return new TypingAlias(cls, items);
  }
  const args = items.map((item) =>
    item === Ellipsis || item instanceof PyList
      ? item
      : checkedType(item, 'Parameters to generic types must be types.'),
  );
  const parameters = cls.lookup('__parameters__');
  const expected = parameters instanceof PyTuple ? parameters.items.length : 0;
  if (expected === 0) throw typeError(`${repr(cls)} is not a generic class`);
  const open = (parameters as PyTuple).items.some(
    (parameter) => parameter instanceof TypeVariable && parameter.variable !== 'TypeVar',
  );
  if (!open && args.length !== expected) {
    const what = args.length > expected ? 'many' : 'few';
    throw typeError(`Too ${what} arguments for ${repr(cls)}; actual ${args.length}, expected ${expected}`);
  }
  return new TypingAlias(cls, args);
}

/** Gives a generic class its `__parameters__`. */
function initGeneric(cls: PyClass): void {
  const written = cls.own.get('__orig_bases__');
  const bases = written instanceof PyTuple ? written.items : [];
  if (bases.includes(genericClass)) throw typeError('Cannot inherit from plain Generic');
  const own = bases.find(
    (base) => base instanceof TypingAlias && (base.origin === genericClass || isProtocol(base.origin)),
  );
  const all = variablesOf(bases.filter((base) => base !== genericClass));
  const listed = own instanceof TypingAlias ? variablesOf(own.args) : all;
  const missing = all.filter((variable) => !listed.includes(variable));
  if (missing.length > 0) {
    const names = (variables: readonly TypeVariable[]) => variables.map(variableText).join(', ');
    throw typeError(`Some type variables (${names(missing)}) are not listed in Generic[${names(listed)}]`);
  }
  cls.setOwn('__parameters__', tuple(listed));
}

const isProtocol = (origin: Value) =>
  origin instanceof PyClass && origin.name === 'Protocol' && origin.module === 'typing';
