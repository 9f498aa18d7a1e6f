/** Where each name of a file is declared: scopes as JavaScript has them, block by block, read from the syntax tree. */
import { FUNCTIONS, heldBy, isName, isNode, isType, type Node } from './tree.ts';

/** One declared name. */
export interface Declared {
  readonly start: number;
  /** The function around it. */
  readonly inside: Node | undefined;
  /** At the file's top, in no block. */
  readonly top: boolean;
  /** Declared by `function`, which holds before its line, too. */
  readonly hoisted: boolean;
  /** The functions that give it another value later. */
  readonly assignedIn: Set<Node | undefined>;
}

/** One use of a name. */
export interface Use {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** undefined for what no file declares, such as `Map`. */
  readonly of: Declared | undefined;
  readonly inside: Node | undefined;
  readonly assigns: boolean;
}

interface Scope {
  readonly around: Scope | undefined;
  readonly names: Map<string, Declared>;
  readonly inside: Node | undefined;
  /** Of the whole file. */
  readonly uses: Use[];
}

const LOOPS = new Set(['ForStatement', 'ForInStatement', 'ForOfStatement']);
const CLASSES = new Set(['ClassDeclaration', 'ClassExpression']);

/** @param program the tree of a whole TypeScript file. @returns every use, in no order */
export function usesByScope(program: Node): readonly Use[] {
  const top: Scope = { around: undefined, names: new Map(), inside: undefined, uses: [] };
  block(program, program.body as readonly Node[], top);
  return top.uses;
}

const within = (around: Scope, inside = around.inside): Scope => ({
  around,
  names: new Map(),
  inside,
  uses: around.uses,
});

function declare(scope: Scope, node: Node, hoisted = false): void {
  const { inside } = scope;
  scope.names.set(node.name as string, {
    start: node.start,
    inside,
    top: scope.around === undefined,
    hoisted,
    assignedIn: new Set(),
  });
}

/** What statements declare holds in all of their block. */
function declareAll(statements: readonly Node[], scope: Scope): void {
  for (const statement of statements) {
    const one = isNode(statement.declaration) ? statement.declaration : statement;
    if (one.type === 'VariableDeclaration')
      for (const { id } of one.declarations as { id: Node }[])
        for (const name of namesOf(id)) declare(scope, name);
    else if ((one.type === 'FunctionDeclaration' || one.type === 'ClassDeclaration') && isNode(one.id))
      declare(scope, one.id, one.type === 'FunctionDeclaration');
    else if (one.type === 'ImportDeclaration')
      for (const { local } of one.specifiers as { local: Node }[]) declare(scope, local, true);
  }
}

function use(node: Node, scope: Scope, assigns: boolean): void {
  const name = node.name as string;
  let found: Declared | undefined;
  for (let at: Scope | undefined = scope; at && !found; at = at.around) found = at.names.get(name);
  if (assigns) found?.assignedIn.add(scope.inside);
  const { start, end } = node;
  scope.uses.push({ name, start, end, of: found, inside: scope.inside, assigns });
}

function walkAll(nodes: readonly unknown[], parent: Node, key: string, scope: Scope): void {
  for (const one of nodes) walk(one, parent, key, scope);
}

function walkFunction(node: Node, scope: Scope): void {
  const inner = within(scope, node);
  if (node.type === 'FunctionExpression' && isNode(node.id)) declare(inner, node.id);
  for (const one of node.params as readonly Node[]) for (const name of namesOf(one)) declare(inner, name);
  for (const one of node.params as readonly Node[]) pattern(one, inner);
  const body = node.body as Node;
  if (body.type === 'BlockStatement') block(body, body.body as readonly Node[], inner);
  else walk(body, node, 'body', inner);
}

function block(node: Node, statements: readonly Node[], scope: Scope): void {
  declareAll(statements, scope);
  walkAll(statements, node, 'body', scope);
}

/** Of what declares, only the values that stand in it are uses. */
function pattern(node: Node, scope: Scope): void {
  if (node.type === 'AssignmentPattern') {
    pattern(node.left as Node, scope);
    walk(node.right, node, 'right', scope);
  } else if (node.type === 'RestElement') pattern(node.argument as Node, scope);
  else if (node.type === 'TSParameterProperty') pattern(node.parameter as Node, scope);
  else if (node.type === 'ArrayPattern')
    for (const one of node.elements as readonly (Node | null)[]) one && pattern(one, scope);
  else if (node.type === 'ObjectPattern')
    for (const one of node.properties as readonly Node[]) {
      if (one.computed === true) walk(one.key, one, 'computed', scope);
      pattern(one.type === 'Property' ? (one.value as Node) : one, scope);
    }
}

function walk(value: unknown, parent: Node, key: string, scope: Scope): void {
  if (Array.isArray(value)) {
    walkAll(value, parent, key, scope);
    return;
  }
  if (!isNode(value)) return;
  const { type } = value;
  if (isType(value) || type === 'ImportDeclaration') return;
  if (type === 'Identifier') {
    if (!isName(parent, key) || parent.shorthand === true) use(value, scope, assignsTo(parent, key));
  } else if (type === 'ObjectPattern') {
    // One that declares is not met here.
    for (const name of namesOf(value)) use(name, scope, true);
  } else if (FUNCTIONS.has(type)) walkFunction(value, scope);
  else if (type === 'BlockStatement' || type === 'StaticBlock')
    block(value, value.body as readonly Node[], within(scope));
  else if (type === 'VariableDeclarator') {
    pattern(value.id as Node, scope);
    walk(value.init, value, 'init', scope);
  } else walkOther(value, scope);
}

function walkOther(node: Node, scope: Scope): void {
  let inner = scope;
  if (LOOPS.has(node.type)) {
    inner = within(scope);
    const header = (node.init ?? node.left) as Node | null | undefined;
    if (header) declareAll([header], inner);
  } else if (node.type === 'SwitchStatement') {
    inner = within(scope);
    declareAll(
      (node.cases as { consequent: Node[] }[]).flatMap(({ consequent }) => consequent),
      inner,
    );
  } else if (node.type === 'CatchClause') {
    inner = within(scope);
    if (isNode(node.param)) for (const name of namesOf(node.param)) declare(inner, name);
  } else if (node.type === 'ClassExpression' && isNode(node.id)) {
    inner = within(scope);
    declare(inner, node.id);
  }
  for (const [held, name] of heldBy(node)) {
    const declares =
      (node.type === 'CatchClause' && name === 'param') || (CLASSES.has(node.type) && name === 'id');
    if (!declares) walk(held, node, name, inner);
  }
}

/** `name = …`, `name++`, `[name] = …`, `for (name of …)`. */
const assignsTo = (parent: Node, key: string): boolean =>
  (parent.type === 'AssignmentExpression' && key === 'left') ||
  parent.type === 'UpdateExpression' ||
  parent.type === 'ArrayPattern' ||
  parent.type === 'RestElement' ||
  (parent.type === 'AssignmentPattern' && key === 'left') ||
  ((parent.type === 'ForInStatement' || parent.type === 'ForOfStatement') && key === 'left');

/** The identifiers that a pattern declares. */
export function namesOf(node: Node): Node[] {
  switch (node.type) {
    case 'Identifier':
      return [node];
    case 'AssignmentPattern':
      return namesOf(node.left as Node);
    case 'RestElement':
      return namesOf(node.argument as Node);
    case 'TSParameterProperty':
      return namesOf(node.parameter as Node);
    case 'ArrayPattern':
      return (node.elements as (Node | null)[]).flatMap((one) => (one ? namesOf(one) : []));
    case 'ObjectPattern':
      return (node.properties as readonly Node[]).flatMap((one) =>
        namesOf(one.type === 'Property' ? (one.value as Node) : one),
      );
    default:
      return [];
  }
}
