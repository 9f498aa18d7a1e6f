/** Finds the names of a scope that may hold a generator which nobody else knows: assigned from calls, used only to walk on. */
import type * as ast from '../../parse/ast.ts';

const WALKERS = new Set('next list tuple set sum any all sorted min max dict'.split(' '));
const METHODS = new Set(['send', 'throw', 'close', '__next__']);

type Node = { readonly kind: string } & Record<string, unknown>;

/** @param body the statements of a module or a function. @returns names that are walked on and never handed over */
export function privateGenerators(body: readonly ast.Stmt[]): ReadonlySet<string> {
  const made = new Set<string>();
  const walked = new Set<string>();
  const candidates = (statements: readonly ast.Stmt[]): void => {
    for (const each of statements) {
      if (each.kind === 'Assign' && each.value.kind === 'Call' && each.targets[0]!.kind === 'Name')
        made.add(each.targets[0].id);
      for (const key of ['body', 'orelse', 'finalbody'] as const)
        if (key in each && each.kind !== 'FunctionDef' && each.kind !== 'AsyncFunctionDef')
          candidates((each as unknown as Record<string, ast.Stmt[]>)[key]!);
    }
  };
  candidates(body);
  if (made.size === 0) return made;
  const shared = new Set<string>();
  visit(body, walked, shared);
  return new Set([...made].filter((name) => walked.has(name) && !shared.has(name)));
}

/** Sorts the uses of names into those that walk on and those by which somebody else may come to know the value. */
function visit(node: unknown, walked: Set<string>, shared: Set<string>): void {
  if (Array.isArray(node)) {
    for (const each of node) visit(each, walked, shared);
    return;
  }
  if (typeof node !== 'object' || node === null || !('kind' in node)) return;
  const { kind } = node as Node;
  if (kind === 'Constant') return;
  if (kind === 'Name') {
    if ((node as ast.Name).ctx !== 'Del') shared.add((node as ast.Name).id);
    return;
  }
  if (kind === 'Global' || kind === 'Nonlocal') {
    for (const name of (node as ast.Global).names) shared.add(name);
    return;
  }
  const harmless = harmlessUse(node as Node);
  if (harmless) walked.add(harmless.id);
  for (const child of Object.values(node)) visitChild(child, harmless, walked, shared);
}

function visitChild(
  child: unknown,
  harmless: ast.Name | undefined,
  walked: Set<string>,
  shared: Set<string>,
): void {
  if (child === harmless && harmless !== undefined) return;
  if (Array.isArray(child)) for (const each of child) visitChild(each, harmless, walked, shared);
  else if (isMethodOf(child, harmless)) return;
  else visit(child, walked, shared);
}

const isMethodOf = (child: unknown, name: ast.Name | undefined): boolean =>
  name !== undefined &&
  (child as Node | null)?.kind === 'Attribute' &&
  (child as ast.Attribute).value === name;

/** The name that a node only walks on, closes, compares with None, or fills from a call. */
function harmlessUse(node: Node): ast.Name | undefined {
  switch (node.kind) {
    case 'Assign': {
      const { targets, value } = node as unknown as ast.Assign;
      const fresh = value.kind === 'Call' || value.kind === 'Constant';
      return fresh && targets.length === 1 && targets[0]!.kind === 'Name' ? targets[0] : undefined;
    }
    case 'For': {
      const { iter } = node as unknown as ast.For;
      return iter.kind === 'Name' ? iter : undefined;
    }
    case 'Compare': {
      const { left, comparators } = node as unknown as ast.Compare;
      return left.kind === 'Name' && comparators.every((each) => each.kind === 'Constant') ? left : undefined;
    }
    case 'Call': {
      const { func, args } = node as unknown as ast.Call;
      if (func.kind === 'Attribute' && METHODS.has(func.attr) && func.value.kind === 'Name')
        return func.value;
      const walks = func.kind === 'Name' && WALKERS.has(func.id) && args[0]?.kind === 'Name';
      return walks ? (args[0] as ast.Name) : undefined;
    }
    default:
      return undefined;
  }
}
