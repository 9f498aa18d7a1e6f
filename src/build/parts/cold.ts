/**
 * Pieces of functions that ran: the branches in them that did not, most of which say what is wrong. A piece goes to the part `seldom`
 * as a function of the local names that it reads, and leaves a call of that function.
 */
import { formOf, namesReader } from './portable.ts';
import { FUNCTIONS, isNode, type Node, SKIPPED, WRAPPERS } from './references.ts';

/** From where to where code reaches that did not run. */
export type Ranges = readonly (readonly [start: number, end: number])[];

export interface Piece {
  readonly node: Node;
  /** What it reads of the functions around it, in the order of the parameters. */
  readonly locals: readonly string[];
  /** What it uses of its file. */
  readonly names: readonly string[];
  readonly usesThis: boolean;
  /** Statements; else an expression. */
  readonly statements: boolean;
  /** Statements that may leave the function around them: what they give is what that function gives. */
  readonly returns: boolean;
}

/** Expressions that are long enough to be worth a call. */
const EXPRESSIONS = new Set([
  'ArrayExpression',
  'BinaryExpression',
  'CallExpression',
  'ChainExpression',
  'ConditionalExpression',
  'LogicalExpression',
  'NewExpression',
  'ObjectExpression',
  'TemplateLiteral',
]);
const LEAVING = new Set(['ReturnStatement', 'ThrowStatement']);

/**
 * @param program the tree of a whole TypeScript file, @param code its text
 * @param cold what did not run, @param bodies functions that did not run as a whole and yet must stay, @param gone functions that go themselves
 */
export function coldPieces(
  program: Node,
  code: string,
  {
    cold,
    bodies,
    gone,
  }: { readonly cold: Ranges; readonly bodies: ReadonlySet<Node>; readonly gone: ReadonlySet<Node> },
): Piece[] {
  const pieces: Piece[] = [];
  let direct: Node | undefined;
  const namesOf = namesReader(program);

  const isCold = (node: Node, all: boolean) =>
    all || cold.some(([start, end]) => start <= node.start && node.end <= end);

  /** @param end whether nothing of the function follows */
  function take(node: Node, parts: readonly Node[], statements: boolean, end: boolean): boolean {
    const length = lengthOf(code, node);
    if (length < SHORTEST) return false;
    const form = formOf(parts);
    if (form === undefined) return false;
    const leaves = form.returns && !end && !LEAVING.has(parts.at(-1)!.type);
    if (leaves) return false;
    const names = namesOf(node, direct);
    if (names === undefined) return false;
    if (length < SHORTEST + PARAMETER * names.locals.length) return false;
    const returns = statements && form.returns;
    pieces.push({ node, ...names, usesThis: form.usesThis, statements, returns });
    return true;
  }

  /** The last statements of a list, as many as did not run. */
  function walkList(list: readonly Node[], all: boolean, end: boolean): void {
    let from = list.length;
    while (from > 0 && isCold(list[from - 1]!, all)) from--;
    const parts = list.slice(from);
    const whole = parts.length > 0 && { type: 'Piece', start: parts[0]!.start, end: parts.at(-1)!.end };
    const taken =
      whole && !parts.some(({ type }) => type === 'FunctionDeclaration') && take(whole, parts, true, end);
    for (const [at, one] of list.entries())
      if (!taken || at < from) walk(one, all, end && at === list.length - 1);
  }

  function walk(node: Node, all: boolean, end: boolean): void {
    if (gone.has(node) || (node.type.startsWith('TS') && !WRAPPERS.has(node.type))) return;
    if (node.type === 'TaggedTemplateExpression') return;
    if (FUNCTIONS.has(node.type)) {
      const around = direct;
      direct = node;
      const never = all || bodies.has(node);
      const body = node.body as Node;
      if (body.type === 'BlockStatement') walkList(body.body as readonly Node[], never, true);
      else walk(body, never, false);
      direct = around;
      return;
    }
    if (node.type === 'BlockStatement') {
      walkList(node.body as readonly Node[], all, end);
      return;
    }
    if (node.type === 'SwitchCase') {
      if (isNode(node.test)) walk(node.test, all, false);
      walkCase(node.consequent as readonly Node[], all);
      return;
    }
    if (EXPRESSIONS.has(node.type) && isCold(node, all) && take(node, [node], false, false)) return;
    if (node.type === 'ChainExpression') return;
    const goesOn = end && (node.type === 'IfStatement' || node.type === 'TryStatement');
    for (const key of Object.keys(node)) {
      if (SKIPPED.has(key)) continue;
      const value = node[key];
      for (const one of Array.isArray(value) ? value : [value])
        if (isNode(one)) walk(one, all, goesOn && key !== 'test');
    }
  }

  /** A `break` at its end stays. What it declares is declared for the other cases, too. */
  function walkCase(list: readonly Node[], all: boolean): void {
    const last = list.at(-1)?.type === 'BreakStatement' ? list.length - 1 : list.length;
    const declares = list.some(({ type }) => type.endsWith('Declaration'));
    if (declares) for (const one of list) walk(one, all, false);
    else walkList(list.slice(0, last), all, false);
  }

  for (const statement of program.body as readonly Node[]) walkTop(statement);

  /** Code outside functions runs when the file is read. */
  function walkTop(value: unknown): void {
    if (Array.isArray(value)) for (const one of value) walkTop(one);
    else if (isNode(value)) {
      if (FUNCTIONS.has(value.type)) walk(value, false, false);
      else for (const key of Object.keys(value)) if (!SKIPPED.has(key)) walkTop(value[key]);
    }
  }
  return pieces;
}

/** Below so many characters, blanks in a row counted once, a call is no shorter. */
const SHORTEST = 30;
const PARAMETER = 4;
const lengthOf = (code: string, { start, end }: Node): number =>
  code.slice(start, end).replace(/\s+/g, ' ').length;
