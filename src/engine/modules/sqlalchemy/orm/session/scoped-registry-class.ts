/** One object for each scope. Answers to: sqlalchemy/util/_collections.py (ScopedRegistry, ThreadLocalRegistry). */
import { PyDict } from '../../../../python/values/containers/dict.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import { nativeClass } from '../../../../python/values/native/native.ts';
import type { Value } from '../../../../python/values/value.ts';

/** What makes the object of a scope, and the function that names the scope: none where that is the one thread there is. */
export class ScopedRegistry {
  createfunc: Value;
  scopefunc: Value;
  readonly registry = new PyDict();
  constructor(createfunc: Value, scopefunc: Value) {
    this.createfunc = createfunc;
    this.scopefunc = scopefunc;
  }

  private scope(call: Interpreter): Value {
    return this.scopefunc === null ? null : call.call(this.scopefunc);
  }

  has(call: Interpreter): boolean {
    return this.registry.get(this.scope(call)) !== undefined;
  }

  set(call: Interpreter, value: Value): void {
    this.registry.set(this.scope(call), value);
  }

  clear(call: Interpreter): void {
    this.registry.delete(this.scope(call));
  }

  /** The object of this scope, made where there is none. */
  get(call: Interpreter): Value {
    const found = this.registry.get(this.scope(call));
    if (found !== undefined) return found;
    const made = call.call(this.createfunc);
    this.set(call, made);
    return made;
  }
}

export const scopedRegistryClass = nativeClass({
  name: 'ScopedRegistry',
  module: 'sqlalchemy.util._collections',
  host: ScopedRegistry,
  signature: 'createfunc, scopefunc',
  construct: (_call, _cls, createfunc: Value, scopefunc: Value) => new ScopedRegistry(createfunc, scopefunc),
  methods: {
    __call__: ['', (call: Interpreter, self: ScopedRegistry) => self.get(call)],
    has: ['', (call: Interpreter, self: ScopedRegistry) => self.has(call)],
    set: [
      'obj',
      (call: Interpreter, self: ScopedRegistry, value: Value) => {
        self.set(call, value);
        return null;
      },
    ],
    clear: [
      '',
      (call: Interpreter, self: ScopedRegistry) => {
        self.clear(call);
        return null;
      },
    ],
  },
  getters: {
    createfunc: (self: ScopedRegistry) => self.createfunc,
    scopefunc: (self: ScopedRegistry) => self.scopefunc,
    registry: (self: ScopedRegistry) => self.registry,
  },
  setters: {
    createfunc: (self: ScopedRegistry, value: Value) => {
      self.createfunc = value;
    },
    scopefunc: (self: ScopedRegistry, value: Value) => {
      self.scopefunc = value;
    },
  },
});
