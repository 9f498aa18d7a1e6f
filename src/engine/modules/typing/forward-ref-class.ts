/** A type that is named in a string. */
import { NotImplemented } from '../../python/values/containers/containers.ts';
import { hashAll } from '../../python/values/containers/hash.ts';
import { typeError } from '../../python/values/exceptions/exceptions.ts';
import { nativeClass } from '../../python/values/native/native.ts';
import type { Value } from '../../python/values/value.ts';
import { ForwardRef } from './forms.ts';
import { UNION_METHODS } from './union-methods.ts';

export const forwardRefClass = nativeClass({
  name: 'ForwardRef',
  module: 'typing',
  host: ForwardRef,
  signature: 'arg, is_argument=True, module=None, *, is_class=False',
  construct: (call, _cls, text: Value) => {
    if (typeof text === 'string') return new ForwardRef(text);
    throw typeError(`Forward reference must be a string -- got ${call.repr(text)}`);
  },
  repr: (self: ForwardRef, call) => `ForwardRef(${call.repr(self.text)})`,
  eq: (self: ForwardRef, other: Value) =>
    other instanceof ForwardRef ? self.text === other.text : NotImplemented,
  hash: (self: ForwardRef) => hashAll([self.text]),
  getters: { __forward_arg__: (self: ForwardRef) => self.text },
  methods: UNION_METHODS,
});
