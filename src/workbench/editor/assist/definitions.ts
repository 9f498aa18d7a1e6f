/** Where a name in a file leads: from a migration to the model and back, from an import to its file, from a revision's id to its own. */
import { classesOf } from '../../../checks/python-classes.ts';

export interface Place {
  readonly path: string;
  /** 1-based. */
  readonly line: number;
}

type Texts = Readonly<Record<string, string>>;

const isMigration = (path: string) => path.includes('/versions/') && path.endsWith('.py');

/**
 * @param word the identifier or the text in quotes under the cursor.
 * @param lineNumber 1-based.
 */
export function definitionOf(
  files: Texts,
  path: string,
  lineNumber: number,
  word: string,
): Place | undefined {
  if (!/^[\w-]+$/.test(word)) return undefined;
  const lines = (files[path] ?? '').split('\n');
  return (
    revisionFile(files, path, word) ??
    (isMigration(path)
      ? modelPlace(files, lines, lineNumber, word)
      : migrationPlace(files, path, lineNumber, word)) ??
    importedPlace(files, path, word)
  );
}

/** The file whose `revision` is this id. */
function revisionFile(files: Texts, from: string, id: string): Place | undefined {
  const own = new RegExp(`^revision\\b.*['"]${id}['"]`);
  return Object.entries(files)
    .filter(([path]) => isMigration(path) && path !== from)
    .flatMap(([path, text]) => firstLine(path, text, own))[0];
}

/** From a migration: the class of the table, or the line of the column. */
function modelPlace(
  files: Texts,
  lines: readonly string[],
  lineNumber: number,
  word: string,
): Place | undefined {
  const models = modelsOf(files);
  const table = models.find((one) => one.table === word);
  if (table) return { path: table.path, line: table.line };
  const owner = tableAround(lines, lineNumber);
  const inside = owner === undefined ? models : models.filter((one) => one.table === owner);
  for (const { path, columns } of inside) {
    const column = columns.find(({ name }) => name === word);
    if (column) return { path, line: column.line };
  }
  return undefined;
}

/** The table that an operation speaks of: its first string, on this line or on one above that opens the call. */
function tableAround(lines: readonly string[], lineNumber: number): string | undefined {
  for (let index = lineNumber - 1; index >= 0; index--) {
    const found = /\bop\.\w+\(\s*(?:'[^']*'|"[^"]*")?/.exec(lines[index] ?? '');
    if (!found) continue;
    const operation = /op\.(\w+)/.exec(found[0])![1]!;
    const texts = [...(lines[index] ?? '').matchAll(/['"]([^'"]*)['"]/g)].map(([, text]) => text!);
    // create_index and create_foreign_key name themselves first.
    return /index|constraint|foreign_key|primary_key/.test(operation) ? texts[1] : texts[0];
  }
  return undefined;
}

/** From a model: the migration that made the table, or the column under the cursor. */
function migrationPlace(files: Texts, path: string, lineNumber: number, word: string): Place | undefined {
  const model = modelsOf(files).find(
    (one) =>
      one.path === path &&
      (one.table === word || one.columns.some(({ name, line }) => name === word && line === lineNumber)),
  );
  if (!model) return undefined;
  const migrations = Object.entries(files).filter(([one]) => isMigration(one));
  const created = new RegExp(`op\\.create_table\\(\\s*['"]${model.table}['"]`);
  if (model.table === word) return migrations.flatMap(([one, text]) => firstLine(one, text, created))[0];
  const column = new RegExp(`Column\\(\\s*['"]${word}['"]`);
  const added = new RegExp(`op\\.add_column\\(\\s*['"]${model.table}['"].*${column.source}`);
  return (
    migrations.flatMap(([one, text]) => firstLine(one, text, added))[0] ??
    migrations
      .filter(([, text]) => created.test(text))
      .flatMap(([one, text]) => firstLine(one, text, column))[0]
  );
}

/** `from app.models.user import User` leads to the class, a module to its file. */
function importedPlace(files: Texts, path: string, word: string): Place | undefined {
  for (const [, module = '', names = ''] of (files[path] ?? '').matchAll(
    /^from\s+([\w.]+)\s+import\s+(.+)$/gm,
  )) {
    if (!new RegExp(`\\b${word}\\b`).test(names)) continue;
    const base = module.replaceAll('.', '/');
    for (const file of [`${base}.py`, `${base}/__init__.py`]) {
      const text = files[file];
      if (text === undefined) continue;
      const [found] = firstLine(file, text, new RegExp(`^(class|def)\\s+${word}\\b|^${word}\\s*[:=]`));
      if (found) return found;
    }
    if (files[`${base}/${word}.py`] !== undefined) return { path: `${base}/${word}.py`, line: 1 };
  }
  return undefined;
}

const modelsOf = (files: Texts) =>
  Object.entries(files)
    .filter(([path]) => path.endsWith('.py') && !isMigration(path))
    .flatMap(([path, text]) => classesOf(text).map((one) => ({ ...one, path })))
    .filter(({ table }) => table !== undefined);

function firstLine(path: string, text: string, pattern: RegExp): Place[] {
  const index = text.split('\n').findIndex((line) => pattern.test(line));
  return index < 0 ? [] : [{ path, line: index + 1 }];
}
