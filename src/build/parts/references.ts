/** Where a file uses what it imports: read from the syntax tree, types left out. */
import { childrenOf, FUNCTIONS, isBinding, isName, type Node } from './tree.ts';

export interface Import {
  readonly node: Node;
  readonly source: string;
  /** Local name to imported name; `*` for a namespace. Types are left out. */
  readonly names: ReadonlyMap<string, string>;
}

export interface Reference {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** `{ name }`, `new name`, or any other use. */
  readonly form: 'shorthand' | 'new' | 'plain';
  /** It is evaluated when the module is, not when a function is called. */
  readonly early: boolean;
}

export interface FileUses {
  readonly imports: readonly Import[];
  /** Sources of `export … from` and of imports for their effect: they cannot wait. */
  readonly fixed: readonly string[];
  readonly references: readonly Reference[];
  /** Names that something inside the file declares: parameters, variables, functions. */
  readonly declared: ReadonlySet<string>;
}

/** @param program the tree of a whole TypeScript file. */
export function usesOf(program: Node): FileUses {
  const references: Reference[] = [];
  const declared = new Set<string>();

  function walk(node: Node, parent: Node, key: string, early: boolean): void {
    if (node.type === 'Identifier') {
      if (isBinding(parent, key)) declared.add(node.name as string);
      else if (!isName(parent, key)) references.push(referenceOf(node, parent, key, early));
    }
    const inner = early && !FUNCTIONS.has(node.type);
    for (const [child, holder, name] of childrenOf(node)) {
      const waits = node.type === 'PropertyDefinition' && node.static !== true && name === 'value';
      walk(child, holder, name, inner && !waits);
    }
  }

  walk(program, program, 'program', true);
  return { ...sourcesOf(program), references: references.filter(notTwice), declared };
}

function referenceOf(node: Node, parent: Node, key: string, early: boolean): Reference {
  const shorthand = parent.type === 'Property' && parent.shorthand === true;
  const form = shorthand
    ? 'shorthand'
    : parent.type === 'NewExpression' && key === 'callee'
      ? 'new'
      : 'plain';
  return { name: node.name as string, start: node.start, end: node.end, form, early };
}

/** What a file takes from others: imports of values, and sources that cannot wait. */
function sourcesOf(program: Node): Pick<FileUses, 'imports' | 'fixed'> {
  const imports: Import[] = [];
  const fixed: string[] = [];
  for (const statement of program.body as readonly Node[]) {
    const source = (statement.source as Node | null | undefined)?.value as string | undefined;
    if (statement.type === 'ImportDeclaration' && statement.importKind !== 'type') {
      const names = importedNames(statement);
      if ((statement.specifiers as readonly Node[]).length === 0) fixed.push(source!);
      else imports.push({ node: statement, source: source!, names });
    } else if (
      source !== undefined &&
      statement.exportKind !== 'type' &&
      statement.type !== 'ImportDeclaration'
    )
      fixed.push(source);
  }
  return { imports, fixed };
}

/** `{ name }` holds the same identifier as key and as value. */
const notTwice = (one: Reference, at: number, all: readonly Reference[]) =>
  one.form !== 'shorthand' || all[at - 1]?.start !== one.start;

function importedNames(statement: Node): Map<string, string> {
  const names = new Map<string, string>();
  for (const specifier of statement.specifiers as readonly Node[]) {
    if (specifier.importKind === 'type') continue;
    const local = (specifier.local as Node).name as string;
    const imported = specifier.imported as Node | undefined;
    names.set(local, imported ? (imported.name as string) : '*');
  }
  return names;
}
