/**
 * Pieces of functions that ran: the branches in them that did not, most of which say what is wrong. A piece goes to the part `seldom`
 * as a function of the local names that it reads, and leaves a call of that function.
 */
import { formOf, namesReader } from './portable.ts';
import { FUNCTIONS, heldBy, isNode, isType, type Node } from './tree.ts';

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

/** What is known while a file is searched. */
interface Search {
  readonly code: string;
  /** What did not run. */
  readonly cold: Ranges;
  /** Functions that did not run as a whole and yet must stay. */
  readonly bodies: ReadonlySet<Node>;
  /** Functions that go themselves. */
  readonly gone: ReadonlySet<Node>;
  readonly namesOf: ReturnType<typeof namesReader>;
  readonly pieces: Piece[];
  /** The function that is being searched. */
  direct: Node | undefined;
}

/** @param program the tree of a whole TypeScript file, @param code its text */
export function coldPieces(
  program: Node,
  code: string,
  found: Pick<Search, 'cold' | 'bodies' | 'gone'>,
): Piece[] {
  const search: Search = { ...found, code, namesOf: namesReader(program), pieces: [], direct: undefined };
  for (const statement of program.body as readonly Node[]) walkTop(search, statement);
  return search.pieces;
}

/** Code outside functions runs when the file is read. */
function walkTop(search: Search, node: Node): void {
  if (FUNCTIONS.has(node.type)) walk(search, node, ALL_RAN);
  else for (const [held] of heldBy(node)) walkTop(search, held);
}

/** Where a node stands. */
interface Place {
  /** Nothing around it ran. */
  readonly all: boolean;
  /** Nothing of its function follows. */
  readonly end: boolean;
}
const ALL_RAN: Place = { all: false, end: false };

const isCold = ({ cold }: Search, node: Node, { all }: Place): boolean =>
  all || cold.some(([start, end]) => start <= node.start && node.end <= end);

/** Makes a piece of a node, where a call of it is shorter and means the same. @param parts its statements, or itself */
function take(
  search: Search,
  node: Node,
  parts: readonly Node[],
  as: { readonly statements: boolean; readonly end: boolean },
): boolean {
  const length = lengthOf(search.code, node);
  const form = length < SHORTEST ? undefined : formOf(parts);
  if (form === undefined) return false;
  if (form.returns && !as.end && !LEAVING.has(parts.at(-1)!.type)) return false;
  const names = search.namesOf(node, search.direct);
  if (names === undefined || length < SHORTEST + PARAMETER * names.locals.length) return false;
  const { statements } = as;
  const returns = statements && form.returns;
  search.pieces.push({ node, ...names, usesThis: form.usesThis, statements, returns });
  return true;
}

/** The last statements of a list, as many as did not run. */
function walkList(search: Search, list: readonly Node[], place: Place): void {
  let from = list.length;
  while (from > 0 && isCold(search, list[from - 1]!, place)) from--;
  const parts = list.slice(from);
  const whole = parts.length > 0 && { type: 'Piece', start: parts[0]!.start, end: parts.at(-1)!.end };
  const taken =
    whole &&
    !parts.some(({ type }) => type === 'FunctionDeclaration') &&
    take(search, whole, parts, { statements: true, end: place.end });
  for (const [at, one] of list.entries())
    if (!taken || at < from) walk(search, one, { ...place, end: place.end && at === list.length - 1 });
}

function walk(search: Search, node: Node, place: Place): void {
  if (search.gone.has(node) || isType(node)) return;
  if (node.type === 'TaggedTemplateExpression') return;
  if (FUNCTIONS.has(node.type)) walkFunction(search, node, place);
  else if (node.type === 'BlockStatement') walkList(search, node.body as readonly Node[], place);
  else if (node.type === 'SwitchCase') walkCase(search, node, place);
  else if (!takesExpression(search, node, place) && node.type !== 'ChainExpression')
    walkInside(search, node, place);
}

const takesExpression = (search: Search, node: Node, place: Place): boolean =>
  EXPRESSIONS.has(node.type) &&
  isCold(search, node, place) &&
  take(search, node, [node], { statements: false, end: false });

function walkInside(search: Search, node: Node, { all, end }: Place): void {
  const goesOn = end && (node.type === 'IfStatement' || node.type === 'TryStatement');
  for (const [held, key] of heldBy(node)) walk(search, held, { all, end: goesOn && key !== 'test' });
}

function walkFunction(search: Search, node: Node, place: Place): void {
  const around = search.direct;
  search.direct = node;
  const all = place.all || search.bodies.has(node);
  const body = node.body as Node;
  if (body.type === 'BlockStatement') walkList(search, body.body as readonly Node[], { all, end: true });
  else walk(search, body, { all, end: false });
  search.direct = around;
}

/** A `break` at its end stays. What it declares is declared for the other cases, too. */
function walkCase(search: Search, { test, consequent }: Node, { all }: Place): void {
  const place = { all, end: false };
  if (isNode(test)) walk(search, test, place);
  const list = consequent as readonly Node[];
  const last = list.at(-1)?.type === 'BreakStatement' ? list.length - 1 : list.length;
  const declares = list.some(({ type }) => type.endsWith('Declaration'));
  if (declares) for (const one of list) walk(search, one, place);
  else walkList(search, list.slice(0, last), place);
}

/** Below so many characters, blanks in a row counted once, a call is no shorter. */
const SHORTEST = 30;
const PARAMETER = 4;
const lengthOf = (code: string, { start, end }: Node): number =>
  code.slice(start, end).replace(/\s+/g, ' ').length;
