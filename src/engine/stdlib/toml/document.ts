/**
 * A TOML document: statements, keys, and which table may be opened again. Answers to: CPython 3.11's tomllib (behaviour).
 *
 * Every table knows whether a header named it (`named`: no other header and no dotted key opens it again) and whether it was
 * written as a value (`frozen`: nothing is added to it). Tables that dotted keys make count as named from the next header on.
 */
import { reprString } from '../repr.ts';
import type { TomlReader } from './reader.ts';
import { readBasic, readLiteral, readScalar } from './values.ts';

interface TableNode {
  readonly kind: 'table';
  readonly entries: Map<string, Node>;
  named: boolean;
  readonly frozen: boolean;
}

/** `[[name]]`: a list of tables, of which the last one is open. */
interface TablesNode {
  readonly kind: 'tables';
  readonly items: TableNode[];
  readonly named: true;
  readonly frozen: false;
}

interface ValueNode {
  readonly kind: 'value';
  readonly value: unknown;
  readonly named: false;
  /** Set for arrays. */
  readonly frozen: boolean;
}

type Node = TableNode | TablesNode | ValueNode;
type Key = readonly string[];

const table = (frozen = false): TableNode => ({ kind: 'table', entries: new Map(), named: false, frozen });

/** A key as Python shows a tuple. */
const shown = (key: Key): string =>
  `(${key.map((part) => reprString(part)).join(', ')}${key.length === 1 ? ',' : ''})`;

/** @throws Raise tomllib.TOMLDecodeError */
export function readDocument(reader: TomlReader): Readonly<Record<string, unknown>> {
  const root = table();
  const open: OpenTable = { root, header: [], dotted: [] };
  while (true) {
    reader.skipBlanks();
    if (reader.atEnd) break;
    if (reader.took('\n')) continue;
    if (reader.here === '[') readHeader(reader, open);
    else if (/[\w\-"']/.test(reader.here)) readPair(reader, open);
    else if (reader.here !== '#') throw reader.error('Invalid statement');
    reader.skipBlanks();
    reader.skipComment();
    if (reader.atEnd) break;
    if (!reader.took('\n')) throw reader.error('Expected newline or end of document after a statement');
  }
  return plain(root) as Readonly<Record<string, unknown>>;
}

interface OpenTable {
  readonly root: TableNode;
  header: Key;
  /** Tables that dotted keys of this section passed through. */
  dotted: Node[];
}

function readHeader(reader: TomlReader, open: OpenTable): void {
  for (const node of open.dotted) if (node.kind === 'table') node.named = true;
  open.dotted = [];
  const list = reader.starts('[[');
  reader.at += list ? 2 : 1;
  reader.skipBlanks();
  const key = readKey(reader);
  if (list) appendTable(reader, open.root, key);
  else nameTable(reader, open.root, key);
  const end = list ? ']]' : ']';
  const kind = list ? 'an array' : 'a table';
  if (!reader.took(end)) throw reader.error(`Expected '${end}' at the end of ${kind} declaration`);
  open.header = key;
}

function nameTable(reader: TomlReader, root: TableNode, key: Key): void {
  const before = nodeAt(root, key);
  if (before?.named || isFrozen(root, key)) throw reader.error(`Cannot declare ${shown(key)} twice`);
  const made = openedTable(root, key);
  if (!made) throw reader.error('Cannot overwrite a value');
  made.named = true;
}

function appendTable(reader: TomlReader, root: TableNode, key: Key): void {
  if (isFrozen(root, key)) throw reader.error(`Cannot mutate immutable namespace ${shown(key)}`);
  const parent = openedTable(root, key.slice(0, -1));
  const name = key.at(-1)!;
  const known = parent?.entries.get(name);
  if (!parent || (known && known.kind !== 'tables')) throw reader.error('Cannot overwrite a value');
  if (known?.kind === 'tables') known.items.push(table());
  else parent.entries.set(name, { kind: 'tables', items: [table()], named: true, frozen: false });
}

function readPair(reader: TomlReader, open: OpenTable): void {
  const { root, header } = open;
  const { key, node } = readKeyAndValue(reader);
  const parents = key.slice(0, -1).map((_, at) => [...header, ...key.slice(0, at + 1)]);
  for (const parent of parents) {
    if (nodeAt(root, parent)?.named) throw reader.error(`Cannot redefine namespace ${shown(parent)}`);
  }
  const place = [...header, ...key.slice(0, -1)];
  if (isFrozen(root, place)) throw reader.error(`Cannot mutate immutable namespace ${shown(place)}`);
  const nest = openedTable(root, place);
  const name = key.at(-1)!;
  if (!nest || nest.entries.has(name)) throw reader.error('Cannot overwrite a value');
  for (const parent of parents) {
    const passed = nodeAt(root, parent);
    if (passed) open.dotted.push(passed);
  }
  nest.entries.set(name, node);
}

function readKeyAndValue(reader: TomlReader): { key: Key; node: Node } {
  const key = readKey(reader);
  if (!reader.took('=')) throw reader.error("Expected '=' after a key in a key/value pair");
  reader.skipBlanks();
  return { key, node: readValue(reader) };
}

function readKey(reader: TomlReader): Key {
  const key: string[] = [];
  do {
    reader.skipBlanks();
    key.push(readKeyPart(reader));
    reader.skipBlanks();
  } while (reader.took('.'));
  return key;
}

function readKeyPart(reader: TomlReader): string {
  const bare = reader.match(/[A-Za-z0-9_-]+/y);
  if (bare) return bare[0];
  if (reader.here === "'") return readLiteral(reader);
  if (reader.here === '"') return readBasic(reader, false);
  throw reader.error('Invalid initial character for a key part');
}

function readValue(reader: TomlReader): Node {
  if (reader.here === '[') return { kind: 'value', value: readArray(reader), named: false, frozen: true };
  if (reader.here === '{') return readInlineTable(reader);
  const value = readScalar(reader);
  if (value === undefined) throw reader.error('Invalid value');
  return { kind: 'value', value, named: false, frozen: false };
}

function readArray(reader: TomlReader): unknown[] {
  const items: unknown[] = [];
  reader.at += 1;
  reader.skipLines();
  while (!reader.took(']')) {
    items.push(plain(readValue(reader)));
    reader.skipLines();
    if (reader.took(']')) break;
    if (!reader.took(',')) throw reader.error('Unclosed array');
    reader.skipLines();
  }
  return items;
}

function readInlineTable(reader: TomlReader): TableNode {
  const made = table(true);
  reader.at += 1;
  reader.skipBlanks();
  if (reader.took('}')) return made;
  while (true) {
    const { key, node } = readKeyAndValue(reader);
    if (key.some((_, at) => nodeAt(made, key.slice(0, at + 1))?.frozen))
      throw reader.error(`Cannot mutate immutable namespace ${shown(key)}`);
    const nest = openedTable(made, key.slice(0, -1));
    const name = key.at(-1)!;
    if (!nest) throw reader.error('Cannot overwrite a value');
    if (nest.entries.has(name)) throw reader.error(`Duplicate inline table key ${reprString(name)}`);
    nest.entries.set(name, node);
    reader.skipBlanks();
    if (reader.took('}')) return made;
    if (!reader.took(',')) throw reader.error('Unclosed inline table');
    reader.skipBlanks();
  }
}

/** What stands behind a key; of a list of tables it is the last one that the way goes through. */
function nodeAt(root: TableNode, key: Key): Node | undefined {
  let node: Node | undefined = root;
  for (const part of key) {
    const here: Node | undefined = node?.kind === 'tables' ? node.items.at(-1) : node;
    node = here?.kind === 'table' ? here.entries.get(part) : undefined;
  }
  return node;
}

/** Whether a key lies in an array or an inline table, or is one. */
const isFrozen = (root: TableNode, key: Key): boolean =>
  key.some((_, at) => nodeAt(root, key.slice(0, at + 1))?.frozen === true);

/** The table behind a key, made where nothing is; undefined where something else is. */
function openedTable(root: TableNode, key: Key): TableNode | undefined {
  let here = root;
  for (const part of key) {
    let next = here.entries.get(part);
    if (!next) {
      next = table();
      here.entries.set(part, next);
    }
    const inside = next.kind === 'tables' ? next.items.at(-1) : next;
    if (inside?.kind !== 'table') return undefined;
    here = inside;
  }
  return here;
}

function plain(node: Node): unknown {
  if (node.kind === 'value') return node.value;
  if (node.kind === 'tables') return node.items.map(plain);
  return Object.fromEntries([...node.entries].map(([key, each]) => [key, plain(each)]));
}
