/** Which files the first load needs, when the functions that wait are gone from them. */
import { dirname, join } from 'node:path';
import { type FileUses, FUNCTIONS, isNode } from './references.ts';
import type { Moved } from './seldom.ts';

export interface ReadFile {
  readonly uses: FileUses;
  readonly moved: readonly Moved[];
  /** Its evaluation calls something: it may register what others rely on. */
  readonly acts: boolean;
}

const ACTS = new Set(['CallExpression', 'NewExpression', 'AssignmentExpression', 'TaggedTemplateExpression']);

/** Whether the evaluation of a file does more than declare. */
export function actsAtOnce(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(actsAtOnce);
  if (!isNode(value) || FUNCTIONS.has(value.type)) return false;
  if (ACTS.has(value.type)) return true;
  const waits = value.type === 'PropertyDefinition' && value.static !== true;
  return Object.entries(value).some(([key, inner]) => !(waits && key === 'value') && actsAtOnce(inner));
}

/**
 * Follows imports from the entries. A file counts where what is left of another names something of it, or where its evaluation acts;
 * one that only moved functions use comes with them.
 */
export function firstLoad(all: ReadonlyMap<string, ReadFile>, entries: readonly string[]): Set<string> {
  const first = new Set<string>();
  const passed = new Set<string>();
  const visit = (file: string, named: boolean): void => {
    const read = all.get(file);
    if (!read) return;
    if (named || read.acts) first.add(file);
    const key = `${file}${first.has(file)}`;
    if (passed.has(key)) return;
    passed.add(key);
    for (const source of read.uses.fixed)
      if (source.startsWith('.')) visit(join(dirname(file), source), true);
    for (const { source, names } of read.uses.imports) {
      if (!source.startsWith('.')) continue;
      const used = first.has(file) && [...names.keys()].some((name) => isNamedByRest(read, name));
      visit(join(dirname(file), source), used);
    }
  };
  for (const entry of entries) visit(entry, true);
  return first;
}

const isNamedByRest = ({ uses, moved }: ReadFile, name: string): boolean =>
  uses.references.some(
    (one) =>
      one.name === name &&
      !moved.some(({ found }) => one.start >= found.node.start && one.end <= found.node.end),
  );
