/** What a file has at its top: its statements with their names, what it takes from other files and what it gives to them. */
import { dirname, join } from 'node:path';
import { isWithin } from './edits.ts';
import { declaredNames } from './functions.ts';
import type { FileUses } from './references.ts';
import type { Moved } from './seldom.ts';
import { FUNCTIONS, isNode, type Node } from './tree.ts';

export interface ReadFile {
  readonly code: string;
  readonly program: Node;
  readonly uses: FileUses;
  readonly moved: readonly Moved[];
}

/** A statement at the top of a file. */
export interface Statement {
  readonly node: Node;
  readonly names: readonly string[];
  /** Its evaluation is nobody's business but that of whoever uses its names. */
  readonly quiet: boolean;
  /** For a class over host objects: the names of those. */
  readonly hosts: readonly string[];
}

export interface Table {
  readonly statements: readonly Statement[];
  readonly declares: ReadonlyMap<string, Statement>;
  readonly imports: ReadonlyMap<string, { readonly file: string; readonly name: string }>;
  /** Exported name to local one. */
  readonly exports: ReadonlyMap<string, string>;
  /** Names that stand in an `export { … }` of their own. */
  readonly listed: ReadonlySet<string>;
  /** What it hands on by name: `export { name } from …`. */
  readonly handed: ReadonlyMap<string, { readonly file: string; readonly name: string }>;
  /** The files of each `export * from …`. */
  readonly handsAll: readonly string[];
  readonly sources: readonly string[];
  namedIn(statement: Statement): readonly string[];
}

/** @param file its absolute path, to which the paths of its imports are relative */
export function tableOf(file: string, { program, uses, moved }: ReadFile): Table {
  const inFolder = (source: string) => join(dirname(file), source);
  const statements = statementsOf(program);
  const declares = new Map(statements.flatMap((one) => one.names.map((name) => [name, one] as const)));
  const imports = new Map<string, { file: string; name: string }>();
  for (const { source, names } of uses.imports)
    for (const [local, name] of names) imports.set(local, { file: inFolder(source), name });
  const exports = new Map<string, string>();
  const listed = new Set<string>();
  const handed = new Map<string, { file: string; name: string }>();
  const handsAll: string[] = [];
  for (const node of program.body as readonly Node[]) {
    if (node.source && node.exportKind !== 'type') handOn(node);
    if (node.type !== 'ExportNamedDeclaration' || node.source) continue;
    for (const one of node.specifiers as { local: Node; exported: Node }[]) {
      exports.set(one.exported.name as string, one.local.name as string);
      listed.add(one.local.name as string);
    }
    if (isNode(node.declaration)) for (const name of declaredNames(node.declaration)) exports.set(name, name);
  }
  function handOn(node: Node): void {
    const source = inFolder((node.source as Node).value as string);
    const all = node.exported as Node | null | undefined;
    if (node.type === 'ExportAllDeclaration' && !all) handsAll.push(source);
    else if (all) handed.set(all.name as string, { file: source, name: '*' });
    else if (node.type === 'ExportNamedDeclaration')
      for (const one of node.specifiers as { local: Node; exported: Node }[])
        handed.set(one.exported.name as string, { file: source, name: one.local.name as string });
  }
  const rest = uses.references.filter((one) => !moved.some(({ node }) => isWithin(one, node)));
  return {
    statements,
    declares,
    imports,
    exports,
    listed,
    handed,
    handsAll,
    sources: [...uses.fixed, ...uses.imports.map(({ source }) => source)].map(inFolder),
    namedIn: ({ node }) => rest.filter((one) => isWithin(one, node)).map(({ name }) => name),
  };
}

function statementsOf(program: Node): Statement[] {
  return (program.body as readonly Node[])
    .filter(({ type }) => type !== 'ImportDeclaration' && !type.startsWith('TS'))
    .map((node) => {
      const declaration = node.type === 'ExportNamedDeclaration' ? (node.declaration as Node | null) : node;
      if (!declaration || declaration.type.startsWith('TS') || declaration.declare === true)
        return { node, names: [], quiet: true, hosts: [] };
      const names = declaredNames(declaration);
      const variables = (declaration.declarations ?? []) as { id: Node }[];
      // A pattern asks what it takes apart, and a variable may be written to.
      const isConst = declaration.kind !== 'let' && declaration.kind !== 'var';
      const plain = isConst && variables.every(({ id }) => id.type === 'Identifier');
      return { node, names, quiet: plain && isQuiet(declaration), hosts: plain ? hostsOf(declaration) : [] };
    });
}

/** Calls that make something and touch nothing else. */
const MAKERS = new Set(['nativeFunction', 'builtinFunction', 'names', 'pythonModule']);
const COLLECTIONS = new Set(['Map', 'Set', 'WeakMap', 'WeakSet', 'RegExp']);

/** Whether evaluating it does nothing that anybody else could see. */
function isQuiet(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isQuiet);
  if (!isNode(value) || FUNCTIONS.has(value.type)) return true;
  if (value.type.startsWith('TS') && !('expression' in value)) return true;
  if (value.type === 'AssignmentExpression') return false;
  if (value.type === 'TaggedTemplateExpression' && !isRaw(value.tag as Node)) return false;
  const callee = value.callee as Node | undefined;
  if (value.type === 'NewExpression' && !COLLECTIONS.has(callee?.name as string)) return false;
  if (value.type === 'CallExpression' && !isMaker(callee!) && !isClassWithoutHost(value)) return false;
  const waits = value.type === 'PropertyDefinition' && value.static !== true;
  return Object.entries(value).every(([key, inner]) => (waits && key === 'value') || isQuiet(inner));
}

/** `String.raw` */
const isRaw = ({ object, property }: Node): boolean =>
  (object as Node | undefined)?.name === 'String' && (property as Node).name === 'raw';

/** `nativeFunction(…)`, and `'a b c'.split(' ')`. */
const isMaker = (callee: Node): boolean =>
  MAKERS.has(callee.name as string) ||
  (callee.type === 'MemberExpression' &&
    (callee.object as Node).type === 'Literal' &&
    (callee.property as Node).name === 'split');

function specOf(value: Node): readonly Node[] | undefined {
  const spec = (value.arguments as readonly Node[] | undefined)?.[0];
  if ((value.callee as Node | undefined)?.name !== 'nativeClass' || spec?.type !== 'ObjectExpression')
    return undefined;
  const properties = spec.properties as readonly Node[];
  return properties.every(({ type }) => type === 'Property') ? properties : undefined;
}

const named = (properties: readonly Node[], name: string): Node | undefined =>
  properties.find(({ key }) => (key as Node).name === name)?.value as Node | undefined;

/** A class that nothing is registered for. */
function isClassWithoutHost(value: Node): boolean {
  const spec = specOf(value);
  return spec !== undefined && !named(spec, 'host') && !named(spec, 'kind');
}

/** `const x = nativeClass({ host: Host, … })`: `Host`. */
function hostsOf(declaration: Node): string[] {
  const [only] = (declaration.declarations as { init: Node | null }[] | undefined) ?? [];
  const spec = only?.init?.type === 'CallExpression' ? specOf(only.init) : undefined;
  const host = spec && named(spec, 'host');
  if (!spec || !host || named(spec, 'kind')) return [];
  const inner = spec.every(({ value }) => isQuiet(value));
  const list = host.type === 'ArrayExpression' ? (host.elements as readonly Node[]) : [host];
  return inner && list.every(({ type }) => type === 'Identifier')
    ? list.map(({ name }) => name as string)
    : [];
}
