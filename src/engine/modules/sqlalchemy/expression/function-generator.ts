/** `func`. Answers to: sqlalchemy/sql/functions.py (_FunctionGenerator). */
import { Raise } from '../../../machine.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeClass } from '../../../python/values/native/native.ts';
import type { Value } from '../../../python/values/value.ts';
import { functionCall } from '../../../sqlalchemy/expression/functions.ts';
import { typeArgument } from '../types/type-class.ts';
import './clause.ts';
import { registeredFunction } from './generic-registry.ts';
import { requireType } from './make-element.ts';

/** `func`, and `func.a.b` on the way to a call. */
export class FunctionPath {
  readonly names: readonly string[];
  constructor(names: readonly string[]) {
    this.names = names;
  }
}

nativeClass({
  name: '_FunctionGenerator',
  module: 'sqlalchemy.sql.functions',
  host: FunctionPath,
  methods: {
    __call__: [
      '*c, **kwargs',
      (call: Interpreter, self: FunctionPath, values: Value[], keywords: Map<string, Value>) => {
        if (self.names.length === 0) throw new Raise('builtins.IndexError', ['list index out of range']);
        const own = registeredFunction(call, self.names);
        if (own !== undefined) return call.call(own, values, keywords);
        const type = typeArgument(call, keywords.get('type_'));
        const args = self.names.at(-1) === 'cast' ? [values[0], requireType(call, values[1]!)] : values;
        return functionCall(self.names, args, type) as Value;
      },
    ],
  },
  getattr: (self: FunctionPath, name) => {
    if (name.startsWith('__')) return undefined;
    return new FunctionPath([...self.names, name.endsWith('_') ? name.slice(0, -1) : name]);
  },
});

export const FUNC = new FunctionPath([]);
