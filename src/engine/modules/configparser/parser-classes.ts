/** `RawConfigParser` and `ConfigParser`. Answers to: CPython's Lib/configparser.py. */

import { list } from '../../python/values/containers/containers.ts';
import { dict, PyDict } from '../../python/values/containers/dict.ts';
import { keyError, typeError, valueError } from '../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import { nativeClass } from '../../python/values/native/native.ts';
import type { PyClass, Value } from '../../python/values/value.ts';
import { asBoolean, ConfigParser } from '../../stdlib/configparser/config-parser.ts';
import { absolutePath } from '../../stdlib/posix-path.ts';
import { nothing } from '../alembic/bound.ts';
import { Interpolation } from './interpolations.ts';
import { keysOf, SectionProxy } from './section-proxy.ts';
import { type Convert, float, integer, options, pair, pairs } from './values.ts';

const MODULE = 'configparser';

const SIGNATURE =
  'defaults=None, dict_type=None, allow_no_value=False, *, delimiters=None, comment_prefixes=None, inline_comment_prefixes=None, ' +
  "strict=True, empty_lines_in_values=True, default_section='DEFAULT', interpolation=True, converters=None";

/** What `interpolation=` asks for. */
const interpolationOf = (usual: boolean, given: Value): boolean | 'extended' =>
  (given as unknown) instanceof Interpolation
    ? (given as unknown as Interpolation).kind
    : usual && given !== null;

function construct(interpolate: boolean) {
  return (call: Interpreter, _cls: PyClass, ...bound: Value[]): ConfigParser => {
    const [defaults, , allowNoValue, delimiters, comments, inline, strict, empty, section, interpolation] =
      bound as Value[];
    const texts = (value: Value | undefined) =>
      value === null || value === undefined
        ? undefined
        : [...call.iterate(value)].map((each) => call.str(each));
    const prefixes = texts(comments);
    const inlinePrefixes = texts(inline);
    const delimiterTexts = texts(delimiters);
    return new ConfigParser({
      defaults: defaults instanceof PyDict ? pairs(call, defaults) : [],
      allowNoValue: call.truth(allowNoValue!),
      strict: call.truth(strict!),
      emptyLinesInValues: call.truth(empty!),
      defaultSection: String(section),
      interpolate: interpolationOf(interpolate, interpolation!),
      ...(delimiterTexts && { delimiters: delimiterTexts }),
      ...(prefixes && { commentPrefixes: prefixes }),
      ...(inlinePrefixes && { inlineCommentPrefixes: inlinePrefixes }),
    });
  };
}

const GET = 'section, option, *, raw=False, vars=None, fallback=_UNSET';
/** `get` and its kin; a fallback is not converted. */
const getter =
  (convert: Convert) =>
  (
    call: Interpreter,
    self: ConfigParser,
    section: string,
    option: string,
    raw: Value,
    vars: Value,
    fallback: Value,
  ) => {
    const hasFallback = fallback !== undefined;
    if (hasFallback && !self.hasOption(section, option)) return fallback;
    return convert(self.get(section, option, options(call, raw, vars, undefined)) as Value);
  };

function readFiles(call: Interpreter, self: ConfigParser, names: Value): Value {
  const all = typeof names === 'string' ? [names] : isPath(call, names) ? [names] : [...call.iterate(names)];
  const read: Value[] = [];
  for (const name of all) {
    const path = call.str(name);
    const text = call.process.machine.files.read(absolutePath(call.process.cwd, path));
    if (text === undefined) continue;
    self.readText(text, call.repr(name));
    read.push(name);
  }
  return list(read);
}

const isPath = (call: Interpreter, value: Value) => call.getAttribute(value, '__fspath__') !== undefined;

export const rawConfigParserClass = nativeClass({
  name: 'RawConfigParser',
  module: MODULE,
  signature: SIGNATURE,
  construct: construct(false) as never,
  methods: {
    read: [
      'filenames, encoding=None',
      (call, self: ConfigParser, names: Value) => readFiles(call, self, names),
    ],
    read_string: [
      "string, source='<string>'",
      (call, self: ConfigParser, text: string, source: Value) =>
        nothing(self.readText(text, call.repr(source))),
    ],
    read_file: [
      'f, source=None',
      (call, self: ConfigParser, file: Value, source: Value) => {
        const lines = [...call.iterate(file)].map((line) => call.str(line));
        const name = source ?? call.getAttribute(file, 'name') ?? '<???>';
        self.readText(lines.join(''), call.repr(name));
        return null;
      },
    ],
    __setitem__: [
      'key, value',
      (call, self: ConfigParser, section: Value, values: Value) => {
        const name = call.str(section);
        if (values instanceof SectionProxy && values.parser === self && values.name === name) return null;
        if (name === self.defaultSection || self.hasSection(name))
          for (const option of [...keysOf(self, name)]) self.removeOption(name, option);
        readSection(call, self, name, values);
        return null;
      },
    ],
    __delitem__: [
      'key',
      (_call, self: ConfigParser, section: string) => {
        if (section === self.defaultSection) throw valueError('Cannot remove the default section.');
        if (!self.removeSection(section)) throw keyError(section);
        return null;
      },
    ],
    read_dict: [
      "dictionary, source='<dict>'",
      (call, self: ConfigParser, values: PyDict) => {
        for (const [section, own] of values.entries()) readSection(call, self, call.str(section), own);
        return null;
      },
    ],
    sections: ['', (_call, self: ConfigParser) => list(self.sections())],
    has_section: ['section', (_call, self: ConfigParser, section: string) => self.hasSection(section)],
    add_section: [
      'section',
      (_call, self: ConfigParser, section: string) => nothing(self.addSection(section)),
    ],
    remove_section: ['section', (_call, self: ConfigParser, section: string) => self.removeSection(section)],
    options: ['section', (_call, self: ConfigParser, section: string) => list(self.options(section))],
    has_option: [
      'section, option',
      (_call, self: ConfigParser, section: string, option: string) => self.hasOption(section ?? '', option),
    ],
    remove_option: [
      'section, option',
      (_call, self: ConfigParser, section: string, option: string) => self.removeOption(section, option),
    ],
    defaults: ['', (_call, self: ConfigParser) => dict(self.defaults() as Map<string, Value>)],
    get: [GET, getter((text) => text) as never],
    getint: [GET, getter(integer) as never],
    getfloat: [GET, getter(float) as never],
    getboolean: [GET, getter((text) => asBoolean(String(text))) as never],
    items: [
      'section=_UNSET, raw=False, vars=None',
      (call, self: ConfigParser, section: string | undefined, raw: Value, vars: Value) =>
        section === undefined
          ? list(['DEFAULT', ...self.sections()].map((name) => pair(name, new SectionProxy(self, name))))
          : list(
              self
                .items(section, options(call, raw, vars, undefined))
                .map(([key, value]) => pair(key, value)),
            ),
    ],
    set: [
      'section, option, value=None',
      (_call, self: ConfigParser, section: string, option: string, value: Value) => {
        if (typeof value !== 'string') throw typeError('option values must be strings');
        self.set(section, option, value);
        return null;
      },
    ],
    write: [
      'fp, space_around_delimiters=True',
      (call, self: ConfigParser, file: Value, space: Value) => {
        call.callMethod(file, 'write', self.text(call.truth(space)));
        return null;
      },
    ],
    __setattr__: [
      'name, value, /',
      (call, self: ConfigParser, name: string, value: Value) => {
        if (name === 'optionxform') self.rename = (option) => call.str(call.call(value, [option]));
        return call.call(call.getAttribute(call.builtins.get('object')!, '__setattr__')!, [
          self,
          name,
          value,
        ]);
      },
    ],
    optionxform: ['optionstr', (_call, self: ConfigParser, name: string) => self.optionName(name)],
  },
  getItem: (self: ConfigParser, section: string) => {
    if (section !== self.defaultSection && !self.hasSection(section)) throw keyError(section);
    return new SectionProxy(self, section);
  },
  contains: (self: ConfigParser, section: string) =>
    section === self.defaultSection || self.hasSection(section),
  iterate: (self: ConfigParser) => [self.defaultSection, ...self.sections()],
  len: (self: ConfigParser) => self.sections().length + 1,
  getters: { default_section: (self: ConfigParser) => self.defaultSection },
});

/** The options of one section, as `read_dict` takes them. */
function readSection(call: Interpreter, parser: ConfigParser, name: string, values: Value): void {
  if (!parser.hasSection(name) && name !== parser.defaultSection) parser.addSection(name);
  for (const entry of call.iterate(call.callMethod(values, 'items'))) {
    const [key, value] = [...call.iterate(entry)] as [Value, Value];
    parser.set(name, call.str(key), call.str(value));
  }
}

export const configParserClass = nativeClass({
  name: 'ConfigParser',
  module: MODULE,
  bases: [rawConfigParserClass],
  host: ConfigParser,
  signature: SIGNATURE,
  construct: construct(true) as never,
});
