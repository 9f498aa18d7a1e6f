/** configparser for Python: parsers, sections, errors. */
import { list, tuple } from '../python/values/containers/containers.ts';
import { dict, PyDict } from '../python/values/containers/dict.ts';
import { exceptionClass, keyError, typeError, valueError } from '../python/values/exceptions/exceptions.ts';

import type { Interpreter } from '../python/values/interpreter.ts';
import { lazyModule, type NativeModule, nativeClass } from '../python/values/native/native.ts';
import type { PyClass, Value } from '../python/values/value.ts';
import { asBoolean, ConfigParser, type GetOptions } from '../stdlib/configparser/config-parser.ts';
import { Float } from '../stdlib/float.ts';
import { nothing } from './alembic/bound.ts';

const MODULE = 'configparser';

/** `parser[section]` */
class SectionProxy {
  readonly parser: ConfigParser;
  readonly name: string;
  constructor(parser: ConfigParser, name: string) {
    this.parser = parser;
    this.name = name;
  }
}

const SIGNATURE =
  'defaults=None, dict_type=None, allow_no_value=False, *, delimiters=None, comment_prefixes=None, inline_comment_prefixes=None, ' +
  "strict=True, empty_lines_in_values=True, default_section='DEFAULT', interpolation=True, converters=None";

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
      interpolate: interpolate && interpolation !== null,
      ...(delimiterTexts && { delimiters: delimiterTexts }),
      ...(prefixes && { commentPrefixes: prefixes }),
      ...(inlinePrefixes && { inlineCommentPrefixes: inlinePrefixes }),
    });
  };
}

const pairs = (call: Interpreter, values: PyDict): [string, string][] =>
  [...values.entries()].map(([key, value]) => [call.str(key), call.str(value)]);

function options(call: Interpreter, raw: Value, vars: Value, fallback: Value | undefined): GetOptions {
  return {
    raw: call.truth(raw),
    ...(vars instanceof PyDict ? { vars: pairs(call, vars) } : {}),
    ...(fallback === undefined ? {} : { fallback }),
  };
}

const GET = 'section, option, *, raw=False, vars=None, fallback=_UNSET';
type Convert = (text: Value) => Value;

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

const integer: Convert = (text) => {
  const words = String(text);
  if (!/^\s*[+-]?\d+\s*$/.test(words)) throw invalid(`invalid literal for int() with base 10: '${words}'`);
  return Number(words);
};
const float: Convert = (text) => {
  const value = Number(text);
  if (Number.isNaN(value)) throw invalid(`could not convert string to float: '${String(text)}'`);
  return new Float(value);
};
const invalid = (message: string) => valueError(message);

function readFiles(call: Interpreter, self: ConfigParser, names: Value): Value {
  const all = typeof names === 'string' ? [names] : isPath(call, names) ? [names] : [...call.iterate(names)];
  const read: Value[] = [];
  for (const name of all) {
    const path = call.str(name);
    const text = call.process.machine.files.read(path.startsWith('/') ? path : `${call.process.cwd}/${path}`);
    if (text === undefined) continue;
    self.readText(text, call.repr(name));
    read.push(name);
  }
  return list(read);
}

const isPath = (call: Interpreter, value: Value) => call.getAttribute(value, '__fspath__') !== undefined;

const rawConfigParserClass = nativeClass({
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

const pair = (key: Value, value: Value): Value => tuple([key, value]);

export const configParserClass = nativeClass({
  name: 'ConfigParser',
  module: MODULE,
  bases: [rawConfigParserClass],
  host: ConfigParser,
  signature: SIGNATURE,
  construct: construct(true) as never,
});

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

const sectionProxyClass = nativeClass({
  name: 'SectionProxy',
  module: MODULE,
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

const keysOf = (parser: ConfigParser, name: string): string[] =>
  parser.hasSection(name) ? parser.options(name) : [...parser.defaults().keys()];

function errors(): Readonly<Record<string, PyClass>> {
  const of = (name: string, base: PyClass) => nativeClass({ name, module: MODULE, bases: [base] });
  const error = of('Error', exceptionClass('Exception'));
  const parsing = of('ParsingError', error);
  const interpolation = of('InterpolationError', error);
  return {
    Error: error,
    NoSectionError: of('NoSectionError', error),
    DuplicateSectionError: of('DuplicateSectionError', error),
    DuplicateOptionError: of('DuplicateOptionError', error),
    NoOptionError: of('NoOptionError', error),
    ParsingError: parsing,
    MissingSectionHeaderError: of('MissingSectionHeaderError', parsing),
    InterpolationError: interpolation,
    InterpolationMissingOptionError: of('InterpolationMissingOptionError', interpolation),
    InterpolationSyntaxError: of('InterpolationSyntaxError', interpolation),
    InterpolationDepthError: of('InterpolationDepthError', interpolation),
  };
}

export const configparserModule: NativeModule = lazyModule(MODULE, {
  ...Object.fromEntries(Object.entries(errors()).map(([name, cls]) => [name, () => cls])),
  ConfigParser: () => configParserClass,
  RawConfigParser: () => rawConfigParserClass,
  SectionProxy: () => sectionProxyClass,
  DEFAULTSECT: () => 'DEFAULT',
});
