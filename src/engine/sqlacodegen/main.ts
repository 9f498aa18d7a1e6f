/** The console script `sqlacodegen`. Answers to: sqlacodegen/cli.py (main). */
import { type LibraryFrame, type Process, Raise } from '../machine.ts';
import { Connection } from '../sqlalchemy/engine/connection.ts';
import { createEngine, type Engine } from '../sqlalchemy/engine/engine.ts';
import { Inspector, reflectMetadata } from '../sqlalchemy/postgresql/reflect/index.ts';
import { MetaData } from '../sqlalchemy/schema/metadata.ts';
import { terminalWidth } from '../stdlib/argparse/terminal-width.ts';
import { type CommandLine, readCommandLine } from './command-line.ts';
import { generate } from './generate.ts';
import { readOptions } from './options.ts';

const VERSION = '3.0.0';

const PACKAGE = '/home/learner/.venv/lib/python3.11/site-packages/sqlacodegen';
/** Lines of the real program that warnings name. */
const REFLECTING: LibraryFrame = { file: `${PACKAGE}/cli.py`, line: 101, name: 'main' };
const SORTING: LibraryFrame = { file: `${PACKAGE}/generators.py`, line: 775, name: 'generate_models' };

/**
 * Runs a command line: `process.argv` without its first word.
 * @returns 0
 * @throws Raise SystemExit for help and wrong lines; what URLs, connections and tables raise
 */
export function main(process: Process): number {
  const { stdout, stderr } = process;
  const [program = 'sqlacodegen', ...words] = process.argv;
  const prog = program.slice(program.lastIndexOf('/') + 1);
  const line = readCommandLine(words, { stdout, stderr, columns: terminalWidth(process) }, prog);
  if (line.version) stdout.write(`${VERSION}\n`);
  else if (line.url === null) {
    stderr.write('You must supply a url\n\n');
    stdout.write(line.parser.formatHelp());
  } else writeModels(process, line, line.url);
  return 0;
}

function writeModels(process: Process, line: CommandLine, url: string): void {
  const engine = createEngine(process, url, new Map());
  const options = readOptions(line.generator, line.options);
  const views = line.generator !== 'sqlmodels';
  if (!views) {
    process.stderr.write("VIEW models will not be generated when using the 'SQLModelGenerator' generator\n");
  }
  const metadata = new MetaData();
  process.place = REFLECTING;
  for (const schema of line.schemas) reflect(engine, metadata, schema, line, views && !line.noviews);
  const warn = (category: string, message: string) => process.warn(category, message);
  const write = line.outfile === null ? undefined : openOutput(process, line.outfile);
  process.place = SORTING;
  const text = generate(metadata, line.generator, options, warn);
  if (write) write(text);
  else process.stdout.write(text);
}

/** `metadata.reflect(engine, schema, views, only)` @throws InvalidRequestError; what connecting raises */
function reflect(
  engine: Engine,
  metadata: MetaData,
  schema: string | null,
  { tables }: CommandLine,
  views: boolean,
): void {
  const connection = new Connection(engine);
  try {
    const inspector = new Inspector(
      {
        rows: (sql) => connection.catalogRows(sql),
        query: (sql, parameters) => connection.catalogQuery(sql, parameters),
        defaultSchema: () => connection.dialect.defaultSchema,
        warn: (category, message) => engine.process.warn(category, message),
      },
      engine,
    );
    reflectMetadata(inspector, metadata, {
      schema: schema || null,
      views,
      only: tables ?? undefined,
      bindText: `Engine(${engine.url.render()})`,
    });
  } finally {
    connection.close();
  }
}

/** Empties the file at once, as opening it does. @throws FileNotFoundError, IsADirectoryError */
function openOutput({ machine, cwd }: Process, name: string): (text: string) => void {
  const { files } = machine;
  const path = absolute(cwd, name);
  if (files.isDirectory(path) || name.endsWith('/')) {
    throw new Raise('builtins.IsADirectoryError', [21, 'Is a directory', name]);
  }
  const folder = path.slice(0, path.lastIndexOf('/')) || '/';
  if (!files.isDirectory(folder)) {
    throw files.isFile(folder)
      ? new Raise('builtins.NotADirectoryError', [20, 'Not a directory', name])
      : new Raise('builtins.FileNotFoundError', [2, 'No such file or directory', name]);
  }
  files.write(path, '');
  return (text) => files.write(path, text);
}

/** A path without "." and "..". */
function absolute(cwd: string, name: string): string {
  const parts: string[] = [];
  for (const part of (name.startsWith('/') ? name : `${cwd}/${name}`).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}
