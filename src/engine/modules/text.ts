/** `textwrap`, and the list that has `string` as well. */

import { typeName } from '../python/values/classes/class-of.ts';
import { list } from '../python/values/containers/containers.ts';
import { type PyException, typeError } from '../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../python/values/interpreter.ts';
import { numberAtMost, textForPattern, textWith } from '../python/values/native/arguments.ts';
import {
  lazyModule,
  type NativeModule,
  nativeClass,
  nativeFunction,
} from '../python/values/native/native.ts';
import { binary } from '../python/values/operators.ts';
import { truth } from '../python/values/truth.ts';
import { plain, type Value } from '../python/values/value.ts';
import { dedent, indent, shorten, WRAP_DEFAULTS, type WrapOptions, wrap } from '../stdlib/textwrap.ts';
import { stringModule } from './library/text/string.ts';

type Keywords = ReadonlyMap<string, Value>;

const camel = (name: string) => name.replace(/_(\w)/g, (_all, letter: string) => letter.toUpperCase());

/** Of each option the plain value, where it is of the kind that its default has. */
function options(kwargs: Keywords): Partial<WrapOptions> {
  const given = [...kwargs].map(([name, value]) => {
    const key = camel(name);
    const expected = WRAP_DEFAULTS[key as keyof WrapOptions];
    if (expected === undefined)
      throw typeError(`TextWrapper.__init__() got an unexpected keyword argument '${name}'`);
    if (typeof expected === 'string') return [key, textWith(value, 'lstrip')];
    if (typeof expected === 'boolean') return [key, truth(value)];
    return [key, value === null ? null : numberAtMost(value, 0)];
  });
  return Object.fromEntries(given);
}

const wrapped = (text: Value, width: Value, kwargs: Keywords): string[] => {
  const bare = textWith(text, 'expandtabs');
  return wrap(bare, { ...options(kwargs), width: numberAtMost(width, 0) });
};

function indented(call: Interpreter, text: Value, prefix: Value, wanted: Value): string {
  const lines = textWith(text, 'splitlines');
  const before = plain(prefix);
  if (typeof before !== 'string') throw notAdded(prefix);
  return indent(lines, before, wanted === null ? undefined : (line) => call.truth(call.call(wanted, [line])));
}

/** What `prefix + line` says of a prefix that is no text. */
function notAdded(prefix: Value): PyException {
  binary('Add', prefix, '');
  return typeError(`unsupported operand type(s) for +: '${typeName(prefix)}' and 'str'`);
}

/** `textwrap.TextWrapper`: the settings of a wrapping, which may be changed between two texts. */
class Wrapper {
  readonly settings: Map<string, Value>;
  constructor(settings: ReadonlyMap<string, Value>) {
    this.settings = new Map(settings);
  }
  lines(text: Value): string[] {
    return wrap(textWith(text, 'expandtabs'), options(this.settings));
  }
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const WRAP_OPTIONS = Object.entries(WRAP_DEFAULTS).map(
  ([name, value]) => [snake(name), value as Value] as const,
);

const wrapperClass = nativeClass({
  name: 'TextWrapper',
  module: 'textwrap',
  host: Wrapper,
  signature: 'width=70, initial_indent="", subsequent_indent="", **kwargs',
  construct: (_call, _cls, width: Value, first: Value, rest: Value, kwargs: Keywords) => {
    options(kwargs);
    const given = new Map([
      ...kwargs,
      ['width', width],
      ['initial_indent', first],
      ['subsequent_indent', rest],
    ]);
    return new Wrapper(new Map([...WRAP_OPTIONS, ...given]));
  },
  methods: {
    wrap: ['text', (_call, self: Wrapper, text: Value) => list(self.lines(text))],
    fill: ['text', (_call, self: Wrapper, text: Value) => self.lines(text).join('\n')],
  },
  getters: Object.fromEntries(
    WRAP_OPTIONS.map(([name]) => [name, (self: Wrapper) => self.settings.get(name) ?? null]),
  ),
  setters: Object.fromEntries(
    WRAP_OPTIONS.map(([name]) => [
      name,
      (self: Wrapper, value: Value) => {
        self.settings.set(name, value);
      },
    ]),
  ),
});

const textwrapModule = lazyModule('textwrap', {
  TextWrapper: () => wrapperClass,
  dedent: () => nativeFunction('dedent', 'text', (_call, text: Value) => dedent(textForPattern(text))),
  indent: () => nativeFunction('indent', 'text, prefix, predicate=None', indented),
  wrap: () =>
    nativeFunction('wrap', 'text, width=70, **kwargs', (_call, text: Value, width: Value, kwargs: Keywords) =>
      list(wrapped(text, width, kwargs)),
    ),
  fill: () =>
    nativeFunction('fill', 'text, width=70, **kwargs', (_call, text: Value, width: Value, kwargs: Keywords) =>
      wrapped(text, width, kwargs).join('\n'),
    ),
  shorten: () =>
    nativeFunction('shorten', 'text, width, **kwargs', (_call, text: Value, width: Value, kwargs: Keywords) =>
      shorten(textWith(text, 'strip'), numberAtMost(width, 0), options(kwargs)),
    ),
});

export const textModules: readonly NativeModule[] = [textwrapModule, stringModule];
