/**
 * Functions that a first visit does not run, and their way into a part of their own: each leaves a line behind that asks the part for it.
 * What runs is not written down anywhere: the build plays it (played.ts) and looks.
 */
import { dirname, join } from 'node:path';
import type { Edit } from './edits.ts';
import { declaredNames, type FoundFunction, functionsOf, outsideNames } from './functions.ts';
import { type Import, isNode, type Node } from './references.ts';

/** A function that goes. */
export interface Moved {
  /** Under which the part gives it. */
  readonly key: string;
  readonly found: FoundFunction;
  /** What it uses of its file. */
  readonly names: readonly string[];
}

/** From where to where functions reach that did not run: `[start, end]` as V8 counts, end of their body. */
export type Unplayed = readonly (readonly [start: number, end: number])[];

/** Below so many characters the line that stays behind is no shorter. */
const SHORTEST = 90;

/** Whether it is worth the line that stays behind, for its own sake. */
export const isLong = ({ found: { node } }: Moved, code: string): boolean =>
  code.slice(node.start, node.end).replace(/\s+/g, ' ').length >= SHORTEST;

/** Every function that may go, a function around others before them. @param key makes the next name. */
export function seldomOf(program: Node, unplayed: Unplayed, key: () => string): Moved[] {
  const file = functionsOf(program);
  const starts = new Map<number, number[]>();
  for (const [start, end] of unplayed) starts.set(end, [...(starts.get(end) ?? []), start]);
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
    moved.push({ key: key(), found, names });
  }
  return moved;
}

const isMember = ({ parent }: FoundFunction) =>
  parent.type === 'MethodDefinition' ||
  (parent.type === 'Property' && (parent.method === true || parent.kind !== 'init'));

const startOf = (found: FoundFunction) => (isMember(found) ? found.parent.start : found.node.start);

/** What stays where the function was. @param part asks the part */
export function standIn({ key, found }: Moved, part: string): Edit {
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

/** The function by itself. @param text its own, edited */
export function alone({ key, found }: Moved, text: string): string {
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
