/** Alembic's argument parser, made from the table of options. Answers to: alembic/config.py (CommandLine). */
import { ArgumentParser, type Terminal } from '../../stdlib/argparse/argument-parser.ts';
import { COMMANDS, type CommandName, GLOBAL_OPTIONS } from './options.ts';

/** The parsed line: global options, the command where one was given, and the command's own arguments. */
export interface CommandLine {
  readonly parser: ArgumentParser;
  readonly command: CommandName | undefined;
  readonly values: ReadonlyMap<string, unknown>;
}

/** @throws Raise SystemExit for help, version and wrong lines, after writing them */
export function readCommandLine(words: readonly string[], terminal: Terminal, prog = 'alembic'): CommandLine {
  const parser = new ArgumentParser(terminal, { prog });
  for (const [names, options] of GLOBAL_OPTIONS) parser.addArgument(names, options);
  const addCommand = parser.addSubparsers();
  for (const [name, row] of Object.entries(COMMANDS)) {
    const command = addCommand(name, { help: row.help });
    for (const [names, options] of row.arguments) command.addArgument(names, options);
    command.setDefaults([['cmd', name]]);
  }
  const values = parser.parse(words);
  return { parser, command: values.get('cmd') as CommandName | undefined, values };
}
