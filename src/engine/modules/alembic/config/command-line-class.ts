/** alembic.config: the command line for programs that call or extend it. Answers to: alembic/config.py (CommandLine, main). */
import { addCommands, globalParser } from '../../../alembic/cli/command-line.ts';
import { commandErrorText, runCommandLine, settingsFiles } from '../../../alembic/cli/main.ts';
import { COMMANDS, type OptionRow } from '../../../alembic/cli/options.ts';
import { Config } from '../../../alembic/config/config.ts';
import { fail } from '../../../alembic/config/messaging.ts';
import { list, tuple } from '../../../python/values/containers/containers.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { nativeClass, nativeFunction } from '../../../python/values/native/native.ts';
import type { Value } from '../../../python/values/value.ts';
import type { ArgumentParser } from '../../../stdlib/argparse/argument-parser.ts';
import { terminalWidth } from '../../../stdlib/argparse/terminal-width.ts';
import { parserClass, SubParsers } from '../../argparse/index.ts';
import { Namespace } from '../../argparse/namespace.ts';
import { commandTuple } from './command-names.ts';
import { configClass, optionsOf } from './config-class.ts';

/** A command line that a learner's program holds: its parser's `cmd` is the function with the names of its arguments. */
class CommandLine {
  readonly parser: ArgumentParser;
  readonly subparsers: SubParsers;

  constructor(call: Interpreter, prog: string) {
    const { stdout, stderr } = call.process;
    this.parser = globalParser({ stdout, stderr, columns: terminalWidth(call.process) }, prog);
    this.subparsers = new SubParsers(this.parser);
    addCommands(this.subparsers.add, (name) => commandTuple(call, name));
  }
}

/** Options and arguments that any registered function may have, by the name of its parameter. */
const KNOWN: ReadonlyMap<string, OptionRow> = new Map(
  Object.values(COMMANDS).flatMap((command) =>
    command.arguments.map((row) => [row[0].at(-1)!.replace(/^-+/, '').replaceAll('-', '_'), row] as const),
  ),
);

/** The docstring up to its first empty line, on one line. */
function helpOf(doc: Value): string {
  if (typeof doc !== 'string') return '';
  const lines = doc.split('\n').map((line) => line.trim());
  const end = lines.indexOf('');
  return lines.slice(0, end < 0 ? undefined : end).join(' ');
}

/** `register_command(fn)`: a subcommand whose arguments are those of the function's signature that are known, and every one without a default. */
function register(call: Interpreter, self: CommandLine, fn: Value): null {
  const spec = call.call(call.importName('inspect.getfullargspec'), [fn]);
  const names = [...call.iterate(call.getAttribute(spec, 'args') as Value)].map((name) => call.str(name));
  const defaults = (call.getAttribute(spec, 'defaults') ?? null) as Value;
  const optional = defaults === null ? 0 : [...call.iterate(defaults)].length;
  const positional = names.slice(1, names.length - optional);
  const keywords = names.slice(names.length - optional);
  const command = self.subparsers.add(call.str(call.getAttribute(fn, '__name__') as Value), {
    help: helpOf(call.getAttribute(fn, '__doc__') as Value),
  });
  command.setDefaults([['cmd', tuple([fn, list(positional), list(keywords)])]]);
  for (const name of keywords) {
    const row = KNOWN.get(name);
    if (row?.[0][0]?.startsWith('-')) command.addArgument(row[0], row[1]);
  }
  for (const name of positional) {
    const row = KNOWN.get(name);
    command.addArgument([name], row?.[0][0] === name ? row[1] : {});
  }
  return null;
}

/** `run_cmd(config, options)`: calls what `options.cmd` holds; a CommandError ends the program with its message. */
function runCommand(call: Interpreter, _self: CommandLine, config: Config, options: Value): null {
  const option = (name: string): Value => call.getAttribute(options, name) ?? null;
  const [fn, positional, keywords] = [...call.iterate(option('cmd'))] as [Value, Value, Value];
  const names = (value: Value) => [...call.iterate(value)].map((name) => call.str(name));
  try {
    call.call(
      fn,
      [config as unknown as Value, ...names(positional).map(option)],
      new Map(names(keywords).map((name) => [name, option(name)])),
    );
  } catch (error) {
    const message = commandErrorText(call.process, error);
    if (message === undefined || option('raiseerr') === true) throw error;
    fail(call.process, message, config.quiet);
  }
  return null;
}

const wordsOf = (call: Interpreter, argv: Value): string[] =>
  argv === null ? call.process.argv.slice(1) : [...call.iterate(argv)].map((word) => call.str(word));

function runMain(call: Interpreter, self: CommandLine, argv: Value): null {
  const options = new Namespace(self.parser.parse(wordsOf(call, argv)));
  if (!options.values.has('cmd')) self.parser.error('too few arguments');
  const given = options.values.get('config') as readonly string[] | null;
  const config = new Config(call.process, {
    ...settingsFiles(call.process, given ?? []),
    iniSection: String(options.values.get('name')),
    commandOptions: optionsOf(call, options as unknown as Value),
  });
  call.callMethod(
    self as unknown as Value,
    'run_cmd',
    config as unknown as Value,
    options as unknown as Value,
  );
  return null;
}

const commandLineClass = nativeClass({
  name: 'CommandLine',
  module: 'alembic.config',
  host: CommandLine,
  signature: 'prog=None',
  construct: (call, _cls, prog: string | null) =>
    new CommandLine(call, prog ?? (call.process.argv[0] ?? '').replace(/.*\//, '')),
  methods: {
    main: ['argv=None', runMain],
    run_cmd: ['config, options', runCommand],
    register_command: ['fn', register],
  },
  getters: {
    parser: (self: CommandLine) => self.parser as unknown as Value,
    subparsers: (self: CommandLine) => self.subparsers as unknown as Value,
  },
});

/** `alembic.config.main(argv)`: runs a command line. */
const main = nativeFunction(
  'main',
  'argv=None, prog=None, **kwargs',
  (call, argv: Value, prog: string | null) => {
    runCommandLine(call.process, wordsOf(call, argv), prog ?? 'alembic');
    return null;
  },
  'alembic.config',
);

export const CONFIG_NAMES = {
  Config: () => configClass,
  CommandLine: () => commandLineClass,
  main: () => main,
  ArgumentParser: () => parserClass,
};
