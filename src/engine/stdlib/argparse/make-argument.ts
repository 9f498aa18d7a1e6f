/** What is said of an argument, and the argument that comes of it. Answers to: argparse's add_argument and its action classes. */
import type { ActionKind, Argument, ArgumentRun, Nargs } from './argument.ts';

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
  readonly run?: ArgumentRun;
}

const SWITCHES: ReadonlySet<ActionKind> = new Set([
  'boolean',
  'store_const',
  'store_true',
  'store_false',
  'append_const',
  'count',
  'help',
  'version',
]);

/** @param names flags, or the one name of a positional argument */
export function makeArgument(names: readonly string[], options: ArgumentOptions): Argument {
  const kind = options.action ?? 'store';
  const written = names.filter((name) => name.startsWith('-'));
  const flags = kind === 'boolean' ? written.flatMap(withNegation) : written;
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
    run: options.run,
  };
}

const withNegation = (flag: string): string[] =>
  flag.startsWith('--') ? [flag, `--no-${flag.slice(2)}`] : [flag];

function defaultOf(kind: ActionKind): unknown {
  if (kind === 'store_true') return false;
  return kind === 'store_false' ? true : null;
}

function destOf(flags: readonly string[]): string {
  const long = flags.find((flag) => flag.startsWith('--')) ?? flags[0]!;
  return long.replace(/^-+/, '').replaceAll('-', '_');
}
