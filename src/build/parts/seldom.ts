/**
 * Code that opening a workspace does not run, and its way into a part of its own: functions, and pieces of those that do run (cold.ts). Each
 * leaves a line behind that asks the part for it.
 * What runs is not written down anywhere: the build plays it (played.ts) and looks.
 */
import { dirname, join } from 'node:path';
import { coldPieces, type Piece, type Ranges } from './cold.ts';
import { type Edit, isWithin } from './edits.ts';
import { declaredNames, type FoundFunction, functionsOf, outsideNames } from './functions.ts';
import type { Import } from './references.ts';
import { isNode, type Node } from './tree.ts';

/** What goes: a function, or a piece of one. */
export interface Moved {
  /** Under which the part gives it. */
  readonly key: string;
  readonly node: Node;
  readonly what:
    | { readonly kind: 'function'; readonly found: FoundFunction }
    | { readonly kind: 'piece'; readonly piece: Piece };
  /** What it uses of its file. */
  readonly names: readonly string[];
}

/** What did not run of a file, as V8 counts. */
export interface Unplayed {
  /** Functions, to the end of their body. */
  readonly functions: Ranges;
  /** Branches in functions that ran. */
  readonly blocks: Ranges;
}

/** Below so many characters the line that stays behind is no shorter. */
const SHORTEST = 90;

/** Whether it is worth the line that stays behind, for its own sake. */
export const isLong = ({ node, what }: Moved, code: string): boolean =>
  what.kind === 'piece' || code.slice(node.start, node.end).replace(/\s+/g, ' ').length >= SHORTEST;

/** Every function that may go, a function around others before them, and pieces of those that stay. @param key makes the next name. */
export function seldomOf(program: Node, code: string, unplayed: Unplayed, key: () => string): Moved[] {
  const file = functionsOf(program);
  const starts = new Map<number, number[]>();
  for (const [start, end] of unplayed.functions) starts.set(end, [...(starts.get(end) ?? []), start]);
  const never = new Set<FoundFunction>();
  const gone = new Set<FoundFunction>();
  const moved: Moved[] = [];
  for (const found of file.functions) {
    const { node, around } = found;
    const begin = startOf(found);
    const body = (node.body as Node).start;
    const here = starts.get(node.end) ?? [];
    if ((around && never.has(around)) || here.some((start) => start >= begin && start < body))
      never.add(found);
    if (around && gone.has(around)) gone.add(found);
    if (!never.has(found) || gone.has(found)) continue;
    const names = outsideNames(found, file);
    if (names === undefined) continue;
    gone.add(found);
    moved.push({ key: '', node, what: { kind: 'function', found }, names });
  }
  const nodesOf = (all: ReadonlySet<FoundFunction>) => new Set([...all].map(({ node }) => node));
  const pieces = coldPieces(program, code, {
    cold: unplayed.blocks,
    bodies: nodesOf(never),
    gone: new Set(moved.map(({ node }) => node)),
  });
  const inPiece = (node: Node) => pieces.some((one) => isWithin(node, one.node));
  return [
    ...moved.filter(({ node }) => !inPiece(node)),
    ...pieces.map(
      (piece): Moved => ({ key: '', node: piece.node, what: { kind: 'piece', piece }, names: piece.names }),
    ),
  ].map((one) => ({ ...one, key: key() }));
}

const isMember = ({ parent }: FoundFunction) =>
  parent.type === 'MethodDefinition' ||
  (parent.type === 'Property' && (parent.method === true || parent.kind !== 'init'));

const startOf = (found: FoundFunction) => (isMember(found) ? found.parent.start : found.node.start);

/** What stays where the function was. @param part asks the part */
export function standIn({ key, what }: Moved, part: string): Edit {
  if (what.kind === 'piece') return pieceStandIn(what.piece, `${part}.${key}`);
  const { found } = what;
  const { node, parent } = found;
  const { start, end } = node;
  const its = `${part}.${key}`;
  const id = isNode(node.id) ? ` ${node.id.name as string}` : '';
  if (node.type === 'FunctionDeclaration')
    return { start, end, text: `function${id}(...all) { return ${its}(...all); }` };
  if (node.type === 'ArrowFunctionExpression') return { start, end, text: `((...all) => ${its}(...all))` };
  const call = `${its}.call(this, ...all)`;
  if (!isMember(found))
    return {
      start,
      end,
      text: `function${node.generator ? '*' : ''}${id}(...all) { return ${node.generator ? 'yield* ' : ''}${call}; }`,
    };
  if (parent.kind === 'get') return { start, end, text: `() { return ${its}.call(this); }` };
  if (parent.kind === 'set') return { start, end, text: `(to) { ${its}.call(this, to); }` };
  return { start, end, text: `(...all) { return ${node.generator ? 'yield* ' : ''}${call}; }` };
}

function pieceStandIn({ node, locals, usesThis, statements, returns }: Piece, its: string): Edit {
  const { start, end } = node;
  const call = usesThis ? `${its}.call(${['this', ...locals].join(', ')})` : `${its}(${locals.join(', ')})`;
  if (!statements) return { start, end, text: call };
  return { start, end, text: returns ? `return ${call};` : `${call};` };
}

/** What goes by itself. @param text its own, edited */
export function alone({ key, what }: Moved, text: string): string {
  if (what.kind === 'piece') {
    const { locals, usesThis, statements } = what.piece;
    const body = statements ? `{ ${text}\n}` : `{ return (${text}); }`;
    const list = locals.join(', ');
    return `export const ${key} = ${usesThis ? `function (${list})` : `(${list}) =>`} ${body};`;
  }
  const { found } = what;
  const member = isMember(found) ? `function${found.node.generator ? '*' : ''} ` : '';
  return `export const ${key} = ${member}${text};`;
}

/** How a file gives its names to what went: those that it exports anyway, and those that it must. */
export function exportsFor(
  program: Node,
  wanted: ReadonlySet<string>,
  imports: readonly Import[],
): { readonly names: ReadonlyMap<string, string>; readonly text: string } {
  const imported = new Set(imports.flatMap(({ names }) => [...names.keys()]));
  const present = exportedNames(program);
  const names = new Map<string, string>();
  const added: string[] = [];
  for (const name of wanted) {
    if (imported.has(name)) continue;
    names.set(name, present.get(name) ?? `seldom$${name}`);
    if (!present.has(name)) added.push(`${name} as seldom$${name}`);
  }
  return { names, text: added.length > 0 ? `\nexport { ${added.join(', ')} };\n` : '' };
}

function exportedNames(program: Node): Map<string, string> {
  const names = new Map<string, string>();
  for (const statement of program.body as readonly Node[]) {
    if (statement.type !== 'ExportNamedDeclaration' || statement.source) continue;
    for (const one of statement.specifiers as { local: Node; exported: Node }[])
      names.set(one.local.name as string, one.exported.name as string);
    const { declaration } = statement;
    if (isNode(declaration)) for (const name of declaredNames(declaration)) names.set(name, name);
  }
  return names;
}

/** The import lines of what went. @param asked names that are asked of another part */
export function importsFor(
  file: string,
  wanted: ReadonlySet<string>,
  imports: readonly Import[],
  own: ReadonlyMap<string, string>,
  asked: ReadonlyMap<string, string>,
): string {
  const lines: string[] = [];
  for (const { source, names } of imports) {
    const from = JSON.stringify(source.startsWith('.') ? join(dirname(file), source) : source);
    for (const [local, name] of names) {
      if (!wanted.has(local) || asked.has(local)) continue;
      lines.push(
        name === '*' ? `import * as ${local} from ${from};` : `import { ${name} as ${local} } from ${from};`,
      );
    }
  }
  const list = [...own].map(([local, name]) => `${name} as ${local}`);
  if (list.length > 0) lines.push(`import { ${list.join(', ')} } from ${JSON.stringify(file)};`);
  return lines.join('\n');
}
