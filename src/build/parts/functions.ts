/** The functions of a file, and what each needs from outside itself: whether its code could stand in another file. */
import { FUNCTIONS, isBinding, isName, isNode, type Node, SKIPPED, WRAPPERS } from './references.ts';
import { namesOf } from './scopes.ts';

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
/** The parts of a pattern stand where a declaration's name does. */
const BINDING: Node = { type: 'ArrayPattern', start: 0, end: 0 };

/** The functions from the inside out. */
function* outwards(from: FoundFunction | undefined): Iterable<FoundFunction> {
  for (let one = from; one; one = one.around) yield one;
}

/** @param program the tree of a whole TypeScript file. */
export function functionsOf(program: Node): FileFunctions {
  const functions: FoundFunction[] = [];
  const top = topNames(program);
  const hidden = new Set<string>();

  function declare(name: string, inside: FoundFunction | undefined): void {
    if (!inside && !top.has(name)) hidden.add(name);
    for (const one of outwards(inside)) one.declared.add(name);
  }

  function walk(value: unknown, parent: Node, key: string, inside: FoundFunction | undefined): void {
    if (Array.isArray(value)) {
      for (const one of value) walk(one, parent, key, inside);
      return;
    }
    if (!isNode(value)) return;
    if (value.type.startsWith('TS') && !WRAPPERS.has(value.type)) return;
    if (value.type === 'ImportDeclaration') return;
    note(value, parent, key, inside);
    if (!FUNCTIONS.has(value.type)) {
      below(value, inside);
      return;
    }
    // A declaration's name belongs to what is around it.
    if (value.type === 'FunctionDeclaration' && isNode(value.id)) declare(value.id.name as string, inside);
    const found: FoundFunction = {
      node: value,
      parent,
      around: inside,
      names: new Set(),
      declared: new Set(),
      assigned: new Set(),
      usesThis: false,
      tied: false,
    };
    functions.push(found);
    if (value.type === 'FunctionExpression' && isNode(value.id)) declare(value.id.name as string, found);
    for (const name of ['params', 'body']) walk(value[name], value, name, found);
  }

  function below(node: Node, inside: FoundFunction | undefined): void {
    for (const name of Object.keys(node)) {
      if (SKIPPED.has(name)) continue;
      if (node.type === 'ObjectPattern' && name === 'properties') {
        for (const property of node.properties as readonly Node[]) {
          if (property.computed === true) walk(property.key, property, 'computed', inside);
          walk(property.type === 'Property' ? property.value : property, BINDING, 'elements', inside);
        }
      } else walk(node[name], node, name, inside);
    }
  }

  function note(node: Node, parent: Node, key: string, inside: FoundFunction | undefined): void {
    if (TYING.has(node.type)) for (const one of outwards(inside)) one.tied = true;
    if (node.type === 'ThisExpression') {
      for (const one of outwards(inside)) {
        one.usesThis = true;
        if (one.node.type !== 'ArrowFunctionExpression') break;
      }
    }
    const target = node.type === 'AssignmentExpression' ? node.left : node.argument;
    if (
      (node.type === 'AssignmentExpression' || node.type === 'UpdateExpression') &&
      isNode(target) &&
      target.type === 'Identifier'
    )
      for (const one of outwards(inside)) one.assigned.add(target.name as string);
    if (node.type !== 'Identifier') return;
    if (isBinding(parent, key)) declare(node.name as string, inside);
    else if (!isName(parent, key)) for (const one of outwards(inside)) one.names.add(node.name as string);
  }

  for (const statement of program.body as readonly Node[]) walk(statement, program, 'body', undefined);
  return { functions, top, hidden };
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
