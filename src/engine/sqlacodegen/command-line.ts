/** sqlacodegen's argument parser. Answers to: sqlacodegen/cli.py (main). */
import { ArgumentParser, type Terminal } from '../stdlib/argparse/argument-parser.ts';
import { GENERATORS, type GeneratorName } from './options.ts';

/** What a line asks for. */
export interface CommandLine {
  readonly parser: ArgumentParser;
  readonly url: string | null;
  readonly version: boolean;
  readonly generator: GeneratorName;
  /** `--options`, not yet checked. */
  readonly options: readonly string[];
  /** null stands for the default schema. */
  readonly schemas: readonly (string | null)[];
  readonly tables: readonly string[] | null;
  readonly noviews: boolean;
  readonly outfile: string | null;
}

/** @throws Raise SystemExit for help and wrong lines, after writing them */
export function readCommandLine(words: readonly string[], terminal: Terminal, prog: string): CommandLine {
  const description = 'Generates SQLAlchemy model code from an existing database.';
  const parser = new ArgumentParser(terminal, { prog, description });
  parser.addArgument(['url'], { nargs: '?', help: 'SQLAlchemy url to the database' });
  parser.addArgument(['--options'], { help: 'options (comma-delimited) passed to the generator class' });
  parser.addArgument(['--version'], { action: 'store_true', help: 'print the version number and exit' });
  parser.addArgument(['--schemas'], { help: 'load tables from the given schemas (comma-delimited)' });
  parser.addArgument(['--generator'], {
    choices: GENERATORS,
    default: 'declarative',
    help: 'generator class to use',
  });
  parser.addArgument(['--tables'], { help: 'tables to process (comma-delimited, default: all)' });
  parser.addArgument(['--noviews'], {
    action: 'store_true',
    help: 'ignore views (always true for sqlmodels generator)',
  });
  parser.addArgument(['--outfile'], { help: 'file to write output to (default: stdout)' });
  const values = parser.parse(words);
  const text = (name: string) => (values.get(name) as string | null | undefined) ?? null;
  return {
    parser,
    url: text('url') || null,
    version: values.get('version') === true,
    generator: text('generator') as GeneratorName,
    options: listOf(text('options')) ?? [],
    schemas: listOf(text('schemas')) ?? [null],
    tables: listOf(text('tables')),
    noviews: values.get('noviews') === true,
    outfile: text('outfile') || null,
  };
}

/** An empty word counts as not given. */
const listOf = (text: string | null): readonly string[] | null => (text ? text.split(',') : null);
