/** Python's ArgumentParser. Answers to: CPython 3.11 Lib/argparse.py (behaviour). */
import { type Output, Raise } from '../../machine.ts';
import { reprString } from '../repr.ts';
import { type Argument, ArgumentMessage, nameOf, SUPPRESS, type SubCommand } from './argument.ts';
import type { ExclusiveGroup } from './exclusive.ts';
import type { Namespace } from './grammar.ts';
import { formatHelp, formatUsage, type HelpLayout, type HelpSource } from './help.ts';
import { type ArgumentOptions, makeArgument } from './make-argument.ts';
import { parseInto } from './parse.ts';

/** Where a parser writes, and how wide. */
export interface Terminal {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly columns: number;
}

export interface ParserOptions {
  readonly prog: string;
  readonly usage?: string;
  readonly description?: string;
  readonly epilog?: string;
  readonly addHelp?: boolean;
  readonly allowAbbreviations?: boolean;
  /** Parsers whose arguments are ours, too. */
  readonly parents?: readonly ArgumentParser[];
  readonly layout?: HelpLayout;
  /** The default of arguments that say none. */
  readonly argumentDefault?: unknown;
  /** False: what is wrong is raised as ArgumentError. */
  readonly exitOnError?: boolean;
  /** `str()` of defaults, for helps. */
  readonly shown?: (value: unknown) => string;
  /** repr of values that are not text, for messages about choices. */
  readonly repr?: (value: unknown) => string;
}

/** Where an argument stands in the help, and what it may not be given with. */
export interface ArgumentPlace {
  readonly group?: Group | undefined;
  readonly exclusive?: ExclusiveGroup | undefined;
}

export interface Group {
  readonly title: string;
  readonly description?: string;
  readonly arguments: Argument[];
}

export class ArgumentParser {
  readonly prog: string;
  readonly options: ParserOptions;
  readonly #terminal: Terminal;
  readonly #arguments: Argument[] = [];
  readonly #byFlag = new Map<string, Argument>();
  readonly #defaults: Namespace = new Map();
  readonly #positionals: Group = { title: 'positional arguments', arguments: [] };
  readonly #optionals: Group = { title: 'options', arguments: [] };
  readonly #groups: Group[] = [this.#positionals, this.#optionals];
  readonly #exclusive: ExclusiveGroup[] = [];

  constructor(terminal: Terminal, options: ParserOptions) {
    this.#terminal = terminal;
    this.options = options;
    this.prog = options.prog;
    if (options.addHelp ?? true) {
      this.addArgument(['-h', '--help'], { action: 'help', help: 'show this help message and exit' });
    }
    for (const parent of options.parents ?? []) this.#adopt(parent);
  }

  /** Takes over what another parser knows. */
  #adopt(parent: ArgumentParser): void {
    for (const group of parent.#groups) {
      const own =
        this.#groups.find(({ title }) => title === group.title) ??
        this.addGroup(group.title, group.description);
      own.arguments.push(...group.arguments);
    }
    for (const argument of parent.#arguments) this.#register(argument);
    this.#exclusive.push(...parent.#exclusive);
    this.setDefaults(parent.#defaults);
  }

  #register(argument: Argument): void {
    this.#arguments.push(argument);
    for (const flag of argument.flags) {
      if (this.#byFlag.has(flag)) {
        throw new Raise('argparse.ArgumentError', [
          `argument ${nameOf(argument)}: conflicting option string: ${flag}`,
        ]);
      }
      this.#byFlag.set(flag, argument);
    }
  }

  /** Arguments of which one only may be given. */
  addExclusive(required: boolean): ExclusiveGroup {
    const group = { required, arguments: [] };
    this.#exclusive.push(group);
    return group;
  }

  /** @param names flags, or the one name of a positional argument */
  addArgument(names: readonly string[], options: ArgumentOptions = {}, place: ArgumentPlace = {}): Argument {
    const { argumentDefault } = this.options;
    const given = argumentDefault === undefined ? options : { default: argumentDefault, ...options };
    const argument = makeArgument(names, given);
    this.#register(argument);
    place.exclusive?.arguments.push(argument);
    (place.group ?? (argument.flags.length > 0 ? this.#optionals : this.#positionals)).arguments.push(
      argument,
    );
    return argument;
  }

  /** A titled group in the help text. */
  addGroup(title: string, description?: string): Group {
    const group: Group = { title, ...(description === undefined ? {} : { description }), arguments: [] };
    this.#groups.push(group);
    return group;
  }

  /** `add_subparsers()`: returns the function that adds one. */
  addSubparsers(
    options: { dest?: string; required?: boolean; help?: string; metavar?: string; title?: string } = {},
  ): AddParser {
    const parsers = new Map<string, SubCommand>();
    const choices: string[] = [];
    const positional = this.#arguments.filter(
      (argument) => argument.flags.length === 0 && argument.dest !== undefined,
    );
    const prog = [this.prog, ...positional.map((argument) => argument.dest)].join(' ');
    const argument: Argument = {
      kind: 'parsers',
      flags: [],
      dest: options.dest,
      nargs: 'A...',
      const: null,
      default: null,
      choices,
      required: options.required ?? false,
      help: options.help,
      metavar: options.metavar,
      version: undefined,
      convert: undefined,
      parsers,
    };
    this.#arguments.push(argument);
    (options.title === undefined ? this.#positionals : this.addGroup(options.title)).arguments.push(argument);
    return (name, { help, aliases = [], ...rest }) => {
      const parser = new ArgumentParser(this.#terminal, { prog: `${prog} ${name}`, ...rest });
      const shown = aliases.length === 0 ? name : `${name} (${aliases.join(', ')})`;
      parsers.set(name, { help, parser, shown });
      for (const alias of aliases) parsers.set(alias, { help, parser, shown: undefined });
      choices.push(name, ...aliases);
      return parser;
    };
  }

  /** What an argument of this name is without a word on the command line; undefined where there is none. */
  defaultOf(dest: string): unknown {
    const argument = this.#arguments.find((each) => each.dest === dest && each.default !== null);
    return argument?.default ?? this.#defaults.get(dest);
  }

  setDefaults(values: Iterable<readonly [string, unknown]>): void {
    for (const [name, value] of values) this.#defaults.set(name, value);
  }

  /** @throws Raise SystemExit after writing usage and message */
  parse(words: readonly string[]): Namespace {
    const { values, extras } = this.parseKnown(words);
    if (extras.length > 0) this.error(`unrecognized arguments: ${extras.join(' ')}`);
    return values;
  }

  /** Leaves words that it does not know. @throws Raise SystemExit */
  parseKnown(words: readonly string[]): { values: Namespace; extras: string[] } {
    const values: Namespace = new Map();
    for (const argument of this.#arguments) {
      const { dest, default: value } = argument;
      const set = dest !== undefined && value !== undefined && value !== SUPPRESS;
      if (set && !values.has(dest)) values.set(dest, value);
    }
    for (const [name, value] of this.#defaults) values.set(name, value);
    try {
      const extras = parseInto(this.#grammar(), words, values);
      return { values, extras };
    } catch (error) {
      if (!(error instanceof ArgumentMessage)) throw error;
      const about = error.argument ? `argument ${nameOf(error.argument)}: ` : '';
      if (this.options.exitOnError === false)
        throw new Raise('argparse.ArgumentError', [about + error.message]);
      return this.error(about + error.message);
    }
  }

  formatUsage(): string {
    return formatUsage(this.#source());
  }

  formatHelp(): string {
    return formatHelp(this.#source());
  }

  /** Usage and message to stderr, then exit 2. */
  error(message: string): never {
    this.#terminal.stderr.write(this.formatUsage());
    return this.exit(2, `${this.prog}: error: ${message}\n`);
  }

  exit(status = 0, message?: string): never {
    if (message) this.#terminal.stderr.write(message);
    throw new Raise('builtins.SystemExit', [status]);
  }

  #grammar() {
    const repr =
      this.options.repr ??
      ((value: unknown) => (typeof value === 'string' ? reprString(value) : String(value)));
    return {
      arguments: this.#arguments,
      byFlag: this.#byFlag,
      exclusive: this.#exclusive,
      allowAbbreviations: this.options.allowAbbreviations ?? true,
      leave: (argument: Argument) => {
        const text =
          argument.kind === 'help'
            ? this.formatHelp()
            : `${argument.version!.replaceAll('%(prog)s', this.prog)}\n`;
        this.#terminal.stdout.write(text);
        this.exit();
      },
      repr,
    };
  }

  #source(): HelpSource {
    const { usage, description, epilog, layout = {} } = this.options;
    const { prog } = this;
    const { columns } = this.#terminal;
    const shown = this.options.shown ?? ((value: unknown) => (value === null ? 'None' : String(value)));
    return {
      ...{ prog, usage, description, epilog, columns, layout, shown },
      groups: this.#groups,
      arguments: this.#arguments,
      exclusive: this.#exclusive,
    };
  }
}

/** Adds a sub-command; without `prog` it is called by the parser's name and its own. */
type AddParser = (
  name: string,
  parser: Partial<ParserOptions> & { readonly help?: string; readonly aliases?: readonly string[] },
) => ArgumentParser;
