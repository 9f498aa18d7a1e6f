/** `List[int]`, `Optional[str]`, `Annotated[int, …]`: what subscripting gives. */
import { NotImplemented, PyList, type PyTuple, tuple } from '../../python/values/containers/containers.ts';
import { hashAll, hashMembers } from '../../python/values/containers/hash.ts';
import { typeError } from '../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import { nativeClass } from '../../python/values/native/native.ts';
import { PyGenericAlias, PyUnion } from '../../python/values/property.ts';
import { repr } from '../../python/values/text.ts';
import { PyClass, type Value } from '../../python/values/value.ts';
import { aliasText, ContainerForm, SpecialForm, sameAlias, TypingAlias, variablesOf } from './forms.ts';
import { genericClass } from './generic-class.ts';
import { isInstanceOf } from './special-form-classes.ts';
import { callAlias, substitute, UNION } from './subscript.ts';
import { UNION_METHODS } from './union-methods.ts';

const CHECK = 'Subscripted generics cannot be used with class and instance checks';

nativeClass({
  name: '_GenericAlias',
  module: 'typing',
  host: TypingAlias,
  repr: aliasText,
  eq: (self: TypingAlias, other: Value) =>
    other instanceof PyUnion && self.form === UNION
      ? sameAlias(self, new TypingAlias(UNION, other.args))
      : other instanceof TypingAlias
        ? sameAlias(self, other)
        : NotImplemented,
  hash: (self: TypingAlias) =>
    self.form === UNION
      ? hashMembers(self.args)
      : hashAll([...self.args.filter((arg) => !(arg instanceof PyList))]),
  getItem: (self: TypingAlias, key: Value) => substitute(self, key),
  getters: {
    __origin__: (self: TypingAlias) => self.origin,
    __args__: (self: TypingAlias) => tuple(self.args),
    __parameters__: (self: TypingAlias) => tuple(variablesOf(self.args)),
    __name__: (self: TypingAlias, call) => nameOf(self, call),
    _name: (self: TypingAlias) =>
      self.form instanceof ContainerForm || self.form instanceof SpecialForm ? self.form.name : null,
  },
  getattr: (self: TypingAlias, name, call) => {
    if (name === '__metadata__') return self.metadata && tuple(self.metadata);
    if (name.startsWith('__') && name !== '__doc__' && name !== '__module__') return undefined;
    return self.origin instanceof SpecialForm ? undefined : call.getAttribute(self.origin, name);
  },
  methods: {
    ...UNION_METHODS,
    __call__: [
      '*args, **kwargs',
      (_call, self: TypingAlias, args: Value[], keywords: Map<string, Value>) =>
        callAlias(self, args, keywords),
    ],
    __mro_entries__: ['bases, /', (_call, self: TypingAlias, bases: PyTuple) => mroEntries(self, bases)],
    __instancecheck__: [
      'obj, /',
      (call, self: TypingAlias, value: Value) => {
        if (self.form !== UNION) throw typeError(CHECK);
        return self.args.some((member) => isInstanceOf(call, value, member));
      },
    ],
    __subclasscheck__: [
      'cls, /',
      (call, self: TypingAlias, cls: Value) => {
        if (self.form !== UNION) throw typeError(CHECK);
        return self.args.some((member) =>
          call.truth(call.call(call.builtins.get('issubclass')!, [cls, member])),
        );
      },
    ],
  },
});

function nameOf({ form, origin }: TypingAlias, call: Interpreter): Value {
  if (form instanceof SpecialForm || form instanceof ContainerForm) return form.name;
  return call.getAttribute(origin, '__name__') ?? '';
}

/** Which classes stand for `Model[int]`, `List[int]` or `Generic[T]` among bases. */
function mroEntries(alias: TypingAlias, bases: PyTuple): PyTuple {
  const { form, origin } = alias;
  if (form instanceof SpecialForm && !alias.metadata) throw typeError(`Cannot subclass ${repr(alias)}`);
  if (origin === genericClass) {
    const later = bases.items.slice(bases.items.indexOf(alias) + 1);
    const covered = later.some((base) => base instanceof TypingAlias || base instanceof PyGenericAlias);
    return tuple(covered ? [] : [origin]);
  }
  if (!(form instanceof ContainerForm)) return tuple([origin]);
  const generic = bases.items.some(
    (base) =>
      base !== alias &&
      ((base instanceof PyClass && base.isSubclassOf(genericClass)) ||
        (base instanceof TypingAlias && base.origin === genericClass)),
  );
  return tuple(generic || variablesOf(alias.args).length === 0 ? [origin] : [origin, genericClass]);
}
