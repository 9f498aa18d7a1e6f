/** Where a table or a column is written: the model's line, the revision's line. Clicking about in the workbench leads there. */
import { classesOf, type ModelClass } from '../checks/python-classes.ts';
import type { OperationSnapshot, RevisionFileSnapshot, RevisionSnapshot } from '../engine/snapshot.ts';

export interface CodePlace {
  readonly path: string;
  /** 1-based. */
  readonly line: number;
}

type ModelFile = readonly [path: string, classes: readonly ModelClass[]];

/** Classes of a text, kept: most files stay as they are while one is typed in. */
const kept = new Map<string, readonly ModelClass[]>();
const MOST_KEPT = 200;

function classesIn(text: string): readonly ModelClass[] {
  const known = kept.get(text);
  if (known) return known;
  const found = classesOf(text);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(text, found);
  return found;
}

const modelFiles = (files: Readonly<Record<string, string>>): ModelFile[] =>
  Object.entries(files).flatMap(([path, text]): ModelFile[] =>
    path.endsWith('.py') && !path.includes('/versions/') ? [[path, classesIn(text)]] : [],
  );

export interface ModelPlace extends CodePlace {
  /** The column's type as written: "String(20)"; empty for a table. */
  readonly type: string;
}

/** The line of a model that declares a column, or the class that declares the table. */
export function modelPlace(
  files: Readonly<Record<string, string>>,
  table: string,
  column: string | undefined,
): ModelPlace | undefined {
  for (const [path, classes] of modelFiles(files)) {
    const found = classes.find((one) => one.table === table);
    if (!found) continue;
    const declared = found.columns.find(({ name }) => name === column);
    return { path, line: declared?.line ?? found.line, type: declared ? typeIn(declared.source) : '' };
  }
  return undefined;
}

/** What a model's line declares: a column, or, on the line of `class`, the table. */
export function modelSubject(
  text: string,
  line: number,
): { readonly table: string; readonly column: string | undefined } | undefined {
  for (const one of classesIn(text)) {
    if (one.table === undefined) continue;
    if (one.line === line) return { table: one.table, column: undefined };
    const column = one.columns.find((found) => found.line <= line && line <= found.endLine);
    if (column) return { table: one.table, column: column.name };
  }
  return undefined;
}

/** The type in a column's source: the first argument that is no string. */
function typeIn(source: string): string {
  const found =
    /\((?:['"]\w+['"],)?((?:\w+\.)*[A-Z]\w*(?:\([^()]*\))?)/.exec(source) ?? /Mapped\[(.+)\]/.exec(source);
  return (found?.[1] ?? '').replace(/^(sa|sqlalchemy)\./, '');
}

export interface RevisionPlace extends CodePlace {
  readonly operation: OperationSnapshot;
}

/** Files by their revisions, kept: a snapshot's revisions stay the same object while they say the same. */
const filesById = new WeakMap<RevisionSnapshot, ReadonlyMap<string, RevisionFileSnapshot>>();

function byId(revisions: RevisionSnapshot): ReadonlyMap<string, RevisionFileSnapshot> {
  const known = filesById.get(revisions);
  if (known) return known;
  const found = new Map(
    revisions.files.flatMap((file) => (file.revision === null ? [] : [[file.revision, file] as const])),
  );
  filesById.set(revisions, found);
  return found;
}

/** The newest operation of a revision that speaks of it: of the column, or of the table that it came with. */
export function revisionPlace(
  revisions: RevisionSnapshot,
  order: readonly string[],
  table: string,
  subject: string | undefined,
): RevisionPlace | undefined {
  const files = byId(revisions);
  for (const id of order) {
    const file = files.get(id);
    const own = file?.operations.findLast((one) => isAbout(one, table, subject));
    if (file && own) return { path: file.path, line: own.line, operation: own };
  }
  return undefined;
}

/** Whether an operation of a revision concerns a table, or one thing in it. */
export function isAbout(
  operation: Pick<OperationSnapshot, 'name' | 'table' | 'subject'>,
  table: string,
  subject: string | undefined,
): boolean {
  if (operation.table !== table) return false;
  if (/^(create|drop)_table$/.test(operation.name)) return true;
  return operation.subject === subject;
}
