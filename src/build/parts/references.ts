/** Where a file uses what it imports: read from the syntax tree, types left out. */

/** A node of the tree that rolldown's parser makes. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

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

export const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);
/** The TypeScript nodes that hold a value. */
export const WRAPPERS = new Set(['TSAsExpression', 'TSNonNullExpression', 'TSSatisfiesExpression']);
export const SKIPPED = new Set(['type', 'start', 'end', 'typeAnnotation', 'returnType', 'typeParameters']);

const BINDING: Node = { type: 'ArrayPattern', start: 0, end: 0 };

/** Whether a value is a node of the syntax tree. */
export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** @param program the tree of a whole TypeScript file. */
export function usesOf(program: Node): FileUses {
  const imports: Import[] = [];
  const fixed: string[] = [];
  const references: Reference[] = [];
  const declared = new Set<string>();

  function walk(value: unknown, parent: Node, key: string, early: boolean): void {
    if (Array.isArray(value)) {
      for (const one of value) walk(one, parent, key, early);
      return;
    }
    if (!isNode(value)) return;
    if (value.type.startsWith('TS') && !WRAPPERS.has(value.type)) return;
    if (value.type === 'ImportDeclaration') return;
    if (value.type === 'Identifier') visit(value, parent, key, early);
    if (value.type === 'ObjectPattern') {
      pattern(value, early);
      return;
    }
    const inner = early && !FUNCTIONS.has(value.type);
    for (const name of Object.keys(value)) {
      if (SKIPPED.has(name)) continue;
      const waits = value.type === 'PropertyDefinition' && value.static !== true && name === 'value';
      walk(value[name], value, name, inner && !waits);
    }
  }

  /** What stands behind the names of `{ name: value }` on the left is declared. */
  function pattern(node: Node, early: boolean): void {
    for (const property of node.properties as readonly Node[]) {
      if (property.computed === true) walk(property.key, property, 'computed', early);
      walk(property.type === 'Property' ? property.value : property, BINDING, 'elements', early);
    }
  }

  function visit(node: Node, parent: Node, key: string, early: boolean): void {
    const name = node.name as string;
    if (isBinding(parent, key)) {
      declared.add(name);
      return;
    }
    if (isName(parent, key)) return;
    const shorthand = parent.type === 'Property' && parent.shorthand === true;
    const form = shorthand
      ? 'shorthand'
      : parent.type === 'NewExpression' && key === 'callee'
        ? 'new'
        : 'plain';
    references.push({ name, start: node.start, end: node.end, form, early });
  }

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
  walk(program.body, program, 'body', true);
  return { imports, fixed, references: references.filter(notTwice), declared };
}

/** `{ name }` holds the same identifier as key and as value. */
const notTwice = (one: Reference, at: number, all: readonly Reference[]) =>
  one.form !== 'shorthand' || all[at - 1]?.start !== one.start;

/** Something of that name is declared here. */
export function isBinding(parent: Node, key: string): boolean {
  if (parent.type === 'VariableDeclarator') return key === 'id';
  if (parent.type === 'CatchClause') return key === 'param';
  if (parent.type === 'ClassDeclaration' || parent.type === 'ClassExpression') return key === 'id';
  if (FUNCTIONS.has(parent.type)) return key === 'params' || key === 'id';
  if (parent.type === 'RestElement' || parent.type === 'ArrayPattern') return true;
  return parent.type === 'AssignmentPattern' && key === 'left';
}

/** A property's or a label's name, not a value. */
export function isName(parent: Node, key: string): boolean {
  if (parent.type === 'MemberExpression') return key === 'property' && parent.computed !== true;
  if (
    parent.type === 'Property' ||
    parent.type === 'PropertyDefinition' ||
    parent.type === 'MethodDefinition'
  )
    return key === 'key' && parent.computed !== true && parent.shorthand !== true;
  return (
    parent.type === 'MetaProperty' || parent.type === 'LabeledStatement' || parent.type === 'BreakStatement'
  );
}

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
