/** The syntax tree that rolldown's parser makes: its nodes, and what holds what; types are left out. */

/** A node of the tree. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** A node with what holds it, and under which key. */
export type Child = readonly [node: Node, parent: Node, key: string];

export const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);
/** The TypeScript nodes that hold a value. */
const WRAPPERS = new Set(['TSAsExpression', 'TSNonNullExpression', 'TSSatisfiesExpression']);
const SKIPPED = new Set(['type', 'start', 'end', 'typeAnnotation', 'returnType', 'typeParameters']);
/** The parts of a pattern stand where a declaration's name does. */
const BINDING: Node = { type: 'ArrayPattern', start: 0, end: 0 };

/** Whether a value is a node of the syntax tree. */
export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** Whether a node says something of types only. */
export const isType = ({ type }: Node): boolean => type.startsWith('TS') && !WRAPPERS.has(type);

const isCode = (node: unknown): node is Node =>
  isNode(node) && !isType(node) && node.type !== 'ImportDeclaration';

/** The nodes right below a node, in the order of the text, each with the key under which it stands. */
export function* heldBy(node: Node): Iterable<readonly [held: Node, key: string]> {
  for (const key of Object.keys(node))
    if (!SKIPPED.has(key)) for (const value of [node[key]].flat(2)) if (isNode(value)) yield [value, key];
}

/** The same, without types and imports; the parts of a pattern stand where a declaration's name does. */
export function* childrenOf(node: Node): Iterable<Child> {
  for (const [held, key] of heldBy(node)) {
    if (node.type === 'ObjectPattern' && key === 'properties') yield* partsOfPattern(held);
    else if (isCode(held)) yield [held, node, key];
  }
}

/** The nodes that a node holds under one key, without types and imports. */
export function* childrenUnder(node: Node, key: string): Iterable<Child> {
  for (const value of [node[key]].flat(2)) if (isCode(value)) yield [value, node, key];
}

/** `{ name: value }` on the left: a computed name is evaluated, what stands behind it is declared. */
function* partsOfPattern(property: Node): Iterable<Child> {
  if (property.computed === true && isCode(property.key)) yield [property.key, property, 'computed'];
  const part = property.type === 'Property' ? property.value : property;
  if (isCode(part)) yield [part, BINDING, 'elements'];
}

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
