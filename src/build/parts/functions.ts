/** The functions of a file, and what each needs from outside itself: whether its code could stand in another file. */
import { namesOf } from './scopes.ts';
import { childrenOf, childrenUnder, FUNCTIONS, isBinding, isName, isNode, type Node } from './tree.ts';

/** A function with what its code, and that of functions inside it, names. */
export interface FoundFunction {
  readonly node: Node;
  /** What holds it: a method or property for those that are written without `function`. */
  readonly parent: Node;
  readonly around: FoundFunction | undefined;
  readonly names: Set<string>;
  /** Declared in it or in functions inside it. */
  readonly declared: Set<string>;
  readonly assigned: Set<string>;
  usesThis: boolean;
  /** `super`, `#name`, `new.target`: what means something only where it stands. */
  tied: boolean;
}

export interface FileFunctions {
  readonly functions: readonly FoundFunction[];
  /** Names that the file declares or imports at its top. */
  readonly top: ReadonlySet<string>;
  /** Names of blocks that stand in no function: nobody else can be given those. */
  readonly hidden: ReadonlySet<string>;
}

const TYING = new Set(['Super', 'PrivateIdentifier', 'MetaProperty']);

/** The functions from the inside out. */
function* outwards(from: FoundFunction | undefined): Iterable<FoundFunction> {
  for (let one = from; one; one = one.around) yield one;
}

/** @param program the tree of a whole TypeScript file. */
export function functionsOf(program: Node): FileFunctions {
  const finding: Finding = { functions: [], top: topNames(program), hidden: new Set() };
  for (const [statement, parent, key] of childrenUnder(program, 'body'))
    walk(finding, statement, parent, key, undefined);
  return finding;
}

/** What is known while a file is walked through. */
interface Finding {
  readonly functions: FoundFunction[];
  readonly top: ReadonlySet<string>;
  readonly hidden: Set<string>;
}

type Inside = FoundFunction | undefined;

function walk(finding: Finding, node: Node, parent: Node, key: string, inside: Inside): void {
  noteNames(finding, node, parent, key, inside);
  if (FUNCTIONS.has(node.type)) enter(finding, node, parent, inside);
  else for (const [child, holder, name] of childrenOf(node)) walk(finding, child, holder, name, inside);
}

function enter(finding: Finding, node: Node, parent: Node, inside: Inside): void {
  const found: FoundFunction = {
    node,
    parent,
    around: inside,
    names: new Set(),
    declared: new Set(),
    assigned: new Set(),
    usesThis: false,
    tied: false,
  };
  finding.functions.push(found);
  // A declaration's name belongs to what is around it.
  if (isNode(node.id)) {
    if (node.type === 'FunctionDeclaration') declare(finding, node.id.name as string, inside);
    if (node.type === 'FunctionExpression') declare(finding, node.id.name as string, found);
  }
  for (const part of ['params', 'body'])
    for (const [child, holder, name] of childrenUnder(node, part)) walk(finding, child, holder, name, found);
}

function declare({ top, hidden }: Finding, name: string, inside: Inside): void {
  if (!inside && !top.has(name)) hidden.add(name);
  for (const one of outwards(inside)) one.declared.add(name);
}

/** Notes what a node says of the functions around it. */
function noteNames(finding: Finding, node: Node, parent: Node, key: string, inside: Inside): void {
  if (TYING.has(node.type)) for (const one of outwards(inside)) one.tied = true;
  if (node.type === 'ThisExpression') noteThis(inside);
  const assigned = assignedName(node);
  if (assigned !== undefined) for (const one of outwards(inside)) one.assigned.add(assigned);
  if (node.type !== 'Identifier') return;
  if (isBinding(parent, key)) declare(finding, node.name as string, inside);
  else if (!isName(parent, key)) for (const one of outwards(inside)) one.names.add(node.name as string);
}

/** `this` is that of the nearest function that is no arrow. */
function noteThis(inside: Inside): void {
  for (const one of outwards(inside)) {
    one.usesThis = true;
    if (one.node.type !== 'ArrowFunctionExpression') break;
  }
}

/** The name that an assignment or `++` changes. */
function assignedName(node: Node): string | undefined {
  if (node.type !== 'AssignmentExpression' && node.type !== 'UpdateExpression') return undefined;
  const target = node.type === 'AssignmentExpression' ? node.left : node.argument;
  return isNode(target) && target.type === 'Identifier' ? (target.name as string) : undefined;
}

/** Names of a file's imports and of the declarations that stand in no block. */
export function topNames(program: Node): Set<string> {
  const names = new Set<string>();
  for (const statement of program.body as readonly Node[]) {
    if (statement.type === 'ImportDeclaration') {
      for (const { local } of statement.specifiers as { local: Node }[]) names.add(local.name as string);
      continue;
    }
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (isNode(declaration)) for (const name of declaredNames(declaration)) names.add(name);
  }
  return names;
}

/** What a declaration declares, also by patterns. */
export function declaredNames(declaration: Node): string[] {
  const ids = Array.isArray(declaration.declarations)
    ? (declaration.declarations as { id: Node }[]).map(({ id }) => id)
    : [declaration.id];
  return ids.flatMap((id) => (isNode(id) ? namesOf(id).map(({ name }) => name as string) : []));
}

const isDeclaredAround = ({ around }: FoundFunction, name: string): boolean =>
  [...outwards(around)].some(({ declared }) => declared.has(name));

/** The outside names that a function's code uses; undefined where it must stay where it is. */
export function outsideNames(
  found: FoundFunction,
  { top, hidden }: FileFunctions,
): readonly string[] | undefined {
  const { node, parent, declared, names, assigned, around } = found;
  const arrow = node.type === 'ArrowFunctionExpression';
  if (found.tied || node.async === true || parent.kind === 'constructor') return undefined;
  if (arrow && (found.usesThis || names.has('arguments'))) return undefined;
  if (node.type === 'FunctionDeclaration' && (found.usesThis || around)) return undefined;
  const outside: string[] = [];
  for (const name of names) {
    // A name with two meanings: which one is meant where is not looked at.
    if (hidden.has(name) || (declared.has(name) ? top.has(name) : isDeclaredAround(found, name)))
      return undefined;
    if (!declared.has(name) && top.has(name)) outside.push(name);
  }
  return outside.some((name) => assigned.has(name)) ? undefined : outside;
}
