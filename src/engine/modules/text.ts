/** `textwrap` and `string`. */

import { list } from '../python/values/containers.ts';
import { raise } from '../python/values/exceptions.ts';
import type { Interpreter } from '../python/values/interpreter.ts';
import { lazyModule, type NativeModule, nativeClass, nativeFunction } from '../python/values/native.ts';
import type { Value } from '../python/values/value.ts';
import { dedent, fill, indent, shorten, wrap } from '../stdlib/textwrap.ts';

type Keywords = ReadonlyMap<string, Value>;

const camel = (name: string) => name.replace(/_(\w)/g, (_all, letter: string) => letter.toUpperCase());
const options = (kwargs: Keywords) =>
  Object.fromEntries([...kwargs].map(([name, value]) => [camel(name), value]));

const textwrapModule = lazyModule('textwrap', {
  dedent: () => nativeFunction('dedent', 'text', (_call, text: string) => dedent(text)),
  indent: () =>
    nativeFunction(
      'indent',
      'text, prefix, predicate=None',
      (call, text: string, prefix: string, wanted: Value) =>
        indent(text, prefix, wanted === null ? undefined : (line) => call.truth(call.call(wanted, [line]))),
    ),
  wrap: () =>
    nativeFunction(
      'wrap',
      'text, width=70, **kwargs',
      (_call, text: string, width: number, kwargs: Keywords) =>
        list(wrap(text, { width, ...options(kwargs) })),
    ),
  fill: () =>
    nativeFunction(
      'fill',
      'text, width=70, **kwargs',
      (_call, text: string, width: number, kwargs: Keywords) => fill(text, { width, ...options(kwargs) }),
    ),
  shorten: () =>
    nativeFunction(
      'shorten',
      'text, width, **kwargs',
      (_call, text: string, width: number, kwargs: Keywords) => shorten(text, width, options(kwargs)),
    ),
});

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const UPPER = LOWER.toUpperCase();
const PUNCTUATION = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';

/** `string.Template`: `$name` and `${name}`. */
class Template {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }

  substitute(call: Interpreter, names: ReadonlyMap<string, Value>, safe: boolean): string {
    return this.text.replace(
      /\$(?:(\$)|(\w+)|\{(\w+)\})/g,
      (all, dollar?: string, bare?: string, braced?: string) => {
        if (dollar) return '$';
        const value = names.get(bare ?? braced!);
        if (value === undefined && !safe) throw raise('KeyError', bare ?? braced!);
        return value === undefined ? all : call.str(value);
      },
    );
  }
}

function namesFrom(call: Interpreter, mapping: Value, kwargs: Keywords): Map<string, Value> {
  const names = new Map<string, Value>();
  if (mapping !== null) {
    for (const pair of call.iterate(call.callMethod(mapping, 'items'))) {
      const [key, value] = [...call.iterate(pair)];
      names.set(String(key), value!);
    }
  }
  for (const [key, value] of kwargs) names.set(key, value);
  return names;
}

const templateClass = nativeClass({
  name: 'Template',
  module: 'string',
  host: Template,
  signature: 'template',
  construct: (_call, _cls, text: string) => new Template(text),
  getters: { template: (self: Template) => self.text },
  methods: {
    substitute: [
      'mapping=None, /, **kws',
      (call, self: Template, mapping: Value, kws: Keywords) =>
        self.substitute(call, namesFrom(call, mapping, kws), false),
    ],
    safe_substitute: [
      'mapping=None, /, **kws',
      (call, self: Template, mapping: Value, kws: Keywords) =>
        self.substitute(call, namesFrom(call, mapping, kws), true),
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
  capwords: () =>
    nativeFunction('capwords', 's, sep=None', (_call, text: string) =>
      text
        .split(/\s+/)
        .filter(Boolean)
        .map((word) => word[0]!.toUpperCase() + word.slice(1).toLowerCase())
        .join(' '),
    ),
});

export const textModules: readonly NativeModule[] = [textwrapModule, stringModule];
