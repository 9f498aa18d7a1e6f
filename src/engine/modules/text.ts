/** `textwrap` and `string`. */

import { numberAtMost, textForPattern, textWith } from '../python/values/arguments.ts';
import { typeName } from '../python/values/class-of.ts';
import { list } from '../python/values/containers.ts';
import {
  isException,
  keyError,
  type PyException,
  typeError,
  valueError,
} from '../python/values/exceptions.ts';
import type { Interpreter } from '../python/values/interpreter.ts';
import { getItem } from '../python/values/iterate.ts';
import { lazyModule, type NativeModule, nativeClass, nativeFunction } from '../python/values/native.ts';
import { binary } from '../python/values/operators.ts';
import { truth } from '../python/values/truth.ts';
import { plain, type Value } from '../python/values/value.ts';
import { dedent, indent, shorten, WRAP_DEFAULTS, type WrapOptions, wrap } from '../stdlib/textwrap.ts';

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

const textwrapModule = lazyModule('textwrap', {
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

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const UPPER = LOWER.toUpperCase();
const PUNCTUATION = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';

/** `string.Template`: `$name` and `${name}`. */
class Template {
  readonly text: Value;
  constructor(text: Value) {
    this.text = text;
  }

  /** @param find the value of a name; undefined leaves the placeholder as it is, which only `safe` allows. */
  substitute(call: Interpreter, find: (name: string) => Value | undefined, safe: boolean): string {
    const text = textForPattern(this.text);
    return text.replace(
      /\$(?:(\$)|([_a-z][_a-z0-9]*)|\{([_a-z][_a-z0-9]*)\}|)/gi,
      (all, dollar: string | undefined, bare: string | undefined, braced: string | undefined, at: number) => {
        if (dollar) return '$';
        const name = bare ?? braced;
        if (name === undefined && safe) return all;
        if (name === undefined) throw invalidPlaceholder(text, at);
        const value = find(name);
        return value === undefined ? all : call.str(value);
      },
    );
  }
}

function invalidPlaceholder(text: string, at: number): PyException {
  const lines = text.slice(0, at).split('\n');
  const place = `line ${lines.length}, col ${lines.at(-1)!.length + 1}`;
  return valueError(`Invalid placeholder in string: ${place}`);
}

/** Looks a name up in the keywords, then in the mapping. */
const lookUp = (mapping: Value, kwargs: Keywords, safe: boolean) => (name: string) => {
  const given = kwargs.get(name);
  if (given !== undefined) return given;
  if (mapping === undefined && safe) return undefined;
  if (mapping === undefined) throw keyError(name);
  try {
    return getItem(mapping, name);
  } catch (error) {
    if (safe && isException(error, 'KeyError')) return undefined;
    throw error;
  }
};

const templateClass = nativeClass({
  name: 'Template',
  module: 'string',
  host: Template,
  signature: 'template',
  construct: (_call, _cls, text: Value) => new Template(text),
  getters: { template: (self: Template) => self.text },
  methods: {
    substitute: [
      'mapping=..., /, **kws',
      (call, self: Template, mapping: Value, kws: Keywords) =>
        self.substitute(call, lookUp(mapping, kws, false), false),
    ],
    safe_substitute: [
      'mapping=..., /, **kws',
      (call, self: Template, mapping: Value, kws: Keywords) =>
        self.substitute(call, lookUp(mapping, kws, true), true),
    ],
  },
});

const stringModule = lazyModule('string', {
  ascii_lowercase: () => LOWER,
  ascii_uppercase: () => UPPER,
  ascii_letters: () => LOWER + UPPER,
  digits: () => '0123456789',
  hexdigits: () => '0123456789abcdefABCDEF',
  octdigits: () => '01234567',
  punctuation: () => PUNCTUATION,
  whitespace: () => ' \t\n\r\x0b\x0c',
  printable: () => `0123456789${LOWER}${UPPER}${PUNCTUATION} \t\n\r\x0b\x0c`,
  Template: () => templateClass,
  capwords: () => nativeFunction('capwords', 's, sep=None', capwords),
});

/** The words between separators, each with one capital; without a separator blanks are runs, and one stays between words. */
function capwords(call: Interpreter, text: Value, separator: Value): Value {
  const words = [...call.iterate(call.callMethod(text, 'split', separator))];
  const shown = words.map((word) => call.callMethod(word, 'capitalize'));
  return call.callMethod(separator === null ? ' ' : separator, 'join', list(shown));
}

export const textModules: readonly NativeModule[] = [textwrapModule, stringModule];
