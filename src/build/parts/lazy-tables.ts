/**
 * Tables of a native class that are made when somebody asks for them: `methods: …` becomes `get methods() { return …; }`.
 * A class reads its tables when it is first used, so those of a class that nobody uses may come later, like any function that does not run.
 */
import { edited } from './edits.ts';
import { FUNCTIONS, isNode, type Node } from './tree.ts';

/** What `nativeClass` reads on a class's first use. */
const TABLES = new Set(['methods', 'classMethods', 'statics', 'getters', 'setters', 'attributes']);
const MAKERS = new Set(['nativeClass', 'fillNativeClass']);

/** @param program the tree of a TypeScript file, @param code its text. @returns the text with such tables made lazy */
export function withLazyTables(program: Node, code: string): string {
  if (![...MAKERS].some((maker) => code.includes(`${maker}({`) || code.includes(`${maker}(`))) return code;
  const edits = tablesIn(program.body).flatMap(({ property, name, value }) => [
    { start: property.start, end: value.start, text: `get ${name}() { return ` },
    { start: value.end, end: value.end, text: '; }' },
  ]);
  return edits.length > 0 ? edited(code, edits) : code;
}

interface Table {
  readonly property: Node;
  readonly name: string;
  readonly value: Node;
}

/** Those in calls at the file's top. */
function tablesIn(value: unknown): Table[] {
  if (Array.isArray(value)) return value.flatMap(tablesIn);
  if (!isNode(value) || FUNCTIONS.has(value.type)) return [];
  const callee = value.callee as Node | undefined;
  if (value.type === 'CallExpression' && callee?.type === 'Identifier' && MAKERS.has(callee.name as string))
    return (value.arguments as readonly Node[]).flatMap(tablesOf);
  return Object.values(value).flatMap(tablesIn);
}

function tablesOf(spec: Node): Table[] {
  if (spec.type !== 'ObjectExpression') return [];
  return (spec.properties as readonly Node[]).flatMap((property) => {
    const { key, value } = property as { key?: Node; value?: Node };
    const name = key?.type === 'Identifier' ? (key.name as string) : '';
    const plain = property.type === 'Property' && property.kind === 'init' && property.computed !== true;
    return plain && TABLES.has(name) && value ? [{ property, name, value }] : [];
  });
}
