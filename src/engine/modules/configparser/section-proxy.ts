/** `parser[section]`: a section as a dictionary. */
import { list } from '../../python/values/containers/containers.ts';
import { keyError, typeError } from '../../python/values/exceptions/exceptions.ts';

import type { Interpreter } from '../../python/values/interpreter.ts';
import { nativeClass } from '../../python/values/native/native.ts';
import type { Value } from '../../python/values/value.ts';
import { asBoolean, type ConfigParser } from '../../stdlib/configparser/config-parser.ts';

import { type Convert, float, integer, options, pair } from './values.ts';

/** `parser[section]` */
export class SectionProxy {
  readonly parser: ConfigParser;
  readonly name: string;
  constructor(parser: ConfigParser, name: string) {
    this.parser = parser;
    this.name = name;
  }
}

const SECTION_GET = 'option, fallback=None, *, raw=False, vars=None';
const sectionGetter =
  (convert: Convert) =>
  (
    call: Interpreter,
    { parser, name }: SectionProxy,
    option: string,
    fallback: Value,
    raw: Value,
    vars: Value,
  ) =>
    parser.hasOption(name, option)
      ? convert(parser.get(name, option, options(call, raw, vars, undefined)) as Value)
      : fallback;

export const sectionProxyClass = nativeClass({
  name: 'SectionProxy',
  module: 'configparser',
  host: SectionProxy,
  methods: {
    __delitem__: [
      'key',
      (_call, { parser, name }: SectionProxy, option: string) => {
        if (!parser.removeOption(name, option)) throw keyError(option);
        return null;
      },
    ],
    get: [SECTION_GET, sectionGetter((text) => text) as never],
    getint: [SECTION_GET, sectionGetter(integer) as never],
    getfloat: [SECTION_GET, sectionGetter(float) as never],
    getboolean: [SECTION_GET, sectionGetter((text) => asBoolean(String(text))) as never],
    keys: ['', (_call, { parser, name }: SectionProxy) => list(keysOf(parser, name))],
    values: [
      '',
      (_call, { parser, name }: SectionProxy) =>
        list(keysOf(parser, name).map((key) => parser.get(name, key) as Value)),
    ],
    items: [
      '',
      (_call, { parser, name }: SectionProxy) =>
        list(keysOf(parser, name).map((key) => pair(key, parser.get(name, key) as Value))),
    ],
  },
  getters: { name: (self: SectionProxy) => self.name, parser: (self: SectionProxy) => self.parser },
  getItem: ({ parser, name }: SectionProxy, option: string) => {
    if (!parser.hasOption(name, option)) throw keyError(option);
    return parser.get(name, option) as Value;
  },
  setItem: ({ parser, name }: SectionProxy, option: string, value: Value) => {
    if (typeof value !== 'string') throw typeError('option values must be strings');
    parser.set(name, option, value);
  },
  contains: ({ parser, name }: SectionProxy, option: string) => parser.hasOption(name, option),
  iterate: ({ parser, name }: SectionProxy) => keysOf(parser, name),
  len: ({ parser, name }: SectionProxy) => keysOf(parser, name).length,
  repr: ({ name }: SectionProxy) => `<Section: ${name}>`,
});

/** The options of a section, or of the defaults. */
export const keysOf = (parser: ConfigParser, name: string): string[] =>
  parser.hasSection(name) ? parser.options(name) : [...parser.defaults().keys()];
