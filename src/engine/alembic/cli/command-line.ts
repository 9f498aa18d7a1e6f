/** Alembic's argument parser, made from the table of options. Answers to: alembic/config.py (CommandLine). */
import { ArgumentParser, type Terminal } from '../../stdlib/argparse/argument-parser.ts';
import { COMMANDS, type CommandName, GLOBAL_OPTIONS } from './options.ts';

/** The parsed line: global options, the command where one was given, and the command's own arguments. */
export interface CommandLine {
  readonly parser: ArgumentParser;
  readonly command: CommandName | undefined;
  readonly values: ReadonlyMap<string, unknown>;
}

/** Adds the commands of `alembic`, each with its arguments; `mark` makes what `cmd` holds after parsing. */
export function addCommands(
  add: ReturnType<ArgumentParser['addSubparsers']>,
  mark: (name: CommandName) => unknown,
): void {
  for (const [name, row] of Object.entries(COMMANDS)) {
    const command = add(name, { help: row.help });
    for (const [names, options] of row.arguments) command.addArgument(names, options);
    command.setDefaults([['cmd', mark(name as CommandName)]]);
  }
}

/** A parser with the options that stand before the command. */
export function globalParser(terminal: Terminal, prog: string): ArgumentParser {
  const parser = new ArgumentParser(terminal, { prog });
  for (const [names, options] of GLOBAL_OPTIONS) parser.addArgument(names, options);
  return parser;
}

/** @throws Raise SystemExit for help, version and wrong lines, after writing them */
export function readCommandLine(words: readonly string[], terminal: Terminal, prog = 'alembic'): CommandLine {
  const parser = globalParser(terminal, prog);
  addCommands(parser.addSubparsers(), (name) => name);
  const values = parser.parse(words);
  return { parser, command: values.get('cmd') as CommandName | undefined, values };
}
