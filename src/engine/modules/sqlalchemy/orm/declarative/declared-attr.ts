/** `declared_attr`. Answers to: sqlalchemy/orm/decl_api.py. */
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { nativeClass, nativeFunction } from '../../../../python/values/native/native.ts';
import type { PyClass, Value } from '../../../../python/values/value.ts';
import { DeclaredAttr } from '../mapper/property.ts';

export const declaredAttrClass: PyClass = nativeClass({
  name: 'declared_attr',
  module: 'sqlalchemy.orm.decl_api',
  host: DeclaredAttr,
  signature: 'fn, cascading=False, quiet=False',
  construct: (_call, _cls, callable: Value, cascading: boolean) =>
    new DeclaredAttr(callable, false, cascading),
  attributes: {
    directive: () => nativeFunction('directive', 'fn', (_call, fn: Value) => new DeclaredAttr(fn, true)),
    cascading: () =>
      nativeFunction('cascading', 'fn', (_call, fn: Value) => new DeclaredAttr(fn, false, true)),
  },
  methods: {
    __get__: [
      'instance, owner=None, /',
      (call, self: DeclaredAttr, _instance: Value, owner: Value) => evaluateDeclared(call, self, owner),
    ],
  },
});

/** A declared attribute is evaluated once a class. */
const evaluated = new WeakMap<object, WeakMap<DeclaredAttr, Value>>();

function evaluateDeclared(call: Interpreter, self: DeclaredAttr, owner: Value): Value {
  const cls = owner as object;
  let known = evaluated.get(cls);
  if (!known) {
    known = new WeakMap();
    evaluated.set(cls, known);
  }
  const before = known.get(self);
  if (before !== undefined) return before;
  const inner = call.getAttribute(self.function, '__func__') ?? self.function;
  const made = call.call(inner, [owner]);
  if (!self.directive) known.set(self, made);
  return made;
}

export const declarativeMixinFunction = nativeFunction(
  'declarative_mixin',
  'cls',
  (_call, cls: Value) => cls,
);
