/** What `Union` and its like are, and `List` and its like, before they are subscripted. */
import { tuple } from '../../python/values/containers/containers.ts';
import { typeError } from '../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import { nativeClass } from '../../python/values/native/native.ts';
import type { Value } from '../../python/values/value.ts';
import { ContainerForm, formText, SpecialForm } from './forms.ts';
import { remembered } from './remembered.ts';
import { ANNOTATED, subscriptContainer, subscriptForm } from './subscript.ts';
import { UNION_METHODS } from './union-methods.ts';

/** `isinstance(value, cls)`, as Python answers it. */
export function isInstanceOf(call: Interpreter, value: Value, cls: Value): boolean {
  return call.truth(call.call(call.builtins.get('isinstance')!, [value, cls]));
}

nativeClass({
  name: '_SpecialForm',
  module: 'typing',
  host: SpecialForm,
  final: true,
  noDict: true,
  repr: (self: SpecialForm) => (self === ANNOTATED ? "<class 'typing.Annotated'>" : formText(self.name)),
  getItem: (self: SpecialForm, key: Value, call) => remembered(call, self, key, subscriptForm),
  getters: { _name: (self: SpecialForm) => self.name, __name__: (self: SpecialForm) => self.name },
  methods: {
    ...UNION_METHODS,
    __call__: [
      '*args, **kwds',
      (_call, self: SpecialForm) => {
        throw typeError(`Cannot instantiate typing.${self.name}`);
      },
    ],
    __mro_entries__: [
      'bases, /',
      (_call, self: SpecialForm) => {
        throw typeError(`Cannot subclass typing.${self.name}`);
      },
    ],
    __instancecheck__: [
      'obj, /',
      (_call, self: SpecialForm) => {
        throw typeError(`typing.${self.name} cannot be used with isinstance()`);
      },
    ],
  },
});

nativeClass({
  name: '_SpecialGenericAlias',
  module: 'typing',
  host: ContainerForm,
  noDict: true,
  repr: (self: ContainerForm) => `typing.${self.name}`,
  getItem: (self: ContainerForm, key: Value, call) => remembered(call, self, key, subscriptContainer),
  getters: {
    __origin__: (self: ContainerForm) => self.origin,
    __name__: (self: ContainerForm) => self.name,
    _name: (self: ContainerForm) => self.name,
  },
  getattr: (self: ContainerForm, name, call) =>
    name.startsWith('__') ? undefined : call.getAttribute(self.origin, name),
  methods: {
    ...UNION_METHODS,
    __call__: [
      '*args, **kwargs',
      (_call, self: ContainerForm) => {
        throw typeError(`Type ${self.name} cannot be instantiated; use ${containerHint(self)}() instead`);
      },
    ],
    __mro_entries__: ['bases, /', (_call, self: ContainerForm) => tuple([self.origin])],
    __instancecheck__: [
      'obj, /',
      (call, self: ContainerForm, value: Value) => isInstanceOf(call, value, self.origin),
    ],
    __subclasscheck__: [
      'cls, /',
      (call, self: ContainerForm, cls: Value) =>
        call.call(call.builtins.get('issubclass')!, [cls, self.origin]),
    ],
  },
});

const containerHint = (form: ContainerForm): string => form.target.replace('builtins.', '');
