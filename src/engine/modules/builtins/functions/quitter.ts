/** `exit` and `quit`, which the interpreter's start adds to the builtins. Answers to: CPython's _sitebuiltins (Quitter). */
import { raise } from '../../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeClass } from '../../../python/values/native/native.ts';
import type { Value } from '../../../python/values/value.ts';

class Quitter {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

nativeClass({
  name: 'Quitter',
  module: '_sitebuiltins',
  host: Quitter,
  methods: {
    __call__: [
      'code=None',
      (_call: Interpreter, _self: Quitter, code: Value) => {
        throw raise('SystemExit', code);
      },
    ],
  },
  getters: { name: (self: Quitter) => self.name, eof: () => 'Ctrl-D (i.e. EOF)' },
  repr: ({ name }: Quitter) => `Use ${name}() or Ctrl-D (i.e. EOF) to exit`,
});

export const quitters: readonly (readonly [string, Value])[] = ['exit', 'quit'].map((name) => [
  name,
  new Quitter(name) as unknown as Value,
]);
