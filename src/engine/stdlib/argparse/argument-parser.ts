/** Python's ArgumentParser. Answers to: CPython 3.11 Lib/argparse.py (behaviour). */
import { type Output, Raise } from '../../machine.ts';
import { reprString } from '../repr.ts';
import {
  type ActionKind,
  type Argument,
  ArgumentMessage,
  type Nargs,
  nameOf,
  type SubCommand,
} from './argument.ts';
import type { Namespace } from './grammar.ts';
import { formatHelp, formatUsage, type HelpSource } from './help.ts';
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
  /** repr of values that are not text, for messages about choices. */
  readonly repr?: (value: unknown) => string;
}

export interface ArgumentOptions {
  readonly action?: ActionKind;
  readonly dest?: string;
  readonly nargs?: Nargs;
  readonly const?: unknown;
  readonly default?: unknown;
  readonly choices?: readonly unknown[];
  readonly required?: boolean;
  readonly help?: string;
  readonly metavar?: string | readonly string[];
  readonly version?: string;
  readonly convert?: (text: string) => unknown;
}

interface Group {
  readonly title: string;
  readonly description?: string;
  readonly arguments: Argument[];
}

export class ArgumentParser {
  readonly prog: string;
  readonly #options: ParserOptions;
  readonly #terminal: Terminal;
  readonly #arguments: Argument[] = [];
  readonly #byFlag = new Map<string, Argument>();
  readonly #defaults: Namespace = new Map();
  readonly #positionals: Group = { title: 'positional arguments', arguments: [] };
  readonly #optionals: Group = { title: 'options', arguments: [] };
  readonly #groups: Group[] = [this.#positionals, this.#optionals];

  constructor(terminal: Terminal, options: ParserOptions) {
    this.#terminal = terminal;
    this.#options = options;
    this.prog = options.prog;
    if (options.addHelp ?? true) {
      this.addArgument(['-h', '--help'], { action: 'help', help: 'show this help message and exit' });
    }
  }

  /** @param names flags, or the one name of a positional argument */
  addArgument(names: readonly string[], options: ArgumentOptions = {}, group?: Group): Argument {
    const argument = makeArgument(names, options);
    this.#arguments.push(argument);
    for (const flag of argument.flags) {
      if (this.#byFlag.has(flag)) {
        throw new Raise('argparse.ArgumentError', [
          `argument ${nameOf(argument)}: conflicting option string: ${flag}`,
        ]);
      }
      this.#byFlag.set(flag, argument);
    }
    (group ?? (argument.flags.length > 0 ? this.#optionals : this.#positionals)).arguments.push(argument);
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
  ): (name: string, parser: Omit<ParserOptions, 'prog'> & { help?: string }) => ArgumentParser {
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
    return (name, { help, ...rest }) => {
      const parser = new ArgumentParser(this.#terminal, { ...rest, prog: `${prog} ${name}` });
      parsers.set(name, { help, parser });
      choices.push(name);
      return parser;
    };
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
      if (dest !== undefined && value !== undefined && !values.has(dest)) values.set(dest, value);
    }
    for (const [name, value] of this.#defaults) values.set(name, value);
    try {
      const extras = parseInto(this.#grammar(), words, values);
      return { values, extras };
    } catch (error) {
      if (!(error instanceof ArgumentMessage)) throw error;
      const about = error.argument ? `argument ${nameOf(error.argument)}: ` : '';
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
      this.#options.repr ??
      ((value: unknown) => (typeof value === 'string' ? reprString(value) : String(value)));
    return {
      arguments: this.#arguments,
      byFlag: this.#byFlag,
      allowAbbreviations: this.#options.allowAbbreviations ?? true,
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
    const { usage, description, epilog } = this.#options;
    const { prog } = this;
    const { columns } = this.#terminal;
    return { prog, usage, description, epilog, columns, groups: this.#groups, arguments: this.#arguments };
  }
}

const SWITCHES: ReadonlySet<ActionKind> = new Set([
  'store_const',
  'store_true',
  'store_false',
  'append_const',
  'count',
  'help',
  'version',
]);

function makeArgument(names: readonly string[], options: ArgumentOptions): Argument {
  const kind = options.action ?? 'store';
  const flags = names.filter((name) => name.startsWith('-'));
  const positional = flags.length === 0;
  const leaves = kind === 'help' || kind === 'version';
  const nargs = SWITCHES.has(kind) ? 0 : options.nargs;
  return {
    kind,
    flags,
    dest: leaves ? undefined : (options.dest ?? (positional ? names[0] : destOf(flags))),
    nargs,
    const: kind === 'store_true' ? true : kind === 'store_false' ? false : (options.const ?? null),
    default: 'default' in options ? options.default : leaves ? undefined : defaultOf(kind),
    choices: options.choices,
    required: options.required ?? (positional && nargs !== '?' && !(nargs === '*' && 'default' in options)),
    help: options.help ?? (kind === 'version' ? "show program's version number and exit" : undefined),
    metavar: options.metavar,
    version: options.version,
    convert: options.convert,
  };
}

function defaultOf(kind: ActionKind): unknown {
  if (kind === 'store_true') return false;
  return kind === 'store_false' ? true : null;
}

function destOf(flags: readonly string[]): string {
  const long = flags.find((flag) => flag.startsWith('--')) ?? flags[0]!;
  return long.replace(/^-+/, '').replaceAll('-', '_');
}
