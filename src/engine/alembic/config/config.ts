/**
 * The settings of a run: alembic.ini, pyproject.toml, and what was given on the command line.
 * Answers to: alembic/config.py (Config).
 */
import { type Output, type Process, Raise } from '../../machine.ts';
import { ConfigParser } from '../../stdlib/configparser/config-parser.ts';
import { absolutePath, folderOf, pathAbsolute } from '../../stdlib/posix-path.ts';
import { reprString } from '../../stdlib/repr.ts';
import { parseToml, TomlDate, TomlFloat, type TomlTable } from '../../stdlib/toml.ts';
import { commandError } from '../script/errors.ts';
import type { HookOptions } from '../script/write-hooks.ts';
import { filled, isTable, walked } from './toml-values.ts';

/** Options by name; undefined for one that is not there. */
export interface CommandOptions {
  get(name: string): unknown;
}

/** What a `Config` is made with. */
export interface ConfigOptions {
  readonly file?: string | null;
  readonly tomlFile?: string | null;
  readonly iniSection?: string;
  /** Where static SQL goes, if not to stdout: a Python file object. */
  readonly outputBuffer?: unknown;
  readonly stdout?: Output;
  /** The parsed command line, by option. */
  readonly commandOptions?: CommandOptions | null;
  readonly args?: Iterable<readonly [string, string]>;
  /** A Python dictionary. */
  readonly attributes?: unknown;
}

const SEPARATORS: ReadonlyMap<string, string> = new Map([
  ['space', ' '],
  ['newline', '\n'],
  ['os', ':'],
  [':', ':'],
  [';', ';'],
]);

export class Config {
  readonly process: Process;
  configFileName: string | null;
  readonly tomlFileName: string | null;
  configIniSection: string;
  outputBuffer: unknown;
  readonly stdout: Output;
  commandOptions: CommandOptions | null;
  readonly args: Map<string, string>;
  /** What programs hand to env.py: a Python dictionary, made when first asked for. */
  #attributes: unknown;
  #parser: ConfigParser | undefined;
  #toml: TomlTable | undefined;

  constructor(process: Process, options: ConfigOptions = {}) {
    this.process = process;
    this.configFileName = options.file ?? null;
    this.tomlFileName = options.tomlFile ?? null;
    this.configIniSection = options.iniSection ?? 'alembic';
    this.outputBuffer = options.outputBuffer ?? null;
    this.stdout = options.stdout ?? process.stdout;
    this.commandOptions = options.commandOptions ?? null;
    this.args = new Map(options.args ?? []);
    this.#attributes = options.attributes;
  }

  get attributes(): unknown {
    this.#attributes ??= this.process.python.dict([]);
    return this.#attributes;
  }

  get quiet(): boolean {
    return this.commandOptions?.get('quiet') === true;
  }

  /** `print_stdout`: a line, unless -q was given. */
  print(text: string): void {
    if (!this.quiet) this.stdout.write(`${text}\n`);
  }

  /** The parsed ini file; empty where there is none. @throws Raise of configparser's errors */
  get parser(): ConfigParser {
    if (this.#parser) return this.#parser;
    const { process, configFileName: name } = this;
    const path = name === null ? null : absolutePath(process.cwd, name);
    this.args.set('here', name === null ? '.' : folderOf(pathAbsolute(process.cwd, name)));
    const parser = new ConfigParser({ defaults: this.args });
    if (path !== null) {
      const text = process.machine.files.read(path);
      if (text !== undefined) parser.readText(text, `PosixPath(${reprString(name!)})`);
    } else {
      parser.addSection(this.configIniSection);
    }
    this.#parser = parser;
    return parser;
  }

  /** `[tool.alembic]` of pyproject.toml. @throws Raise tomllib.TOMLDecodeError */
  get toml(): TomlTable {
    if (this.#toml) return this.#toml;
    const text =
      this.tomlFileName === null
        ? undefined
        : this.process.machine.files.read(absolutePath(this.process.cwd, this.tomlFileName));
    const tool: unknown = text === undefined ? undefined : parseToml(text).tool;
    if (tool !== undefined && !isTable(tool)) {
      const type = tool instanceof TomlFloat ? 'float' : this.process.python.typeName(tool);
      throw new Raise('builtins.AttributeError', [`'${type}' object has no attribute 'get'`]);
    }
    const own: unknown = tool?.alembic ?? {};
    if (typeof own !== 'object' || own === null) throw commandError('Incorrect TOML format');
    this.#toml = own as TomlTable;
    return this.#toml;
  }

  /** @throws CommandError where the section is missing */
  sectionOption(section: string, name: string, fallback: unknown = null): unknown {
    if (!this.parser.hasSection(section)) {
      const file = this.configFileName === null ? 'None' : reprString(this.configFileName);
      throw commandError(`No config file ${file} found, or file has no '[${section}]' section`);
    }
    return this.parser.hasOption(section, name) ? this.parser.get(section, name) : fallback;
  }

  mainOption(name: string, fallback: unknown = null): unknown {
    return this.sectionOption(this.configIniSection, name, fallback);
  }

  setMainOption(name: string, value: string): void {
    this.setSectionOption(this.configIniSection, name, value);
  }

  setSectionOption(section: string, name: string, value: string): void {
    if (!this.parser.hasSection(section)) this.parser.addSection(section);
    this.parser.set(section, name, value);
  }

  removeMainOption(name: string): void {
    this.parser.removeOption(this.configIniSection, name);
  }

  /** A whole section, defaults included; undefined where there is none. */
  section(name: string): Map<string, string | null> | undefined {
    return this.parser.hasSection(name) ? new Map(this.parser.items(name)) : undefined;
  }

  /** An option of the ini file or, failing that, of pyproject.toml. */
  alembicOption(name: string, fallback: unknown = null): unknown {
    if (this.parser.hasOption(this.configIniSection, name))
      return this.parser.get(this.configIniSection, name);
    return this.#tomlOption(name) ?? fallback;
  }

  /** "true" and nothing else in the ini file. */
  alembicBoolean(name: string): boolean {
    if (this.parser.hasOption(this.configIniSection, name)) {
      return this.parser.get(this.configIniSection, name) === 'true';
    }
    const value = this.toml[name];
    if (value !== undefined && typeof value !== 'boolean') {
      throw commandError(`boolean value expected for TOML parameter ${reprString(name)}`);
    }
    return value === true;
  }

  /** undefined: the default location. @throws ValueError for an unknown separator */
  versionLocations(): string[] | undefined {
    const text = this.parser.get(this.configIniSection, 'version_locations', { fallback: null });
    if (!text) return this.#tomlList('version_locations');
    return this.#split(String(text), /, *| +/, ['path_separator', 'version_path_separator']);
  }

  /** @throws ValueError for an unknown separator */
  prependSysPaths(): string[] | undefined {
    const text = this.parser.get(this.configIniSection, 'prepend_sys_path', { fallback: null });
    if (!text) return this.#tomlList('prepend_sys_path', 'can only assign an iterable');
    return this.#split(String(text), /, *| +|:/, ['path_separator']);
  }

  /** The options of each post-write hook in order, its name among them. */
  hooks(): readonly HookOptions[] {
    const section = this.section('post_write_hooks');
    if (section) {
      const names = (section.get('hooks') ?? '').split(/, *| +/).filter(Boolean);
      return names.map((name) => {
        const own = [...section].filter(([key]) => key.startsWith(`${name}.`));
        const options = own.map(([key, value]) => [key.slice(name.length + 1), value ?? ''] as const);
        return new Map([...options, ['_hook_name', name]]);
      });
    }
    return this.#tomlHooks().map((hook) => {
      if (hook.name === undefined) throw new Raise('builtins.KeyError', ['name']);
      const own = Object.entries(hook).filter(([key]) => key !== 'name');
      return new Map([...own, ['_hook_name', hook.name]].map(([key, value]) => [String(key), String(value)]));
    });
  }

  #split(text: string, legacy: RegExp, names: readonly string[]): string[] {
    const separator = this.#separator(names);
    if (separator === undefined) return text.split(legacy);
    return text
      .split(separator)
      .filter(Boolean)
      .map((part) => part.trim());
  }

  #separator(names: readonly string[]): string | undefined {
    for (const name of names) {
      const given = this.mainOption(name);
      if (given === null) continue;
      const separator = SEPARATORS.get(String(given));
      if (separator !== undefined) return separator;
      const message = `'${String(given)}' is not a valid value for ${name}; expected 'space', 'newline', 'os', ':', ';'`;
      throw new Raise('builtins.ValueError', [message]);
    }
    return undefined;
  }

  /**
   * Text is walked letter by letter, as Python walks it. undefined for what Python calls false.
   * @param wrong what is said of a value that is nothing to walk
   * @throws TypeError
   */
  #tomlList(name: string, wrong?: string): string[] | undefined {
    const value = this.#tomlOption(name);
    if (!value) return undefined;
    const parts = walked(this.process, value, wrong) as string[];
    return parts.length === 0 ? undefined : parts;
  }

  /** `[[tool.alembic.post_write_hooks]]` @throws TypeError, ValueError for anything else */
  #tomlHooks(): readonly TomlTable[] {
    return walked(this.process, this.#tomlOption('post_write_hooks') ?? []).map((hook) => {
      if (typeof hook !== 'string') return hook as TomlTable;
      if (hook === '') return {};
      const message = 'dictionary update sequence element #0 has length 1; 2 is required';
      throw new Raise('builtins.ValueError', [message]);
    });
  }

  #tomlOption(name: string): unknown {
    const value = this.toml[name];
    // Where there is no pyproject.toml, nothing of TOML is asked for: its code may come later.
    if (value === undefined) return undefined;
    if (value instanceof TomlFloat || value instanceof TomlDate)
      throw commandError(`unsupported TOML value type for key: ${reprString(name)}`);
    return typeof value === 'object' || typeof value === 'string'
      ? filled(value, (text) => this.#percent(text))
      : value;
  }

  /** @throws KeyError, ValueError, TypeError as Python's `%` does */
  #percent(text: string): string {
    if (!text.includes('%')) return text;
    const file = pathAbsolute(this.process.cwd, this.tomlFileName!);
    const { python } = this.process;
    const names = python.dict([...this.args, ['here', folderOf(file)]]);
    return String(
      python.evaluate(
        'text % names',
        new Map<string, unknown>([
          ['text', text],
          ['names', names],
        ]),
      ),
    );
  }
}

/** `asbool`: @throws ValueError for a text that is neither */
export function asBoolean(value: unknown): boolean {
  if (typeof value !== 'string') return Boolean(value);
  const text = value.trim().toLowerCase();
  if (['true', 'yes', 'on', 'y', 't', '1'].includes(text)) return true;
  if (['false', 'no', 'off', 'n', 'f', '0'].includes(text)) return false;
  throw new Raise('builtins.ValueError', [`String is not true/false: ${reprString(text)}`]);
}
