/**
 * What may be fetched later, and what of it the rest of the engine asks for. A file may wait if nothing uses it while modules are
 * evaluated, so that every use can be turned into a question at the moment of use: "is that part here?".
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { PartName } from '../../engine/parts.ts';
import { isWithin } from './edits.ts';
import { withLazyTables } from './lazy-tables.ts';
import { PART_FILES } from './part-files.ts';
import { reach } from './reach.ts';
import { type FileUses, usesOf } from './references.ts';
import { isLong, type Moved, seldomOf, type Unplayed } from './seldom.ts';
import type { ReadFile, Statement } from './tables.ts';
import type { Node } from './tree.ts';

/** Reads TypeScript into its tree. */
export type Parse = (code: string, options: { readonly lang: 'ts' }) => unknown;

export interface Plan {
  /** The part of each file that waits, by its absolute path. */
  readonly parts: ReadonlyMap<string, PartName>;
  /** What waits though its file does not, by the file's absolute path. */
  readonly seldom: ReadonlyMap<string, Leaving>;
  /** For each part its files, and what others use of them. */
  readonly wanted: ReadonlyMap<PartName, ReadonlyMap<string, ReadonlySet<string>>>;
  /** Files that the first load is made of: what their code or their first evaluation needs of the rest is in them, too. */
  readonly first: ReadonlySet<string>;
  /** Uses that do not allow a file to wait, in words for the developer. */
  readonly problems: readonly string[];
}

/** What leaves a file. */
export interface Leaving {
  /** Functions that others may call: each leaves a line behind. */
  readonly moved: readonly Moved[];
  /** Statements that only such functions need. */
  readonly left: readonly Statement[];
}

const ENGINE = 'src/engine';
const ALL_PLAYED: Unplayed = { functions: [], blocks: [] };

/** By which the worker comes in. */
const ENTRIES = new Set(['index.ts', 'parts.ts', 'files.ts', 'machine.ts', 'later-modules.ts']);

/** Asking for a missing part must not need one. */
const NEVER_MOVED = new Set(['parts.ts']);

/**
 * Reads the engine and decides.
 * @param root the project's folder. @param unplayed for each file below src/engine, what opening a workspace does not run
 */
export function planParts(
  root: string,
  parse: Parse,
  unplayed: Readonly<Record<string, Unplayed>> = {},
): Plan {
  const folder = resolve(root, ENGINE);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => path.replaceAll('\\', '/'));
  const parts = new Map<string, PartName>();
  const problems: string[] = [];
  for (const [part, patterns] of Object.entries(PART_FILES) as [PartName, readonly string[]][]) {
    for (const pattern of patterns) {
      const plain = pattern.replace(/^!/, '');
      const found = files.filter((path) => path === plain || (plain.endsWith('/') && path.startsWith(plain)));
      if (found.length === 0) problems.push(`${part}: there is no ${plain}`);
      for (const path of found.map((one) => join(folder, one)))
        if (pattern !== plain) parts.delete(path);
        else if (!parts.has(path)) parts.set(path, part);
    }
  }
  const wanted = new Map<PartName, Map<string, Set<string>>>();
  const all = new Map<string, ReadFile>();
  let keys = 0;
  for (const path of files) {
    const file = join(folder, path);
    if (parts.has(file)) continue;
    const { code, program } = read(readFileSync(file, 'utf8'), parse);
    const uses = usesOf(program);
    const moved = NEVER_MOVED.has(path)
      ? []
      : seldomOf(program, code, unplayed[path] ?? ALL_PLAYED, () => `$${(keys++).toString(36)}`);
    all.set(file, { code, program, uses, moved });
    problems.push(...problemsOf(uses, file, path, parts));
    for (const { source, names } of uses.imports) {
      const target = join(dirname(file), source);
      const part = source.startsWith('.') ? parts.get(target) : undefined;
      if (part === undefined) continue;
      const ofPart = wanted.get(part) ?? new Map<string, Set<string>>();
      wanted.set(part, ofPart);
      const ofFile = ofPart.get(target) ?? new Set<string>();
      ofPart.set(target, ofFile);
      for (const name of names.values()) ofFile.add(name);
    }
  }
  const entries = [...ENTRIES].map((path) => join(folder, path));
  return { parts, wanted, problems, ...seldomPlan(all, entries) };
}

/** What leaves, so that nothing stays for its sake; a short function that needs nothing else stays after all. */
function seldomPlan(
  all: ReadonlyMap<string, ReadFile>,
  entries: readonly string[],
): Pick<Plan, 'first' | 'seldom'> {
  const { files: first, left, reaches } = reach(all, entries);
  const seldom = new Map<string, Leaving>();
  for (const [file, { code, moved }] of all) {
    const gone = left.get(file) ?? [];
    const worth = moved.filter(
      (one) =>
        !gone.some(({ node }) => isWithin(one.node, node)) &&
        (isLong(one, code) || one.names.some((name) => !reaches(file, name))),
    );
    if (worth.length + gone.length > 0) seldom.set(file, { moved: worth, left: gone });
  }
  return { first, seldom };
}

/** A file's text as it is cut, and its tree. */
export function read(written: string, parse: Parse): { readonly code: string; readonly program: Node } {
  const tree = parse(written, { lang: 'ts' }) as Node;
  const code = withLazyTables(tree, written);
  return { code, program: code === written ? tree : (parse(code, { lang: 'ts' }) as Node) };
}

function problemsOf(
  uses: FileUses,
  file: string,
  path: string,
  parts: ReadonlyMap<string, PartName>,
): string[] {
  const waits = (source: string) => source.startsWith('.') && parts.has(join(dirname(file), source));
  const problems = uses.fixed
    .filter(waits)
    .map((source) => `${path} hands on ${source}, which is fetched later`);
  for (const { source, names } of uses.imports.filter((one) => waits(one.source))) {
    for (const [local, imported] of names) {
      const early = uses.references.some((one) => one.name === local && one.early);
      if (early) problems.push(`${path} uses ${local} of ${source} while it is evaluated`);
      if (uses.declared.has(local)) problems.push(`${path} has another ${local} beside that of ${source}`);
      if (imported === '*') problems.push(`${path} imports all of ${source}`);
    }
  }
  return problems;
}

/** A name in what a part gives: two files may export the same one. */
export function givenName(plan: Plan, part: PartName, file: string, name: string): string {
  const files = [...(plan.wanted.get(part) ?? [])].filter(([, names]) => names.has(name));
  const at = files.findIndex(([path]) => path === file);
  return at > 0 ? `${name}$${at}` : name;
}
