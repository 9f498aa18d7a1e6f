/** Python's ConfigParser. Answers to: CPython 3.11 Lib/configparser.py (behaviour). */
import { Raise } from '../../machine.ts';
import { duplicateSection, noOption, noSection } from './errors.ts';
import { checkBeforeSetExtended, substituteExtended } from './extended-interpolation.ts';
import { checkBeforeSet, substitute } from './interpolation.ts';
import { readInto, type Section } from './read.ts';

export interface ConfigParserOptions {
  readonly defaults?: Iterable<readonly [string, string]>;
  readonly allowNoValue?: boolean;
  readonly delimiters?: readonly string[];
  readonly commentPrefixes?: readonly string[];
  readonly inlineCommentPrefixes?: readonly string[];
  readonly strict?: boolean;
  readonly emptyLinesInValues?: boolean;
  readonly defaultSection?: string;
  /** False for RawConfigParser and `interpolation=None`. */
  readonly interpolate?: boolean | 'extended';
}

/** Ways to read a value that differ from the parser's own. */
export interface GetOptions {
  readonly raw?: boolean;
  readonly vars?: Iterable<readonly [string, string]>;
  readonly fallback?: unknown;
}

const BOOLEANS = new Map<string, boolean>([
  ['1', true],
  ['yes', true],
  ['true', true],
  ['on', true],
  ['0', false],
  ['no', false],
  ['false', false],
  ['off', false],
]);

export class ConfigParser {
  readonly defaultSection: string;
  readonly #sections = new Map<string, Section>();
  readonly #defaults: Section = new Map();
  readonly #options: ConfigParserOptions;
  /** What a program set as `optionxform`. */
  rename: ((name: string) => string) | undefined;

  constructor(options: ConfigParserOptions = {}) {
    this.#options = options;
    this.defaultSection = options.defaultSection ?? 'DEFAULT';
    for (const [name, value] of options.defaults ?? []) this.#defaults.set(this.optionName(name), value);
  }

  /** `optionxform`: names of options are compared in lower case, unless a program says otherwise. */
  optionName(name: string): string {
    return this.rename ? this.rename(name) : name.toLowerCase();
  }

  /** Reads a file's text. @param source repr of its origin, for messages. */
  readText(text: string, source = "'<string>'"): void {
    const settings = {
      sections: this.#sections,
      defaults: this.#defaults,
      defaultSection: this.defaultSection,
      strict: this.#options.strict ?? true,
      allowNoValue: this.#options.allowNoValue ?? false,
      delimiters: this.#options.delimiters ?? ['=', ':'],
      commentPrefixes: this.#options.commentPrefixes ?? ['#', ';'],
      inlineCommentPrefixes: this.#options.inlineCommentPrefixes ?? [],
      emptyLinesInValues: this.#options.emptyLinesInValues ?? true,
      optionName: (name: string) => this.optionName(name),
    };
    readInto(settings, text, source);
  }

  defaults(): ReadonlyMap<string, string | null> {
    return this.#defaults;
  }

  sections(): string[] {
    return [...this.#sections.keys()];
  }

  hasSection(section: string): boolean {
    return this.#sections.has(section);
  }

  /** @throws DuplicateSectionError, ValueError for the default section's name */
  addSection(section: string): void {
    if (section === this.defaultSection) {
      throw new Raise('builtins.ValueError', [`Invalid section name: '${section}'`]);
    }
    if (this.#sections.has(section)) throw duplicateSection(section);
    this.#sections.set(section, new Map());
  }

  removeSection(section: string): boolean {
    return this.#sections.delete(section);
  }

  /** @throws NoSectionError */
  options(section: string): string[] {
    const own = this.#sections.get(section);
    if (!own) throw noSection(section);
    return [...new Map([...own, ...this.#defaults]).keys()];
  }

  hasOption(section: string, option: string): boolean {
    const name = this.optionName(option);
    if (section === '' || section === this.defaultSection) return this.#defaults.has(name);
    const own = this.#sections.get(section);
    return own !== undefined && (own.has(name) || this.#defaults.has(name));
  }

  /** @throws NoSectionError, NoOptionError (unless there is a fallback), interpolation errors */
  get(section: string, option: string, how: GetOptions = {}): unknown {
    const hasFallback = 'fallback' in how;
    if (!this.#sections.has(section) && section !== this.defaultSection) {
      if (hasFallback) return how.fallback;
      throw noSection(section);
    }
    const values = this.#unified(section, how.vars);
    const name = this.optionName(option);
    const value = values.get(name);
    if (value === undefined) {
      if (hasFallback) return how.fallback;
      throw noOption(name, section);
    }
    return how.raw || value === null ? value : this.#interpolated(section, name, value, values);
  }

  /** `items(section)`: every option, defaults first, interpolated. @throws NoSectionError */
  items(section: string, how: GetOptions = {}): [string, string | null][] {
    if (!this.#sections.has(section) && section !== this.defaultSection) throw noSection(section);
    const values = this.#unified(section, how.vars);
    const names = [...new Map([...this.#defaults, ...(this.#sections.get(section) ?? [])]).keys()];
    return names.map((name) => {
      const value = values.get(name)!;
      return [name, how.raw || value === null ? value : this.#interpolated(section, name, value, values)];
    });
  }

  /** @throws NoSectionError, ValueError for a lone `%` */
  set(section: string, option: string, value: string | null): void {
    const { interpolate = true } = this.#options;
    if (value !== null && interpolate === 'extended') checkBeforeSetExtended(value);
    else if (value !== null && interpolate) checkBeforeSet(value);
    const target =
      section === '' || section === this.defaultSection ? this.#defaults : this.#sections.get(section);
    if (!target) throw noSection(section);
    target.set(this.optionName(option), value);
  }

  /** @throws NoSectionError */
  removeOption(section: string, option: string): boolean {
    const target =
      section === '' || section === this.defaultSection ? this.#defaults : this.#sections.get(section);
    if (!target) throw noSection(section);
    return target.delete(this.optionName(option));
  }

  /** What `write` prints: each section with `key = value` lines. */
  text(spaceAround = true): string {
    const equals = spaceAround ? ' = ' : '=';
    const block = (name: string, options: Section) =>
      `[${name}]\n${[...options].map(([key, value]) => (value === null ? `${key}\n` : `${key}${equals}${value.replaceAll('\n', '\n\t')}\n`)).join('')}\n`;
    const defaults = this.#defaults.size > 0 ? block(this.defaultSection, this.#defaults) : '';
    return defaults + [...this.#sections].map(([name, options]) => block(name, options)).join('');
  }

  #unified(section: string, vars: GetOptions['vars']): Map<string, string | null> {
    const own = this.#sections.get(section) ?? new Map<string, string | null>();
    const values = new Map([...this.#defaults, ...own]);
    for (const [name, value] of vars ?? []) values.set(this.optionName(name), value);
    return values;
  }

  /** A raw value; undefined where section or option are not there. */
  #raw(section: string, option: string): string | null | undefined {
    const known = section === this.defaultSection || this.#sections.has(section);
    return known ? this.#unified(section, undefined).get(option) : undefined;
  }

  #interpolated(
    section: string,
    option: string,
    value: string,
    values: ReadonlyMap<string, string | null>,
  ): string {
    const { interpolate = true } = this.#options;
    if (!interpolate) return value;
    if (interpolate === 'extended') {
      return substituteExtended(value, {
        section,
        option,
        optionName: (name) => this.optionName(name),
        value: (other, name) => (other === section ? values.get(name) : this.#raw(other, name)),
      });
    }
    return substitute(value, {
      section,
      option,
      raw: values.get(option) ?? value,
      optionName: (name) => this.optionName(name),
      value: (name) => values.get(name),
    });
  }
}

/** `getboolean`'s reading of a text. @throws ValueError */
export function asBoolean(value: string): boolean {
  const known = BOOLEANS.get(value.toLowerCase());
  if (known === undefined) throw new Raise('builtins.ValueError', [`Not a boolean: ${value}`]);
  return known;
}
