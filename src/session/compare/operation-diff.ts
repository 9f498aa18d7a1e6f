/** The operations of two revision files beside each other: which are alike, which only one of them has. */
import type { OperationSnapshot, RevisionFileSnapshot } from '../../engine/snapshot.ts';

export interface DiffItem {
  /** `hand`: of a kind that autogenerate never writes. */
  readonly kind: 'same' | 'changed' | 'models' | 'file' | 'hand';
  readonly name: string;
  readonly table: string | undefined;
  readonly subject: string | undefined;
  /** What autogenerate would write. */
  readonly models: Written | undefined;
  readonly file: Written | undefined;
  /** A revision after this one that speaks of the same thing. */
  readonly later: string | undefined;
}

export interface Written {
  /** 1-based, in its file. */
  readonly line: number;
  readonly text: string;
}

/** A revision file: what is known of it, and its source. */
export interface RevisionText {
  readonly facts: RevisionFileSnapshot;
  readonly text: string;
}

/** @param models what autogenerate would write. @param file as it is; its order counts. */
export function compareOperations(
  models: RevisionText,
  file: RevisionText,
): { readonly name: 'upgrade' | 'downgrade'; readonly items: DiffItem[] }[] {
  const part = (name: 'upgrade' | 'downgrade', list: 'operations' | 'undoing') => ({
    name,
    items: compare(written(models.facts[list], models.text), written(file.facts[list], file.text)),
  });
  return [part('upgrade', 'operations'), part('downgrade', 'undoing')];
}

type Operations = readonly OperationSnapshot[];

const TABLE = /_table$/;
const NOBODY = { table: undefined, subject: undefined };

interface WrittenOperation extends OperationSnapshot {
  readonly text: string;
}

const written = (operations: Operations, text: string): WrittenOperation[] => {
  const lines = text.split('\n');
  return operations.map((one) => {
    const about = BY_HAND.has(one.name) ? NOBODY : TABLE.test(one.name) ? { subject: undefined } : {};
    return { ...one, ...about, text: dedented(lines.slice(one.line - 1, one.endLine)) };
  });
};

function dedented(lines: readonly string[]): string {
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^\s*/.exec(line)![0].length);
  const least = Math.min(...indents);
  return lines.map((line) => line.slice(least).trimEnd()).join('\n');
}

/** What autogenerate cannot know to write. */
const BY_HAND = new Set(['execute', 'bulk_insert', 'get_bind', 'get_context', 'run_async', 'f', 'invoke']);

/** In the file's order; what only the models say comes where autogenerate would have put it. */
function compare(models: readonly WrittenOperation[], file: readonly WrittenOperation[]): DiffItem[] {
  const rest = [...models];
  const take = (fits: (one: WrittenOperation) => boolean) => {
    const at = rest.findIndex(fits);
    return at < 0 ? undefined : rest.splice(at, 1)[0];
  };
  const alike = new Map(file.map((own) => [own, take((one) => bare(one.text) === bare(own.text))]));
  const items = file.map((own): DiffItem => {
    const found = alike.get(own) ?? take((one) => keyOf(one) === keyOf(own));
    const hand = BY_HAND.has(own.name);
    const kind = alike.get(own) ? 'same' : found ? 'changed' : hand ? 'hand' : 'file';
    return item(kind, own, found, own);
  });
  for (const one of rest) {
    const before = items.findLastIndex(({ models: found }) => found !== undefined && found.line < one.line);
    items.splice(before + 1, 0, item('models', one, one, undefined));
  }
  return items;
}

function item(
  kind: DiffItem['kind'],
  { name, table, subject }: OperationSnapshot,
  models: WrittenOperation | undefined,
  file: WrittenOperation | undefined,
): DiffItem {
  const side = (one: WrittenOperation | undefined) => one && { line: one.line, text: one.text };
  return { kind, name, table, subject, models: side(models), file: side(file), later: undefined };
}

const keyOf = ({ name, table, subject }: OperationSnapshot) => JSON.stringify([name, table, subject]);

/** As one writes it matters not: without white space and comments outside of strings, with one kind of quotes, and no last commas. */
const bare = (text: string): string =>
  text
    .replace(/"((?:\\.|[^"\\'])*)"|('(?:\\.|[^'\\])*')|#.*|\s+/g, (_, double?: string, single?: string) =>
      double === undefined ? (single ?? '') : `'${double}'`,
    )
    .replace(/,(?=[)\]}])/g, '');

/** A difference that a revision after this one makes good is none: says which. */
export function laterOne(one: DiffItem, after: readonly RevisionFileSnapshot[]): DiffItem {
  if (one.kind === 'same' || one.kind === 'hand') return one;
  const speaks = ({ operations }: RevisionFileSnapshot) =>
    operations.some(
      ({ name, table, subject }) =>
        table === one.table && (subject === one.subject || TABLE.test(name) || TABLE.test(one.name)),
    );
  return { ...one, later: after.find(speaks)?.revision ?? undefined };
}
