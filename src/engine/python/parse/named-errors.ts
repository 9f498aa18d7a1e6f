/** The wrong turns of error-grammar.ts that need a look at the tree before they are errors, or before they can be placed. */
import type { Comprehension, Expr, Position } from './ast.ts';
import type { Capture, Captures } from './peg.ts';

/** What these errors may ask. */
export interface Inspector {
  /** The tree of a captured expression. */
  node(capture: Capture): Expr;
  /** The tree of captured arguments, as those of a call. */
  call(capture: Capture): Extract<Expr, { kind: 'Call' }>;
  clauses(capture: Capture): readonly Comprehension[];
  text(capture: Capture): string;
  place(capture: Capture): Position;
  /** How many brackets are open before a token that comes behind the capture. */
  levelBehind(capture: Capture): number;
  raise(from: Position, to: Position, message: string): never;
  /** Marks the last token that the parser has seen. */
  raiseAtLast(message: string): never;
  /** As CPython places it: one character, which is the last of a node. */
  raiseAtEnd(of: Position, message: string): never;
}

type NamedError = (inspector: Inspector, captures: Captures) => void;

const GENERATOR = 'Generator expression must be parenthesized';
const FORGOTTEN_COMMA = 'invalid syntax. Perhaps you forgot a comma?';
const COMPREHENSION_TARGET = 'did you forget parentheses around the comprehension target?';

export const NAMED_ERRORS: Readonly<Record<string, NamedError>> = {
  forgottenComma(i, captures) {
    const [a, b] = pair(captures);
    if (LEGACY.has(i.text(a)) || i.levelBehind(b) === 0) return;
    i.raise(i.node(a), i.node(b), FORGOTTEN_COMMA);
  },
  legacyStatement(i, captures) {
    const [a, b] = pair(captures);
    const name = i.text(a);
    if (!LEGACY.has(name)) return;
    i.raise(i.place(a), i.node(b), `Missing parentheses in call to '${name}'. Did you mean ${name}(...)?`);
  },
  generatorInCall(i, captures) {
    const [a, b] = pair(captures);
    i.raise(i.node(a), endOf(i.clauses(b)), GENERATOR);
  },
  laterGeneratorInCall(i, captures) {
    const [a, b] = pair(captures);
    i.raise(i.node(a), i.clauses(b).at(-1)!.target, GENERATOR);
  },
  lastGeneratorInCall(i, captures) {
    const [a, b] = pair(captures);
    const { args } = i.call(a);
    if (args.length > 1) i.raise(args.at(-1)!, endOf(i.clauses(b)), GENERATOR);
  },
  argumentAfterKeyword(i, captures) {
    const unpacked = i.call(captures.get('a')!).keywords.some((keyword) => keyword.arg === null);
    i.raiseAtLast(`positional argument follows keyword argument${unpacked ? ' unpacking' : ''}`);
  },
  unpackingAfterKeyword(i, captures) {
    const [a, b] = pair(captures);
    if (i.call(a).keywords.length === 0) return;
    i.raise(i.place(b), i.place(b), 'iterable argument unpacking follows keyword argument unpacking');
  },
  assignmentTarget: (i, captures) => badTarget(i, captures, 'assign to', false),
  deletionTarget: (i, captures) => badTarget(i, captures, 'delete', false),
  loopTarget: (i, captures) => badTarget(i, captures, 'assign to', true),
  comprehensionTarget(i, captures) {
    const [a, b] = pair(captures);
    const items = i.node(b);
    const last = items.kind === 'Tuple' && i.text(b)[0] !== '(' ? items.elts.at(-1)! : items;
    i.raise(i.node(a), last, COMPREHENSION_TARGET);
  },
  parameter(i, captures) {
    const parameter = captures.get('a')!;
    const comma = /[,]$/.test(i.text(parameter));
    const place = i.place({ ...parameter, to: parameter.to - (comma ? 1 : 0) });
    i.raise(place, place, 'non-default argument follows default argument');
  },
  dictionaryKey(i, captures) {
    i.raiseAtEnd(i.node(captures.get('a')!), "':' expected after dictionary key");
  },
  realNumber(i, captures) {
    const number = captures.get('a')!;
    if (!/[jJ]$/.test(i.text(number))) return;
    i.raise(i.place(number), i.place(number), 'real number required in complex literal');
  },
  imaginaryNumber(i, captures) {
    const number = captures.get('a')!;
    if (/[jJ]$/.test(i.text(number))) return;
    i.raise(i.place(number), i.place(number), 'imaginary number required in complex literal');
  },
};

const LEGACY = new Set(['print', 'exec']);

const pair = (captures: Captures) => [captures.get('a')!, captures.get('b')!] as const;

function endOf(clauses: readonly Comprehension[]): Expr {
  const last = clauses.at(-1)!;
  return last.ifs.at(-1) ?? last.iter;
}

function badTarget(i: Inspector, captures: Captures, verb: string, loop: boolean): void {
  const target = invalidTarget(i.node(captures.get('a')!), verb, loop);
  if (target) i.raise(target, target, `cannot ${verb} ${expressionName(target)}`);
}

/** The part of an expression that keeps it from being a target. */
function invalidTarget(node: Expr, verb: string, loop: boolean): Expr | undefined {
  switch (node.kind) {
    case 'List':
    case 'Tuple':
      for (const item of node.elts) {
        const found = invalidTarget(item, verb, loop);
        if (found) return found;
      }
      return undefined;
    case 'Starred':
      return verb === 'delete' ? node : invalidTarget(node.value, verb, loop);
    case 'Compare':
      // `for a in b` has been read as a comparison.
      if (!loop) return node;
      return node.ops[0] === 'In' ? invalidTarget(node.left, verb, loop) : undefined;
    case 'Name':
    case 'Subscript':
    case 'Attribute':
      return undefined;
    default:
      return node;
  }
}

const NAMES: Readonly<Record<string, string>> = {
  Attribute: 'attribute',
  Subscript: 'subscript',
  Starred: 'starred',
  Name: 'name',
  List: 'list',
  Tuple: 'tuple',
  Lambda: 'lambda',
  Call: 'function call',
  BoolOp: 'expression',
  BinOp: 'expression',
  UnaryOp: 'expression',
  GeneratorExp: 'generator expression',
  Yield: 'yield expression',
  YieldFrom: 'yield expression',
  Await: 'await expression',
  ListComp: 'list comprehension',
  SetComp: 'set comprehension',
  DictComp: 'dict comprehension',
  Dict: 'dict literal',
  Set: 'set display',
  JoinedStr: 'f-string expression',
  FormattedValue: 'f-string expression',
  Compare: 'comparison',
  IfExp: 'conditional expression',
  NamedExpr: 'named expression',
};

/** What CPython calls an expression in its messages. */
export function expressionName(node: Expr): string {
  if (node.kind !== 'Constant') return NAMES[node.kind] ?? 'expression';
  if (node.value === null) return 'None';
  if (typeof node.value === 'boolean') return node.value ? 'True' : 'False';
  return typeof node.value === 'symbol' ? 'ellipsis' : 'literal';
}
