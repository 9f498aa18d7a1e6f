/**
 * What the first load reaches when the functions that wait are gone from it: a walk over the names at the top of files, from the entries
 * and from whatever acts while files are evaluated. A declaration that nothing reaches is used by waiting functions alone and goes with them.
 * A class over host objects is reached with its host: objects that the first load makes find their class there.
 */
import { functionsOf } from './functions.ts';
import { type ReadFile, type Statement, type Table, tableOf } from './tables.ts';

export interface Reached {
  /** Files of the first load. */
  readonly files: ReadonlySet<string>;
  /** For each file the statements that only waiting functions use. */
  readonly left: ReadonlyMap<string, readonly Statement[]>;
  /** Whether a name at the top of a file is reached; those of parts and packages count as if they were. */
  reaches(file: string, name: string): boolean;
}

type Tables = ReadonlyMap<string, Table>;

/** How far the walk has come. */
interface Walk {
  readonly files: Tables;
  /** Names at the top of files, by their places. */
  readonly reached: Set<string>;
  readonly used: Set<Statement>;
  readonly usedFiles: Set<string>;
  readonly evaluated: Set<string>;
  /** What is to be done once a place is reached. */
  readonly waiting: Map<string, (() => void)[]>;
}

/** @param entries files whose every name is asked for */
export function reach(all: ReadonlyMap<string, ReadFile>, entries: readonly string[]): Reached {
  const files: Tables = new Map([...all].map(([file, read]) => [file, tableOf(file, read)]));
  const walk: Walk = {
    files,
    reached: new Set(),
    used: new Set(),
    usedFiles: new Set(),
    evaluated: new Set(),
    waiting: new Map(),
  };
  for (const entry of entries) {
    evaluate(walk, entry);
    useExport(walk, entry, '*');
  }
  const stays = stayingIn(walk);
  const left = new Map<string, Statement[]>();
  for (const [file, { statements }] of files) {
    const gone = statements.filter((one) => !walk.used.has(one) && !stays.has(one));
    if (gone.length > 0) left.set(file, gone);
  }
  const reaches = (file: string, name: string): boolean => {
    const from = files.get(file)?.imports.get(name);
    if (from && !files.has(from.file)) return true;
    return walk.reached.has(placeOf(files, file, name) ?? '');
  };
  return { files: walk.usedFiles, left, reaches };
}

function evaluate(walk: Walk, file: string): void {
  const table = walk.files.get(file);
  if (!table || walk.evaluated.has(file)) return;
  walk.evaluated.add(file);
  for (const statement of table.statements) {
    if (statement.quiet) continue;
    const use = () => useStatement(walk, file, statement);
    if (statement.hosts.length === 0) use();
    for (const host of statement.hosts) {
      const key = placeOf(walk.files, file, host);
      if (key === undefined || walk.reached.has(key)) use();
      else walk.waiting.set(key, [...(walk.waiting.get(key) ?? []), use]);
    }
  }
  for (const source of table.sources) evaluate(walk, source);
}

function useStatement(walk: Walk, file: string, statement: Statement): void {
  if (walk.used.has(statement)) return;
  walk.used.add(statement);
  walk.usedFiles.add(file);
  for (const name of walk.files.get(file)!.namedIn(statement)) useName(walk, file, name);
  for (const name of statement.names) useName(walk, file, name);
}

/** @returns where a name of a file is declared; undefined outside the walk */
function placeOf(files: Tables, file: string, name: string): string | undefined {
  const table = files.get(file);
  if (!table) return undefined;
  const from = table.imports.get(name);
  if (!from) return table.declares.has(name) ? `${file}\0${name}` : undefined;
  return placeOfExport(files, from.file, from.name);
}

/** The same for what a file gives to others, also where it only hands it on. */
function placeOfExport(files: Tables, file: string, name: string): string | undefined {
  const table = files.get(file);
  const local = table?.exports.get(name);
  if (local !== undefined) return placeOf(files, file, local);
  const handed = table?.handed.get(name);
  if (handed) return placeOfExport(files, handed.file, handed.name);
  for (const source of table?.handsAll ?? []) {
    const place = placeOfExport(files, source, name);
    if (place !== undefined) return place;
  }
  return undefined;
}

function useName(walk: Walk, file: string, name: string): void {
  const table = walk.files.get(file)!;
  const from = table.imports.get(name);
  if (from) {
    useExport(walk, from.file, from.name);
    return;
  }
  const key = `${file}\0${name}`;
  if (walk.reached.has(key)) return;
  walk.reached.add(key);
  for (const act of walk.waiting.get(key) ?? []) act();
  const statement = table.declares.get(name);
  if (statement) useStatement(walk, file, statement);
}

function useExport(walk: Walk, file: string, name: string): void {
  const table = walk.files.get(file);
  if (!table) return;
  const local = table.exports.get(name);
  const handed = table.handed.get(name);
  if (local !== undefined) useName(walk, file, local);
  else if (handed) useExport(walk, handed.file, handed.name);
  else if (name !== '*') for (const source of table.handsAll) useExport(walk, source, name);
  else {
    for (const each of table.exports.values()) useName(walk, file, each);
    for (const each of table.handed.values()) useExport(walk, each.file, each.name);
    for (const source of table.handsAll) useExport(walk, source, '*');
  }
}

/** What nobody of the first load uses and yet may not leave its file, with all that it names. */
function stayingIn({ files, used, usedFiles }: Walk): ReadonlySet<Statement> {
  const stays = new Set<Statement>();
  function keep(file: string, statement: Statement): void {
    if (used.has(statement) || stays.has(statement)) return;
    stays.add(statement);
    for (const name of files.get(file)!.namedIn(statement)) {
      const [place, local] = placeOf(files, file, name)?.split('\0') ?? [];
      if (place !== undefined) keep(place, files.get(place)!.declares.get(local!)!);
    }
  }
  for (const [file, { statements, listed }] of files)
    for (const one of statements) if (!mayLeave(one, listed)) keep(file, one);
  // In a file that waits whole, what goes would be evaluated before what stays: whatever uses that stays, too.
  for (let before = -1; before !== stays.size; ) {
    before = stays.size;
    for (const [file, table] of files) {
      if (usedFiles.has(file)) continue;
      for (const one of table.statements) if (usesOneOf(stays, table, one)) keep(file, one);
    }
  }
  return stays;
}

/** Whether a statement names another one of its file that is in a set. */
const usesOneOf = (set: ReadonlySet<Statement>, { declares, namedIn }: Table, one: Statement): boolean =>
  namedIn(one).some((name) => {
    const declared = declares.get(name);
    return declared !== undefined && declared !== one && set.has(declared);
  });

/** Whether a statement that the first load does not use can stand elsewhere. @param listed names in an `export { … }` */
const mayLeave = (one: Statement, listed: ReadonlySet<string>): boolean =>
  (one.quiet || one.hosts.length > 0) && isFree(one) && !one.names.some((name) => listed.has(name));

/** It can stand in another file: it has names, and what it writes to is its own. */
function isFree({ node, names }: Statement): boolean {
  const { functions } = functionsOf({ ...node, type: 'Program', body: [node] });
  const outermost = functions.filter(({ around }) => !around);
  return (
    names.length > 0 &&
    outermost.every(({ assigned, declared }) => [...assigned].every((name) => declared.has(name)))
  );
}
