/**
 * What the first load reaches when the functions that wait are gone from it: a walk over the names at the top of files, from the entries
 * and from whatever acts while files are evaluated. A declaration that nothing reaches is used by waiting functions alone and goes with them.
 * A class over host objects is reached with its host: objects that the first load makes find their class there.
 */
import { dirname, join } from 'node:path';
import { isWithin } from './edits.ts';
import { declaredNames, functionsOf } from './functions.ts';
import { type FileUses, FUNCTIONS, isNode, type Node } from './references.ts';
import type { Moved } from './seldom.ts';

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

export interface Reached {
  /** Files of the first load. */
  readonly files: ReadonlySet<string>;
  /** For each file the statements that only waiting functions use. */
  readonly left: ReadonlyMap<string, readonly Statement[]>;
  /** Whether a name at the top of a file is reached; those of parts and packages count as if they were. */
  reaches(file: string, name: string): boolean;
}

/** @param entries files whose every name is asked for */
export function reach(all: ReadonlyMap<string, ReadFile>, entries: readonly string[]): Reached {
  const files = new Map([...all].map(([file, read]) => [file, tableOf(file, read)]));
  const reached = new Set<string>();
  const used = new Set<Statement>();
  const usedFiles = new Set<string>();
  const evaluated = new Set<string>();
  const waiting = new Map<string, (() => void)[]>();

  function evaluate(file: string): void {
    const table = files.get(file);
    if (!table || evaluated.has(file)) return;
    evaluated.add(file);
    for (const statement of table.statements) {
      if (statement.quiet) continue;
      if (statement.hosts.length === 0) useStatement(file, statement);
      for (const host of statement.hosts) {
        const key = placeOf(file, host);
        if (key === undefined || reached.has(key)) useStatement(file, statement);
        else waiting.set(key, [...(waiting.get(key) ?? []), () => useStatement(file, statement)]);
      }
    }
    for (const source of table.sources) evaluate(source);
  }

  function useStatement(file: string, statement: Statement): void {
    if (used.has(statement)) return;
    used.add(statement);
    usedFiles.add(file);
    for (const name of files.get(file)!.namedIn(statement)) useName(file, name);
    for (const name of statement.names) useName(file, name);
  }

  /** @returns where a name of a file is declared; undefined outside the walk */
  function placeOf(file: string, name: string): string | undefined {
    const table = files.get(file);
    if (!table) return undefined;
    const from = table.imports.get(name);
    if (!from) return table.declares.has(name) ? `${file}\0${name}` : undefined;
    return placeOfExport(from.file, from.name);
  }

  /** The same for what a file gives to others, also where it only hands it on. */
  function placeOfExport(file: string, name: string): string | undefined {
    const table = files.get(file);
    const local = table?.exports.get(name);
    if (local !== undefined) return placeOf(file, local);
    const handed = table?.handed.get(name);
    if (handed) return placeOfExport(handed.file, handed.name);
    for (const source of table?.handsAll ?? []) {
      const place = placeOfExport(source, name);
      if (place !== undefined) return place;
    }
    return undefined;
  }

  function useName(file: string, name: string): void {
    const table = files.get(file)!;
    const from = table.imports.get(name);
    if (from) {
      useExport(from.file, from.name);
      return;
    }
    const key = `${file}\0${name}`;
    if (reached.has(key)) return;
    reached.add(key);
    for (const act of waiting.get(key) ?? []) act();
    const statement = table.declares.get(name);
    if (statement) useStatement(file, statement);
  }

  function useExport(file: string, name: string): void {
    const table = files.get(file);
    if (!table) return;
    const local = table.exports.get(name);
    const handed = table.handed.get(name);
    if (local !== undefined) useName(file, local);
    else if (handed) useExport(handed.file, handed.name);
    else if (name !== '*') for (const source of table.handsAll) useExport(source, name);
    else {
      for (const each of table.exports.values()) useName(file, each);
      for (const each of table.handed.values()) useExport(each.file, each.name);
      for (const source of table.handsAll) useExport(source, '*');
    }
  }

  for (const entry of entries) {
    evaluate(entry);
    useExport(entry, '*');
  }
  // What may not leave its file stays there, and what it names stays with it.
  const stays = new Set<Statement>();
  function keep(file: string, statement: Statement): void {
    if (used.has(statement) || stays.has(statement)) return;
    stays.add(statement);
    for (const name of files.get(file)!.namedIn(statement)) {
      const [place, local] = placeOf(file, name)?.split('\0') ?? [];
      if (place !== undefined) keep(place, files.get(place)!.declares.get(local!)!);
    }
  }
  for (const [file, { statements, listed }] of files)
    for (const one of statements) if (!mayLeave(one, listed)) keep(file, one);
  // In a file that waits whole, what goes would be evaluated before what stays: whatever uses that stays, too.
  const usesStaying = (file: string, one: Statement): boolean => {
    const { declares, namedIn } = files.get(file)!;
    return namedIn(one).some((name) => {
      const declared = declares.get(name);
      return declared !== undefined && declared !== one && stays.has(declared);
    });
  };
  for (let before = -1; before !== stays.size; ) {
    before = stays.size;
    for (const [file, { statements }] of files)
      if (!usedFiles.has(file)) for (const one of statements) if (usesStaying(file, one)) keep(file, one);
  }
  const left = new Map<string, Statement[]>();
  for (const [file, { statements }] of files) {
    const gone = statements.filter((one) => !used.has(one) && !stays.has(one));
    if (gone.length > 0) left.set(file, gone);
  }
  const reaches = (file: string, name: string): boolean => {
    const from = files.get(file)?.imports.get(name);
    if (from && !files.has(from.file)) return true;
    return reached.has(placeOf(file, name) ?? '');
  };
  return { files: usedFiles, left, reaches };
}

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

interface Table {
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

function tableOf(file: string, { program, uses, moved }: ReadFile): Table {
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
const MAKERS = new Set(['nativeFunction', 'builtinFunction', 'names']);
const COLLECTIONS = new Set(['Map', 'Set', 'WeakMap', 'WeakSet', 'RegExp']);

/** Whether evaluating it does nothing that anybody else could see. */
function isQuiet(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isQuiet);
  if (!isNode(value) || FUNCTIONS.has(value.type)) return true;
  if (value.type.startsWith('TS') && !('expression' in value)) return true;
  if (value.type === 'AssignmentExpression' || value.type === 'TaggedTemplateExpression') return false;
  const callee = value.callee as Node | undefined;
  if (value.type === 'NewExpression' && !COLLECTIONS.has(callee?.name as string)) return false;
  if (value.type === 'CallExpression' && !isMaker(callee!) && !isClassWithoutHost(value)) return false;
  const waits = value.type === 'PropertyDefinition' && value.static !== true;
  return Object.entries(value).every(([key, inner]) => (waits && key === 'value') || isQuiet(inner));
}

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
