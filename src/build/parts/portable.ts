/** Whether a piece of a function could be a function by itself, called in its place. */
import { type Use, usesByScope } from './scopes.ts';
import { FUNCTIONS, heldBy, isNode, isType, type Node } from './tree.ts';

/** What means something only where it stands. */
const TYING = new Set([
  'Super',
  'PrivateIdentifier',
  'MetaProperty',
  'AwaitExpression',
  'YieldExpression',
  'LabeledStatement',
]);
/** What `continue` goes on with. */
const TARGETS = new Set([
  'ForStatement',
  'ForInStatement',
  'ForOfStatement',
  'WhileStatement',
  'DoWhileStatement',
]);

/** What code does beside computing. */
export interface Form {
  readonly usesThis: boolean;
  /** It leaves the function around it. */
  readonly returns: boolean;
}

/** What the code does beside computing; undefined where it can stand nowhere else. */
export function formOf(parts: readonly Node[]): Form | undefined {
  let usesThis = false;
  let returns = false;
  let tied = false;

  /** @param own not of a function inside, @param loops inside something that `break` or `continue` ends */
  function walk(node: Node, own: boolean, arrow: boolean, breaks: boolean, continues: boolean): void {
    if (isType(node)) return;
    if (TYING.has(node.type) && (own || !/^(Await|Yield)/.test(node.type))) tied = true;
    if (node.type === 'Identifier' && node.name === 'arguments') tied = true;
    if (node.type === 'ThisExpression' && arrow) usesThis = true;
    if (own && node.type === 'ReturnStatement') returns = true;
    if (node.type === 'BreakStatement' && (!breaks || isNode(node.label))) tied = true;
    if (node.type === 'ContinueStatement' && (!continues || isNode(node.label))) tied = true;
    const inner = FUNCTIONS.has(node.type);
    const loop = TARGETS.has(node.type);
    for (const [held] of heldBy(node)) {
      if (inner) walk(held, false, arrow && node.type === 'ArrowFunctionExpression', false, false);
      else walk(held, own, arrow, breaks || loop || node.type === 'SwitchStatement', continues || loop);
    }
  }

  for (const one of parts) walk(one, true, true, false, false);
  return tied ? undefined : { usesThis, returns };
}

/** What a piece reads from around. */
export interface Names {
  /** Of the functions around it. */
  readonly locals: readonly string[];
  /** Of the file's top. */
  readonly names: readonly string[];
}

/**
 * @param program the tree of a whole TypeScript file
 * @returns what a piece reads; undefined where that may change, or is not there yet, when it is called, and where something around it uses
 * what it declares. Its second parameter is the function that the piece stands in.
 */
export function namesReader(program: Node): (piece: Node, direct: Node | undefined) => Names | undefined {
  const uses = usesByScope(program).toSorted((a, b) => a.start - b.start);

  function usesIn({ start, end }: Node): readonly Use[] {
    let from = 0;
    for (let to = uses.length; from < to; ) {
      const middle = (from + to) >> 1;
      if (uses[middle]!.start < start) from = middle + 1;
      else to = middle;
    }
    let to = from;
    while (to < uses.length && uses[to]!.start < end) to++;
    return uses.slice(from, to);
  }

  const isNamedOutside = ({ start, end }: Node) =>
    uses.some((one) => {
      const declared = one.of?.start ?? -1;
      return declared >= start && declared < end && (one.start < start || one.start >= end);
    });

  return (piece, direct) => {
    const names = namesIn(piece, usesIn(piece), direct);
    return names && !isNamedOutside(piece) ? names : undefined;
  };
}

/** `namesReader` for one piece, but for what is used of it outside. */
function namesIn({ start, end }: Node, uses: readonly Use[], direct: Node | undefined): Names | undefined {
  const locals = new Set<string>();
  const names = new Set<string>();
  for (const { name, of, inside, assigns } of uses) {
    if (!of || (of.start >= start && of.start < end)) continue;
    if (assigns) return undefined;
    if (of.top) {
      names.add(name);
      continue;
    }
    if (!of.inside) return undefined;
    if (of.start > start && !of.hoisted) return undefined;
    const changes = [...of.assignedIn].some((where) => where !== of.inside);
    if (changes || (of.assignedIn.size > 0 && inside !== direct)) return undefined;
    locals.add(name);
  }
  return { locals: [...locals], names: [...names] };
}
