/** What Python's compiler finds wrong in expressions that its grammar lets through. */
import type { Arguments, Comprehension, Expr, Keyword, Position } from '../ast.ts';
import type { CheckContext } from './context.ts';
import { ASSIGNED, noteName, PARAMETER } from './names.ts';
import { callWarnings, comparisonWarnings, subscriptWarnings } from './warnings.ts';

const DEBUG = 'cannot assign to __debug__';

type Comprehended = Extract<Expr, { kind: 'ListComp' | 'SetComp' | 'DictComp' | 'GeneratorExp' }>;

/** Checks an expression that is used for its value. */
export function checkExpression(c: CheckContext, node: Expr | null): void {
  if (node === null) return;
  c.enter();
  check(c, node);
  c.leave();
}

/** Checks several expressions in order. @throws PythonSyntaxError */
export function checkAll(c: CheckContext, nodes: readonly (Expr | null)[]): void {
  for (const node of nodes) checkExpression(c, node);
}

function check(c: CheckContext, node: Expr): void {
  (CHECKS[node.kind] as Check<Expr['kind']>)(c, node);
}

type Check<Kind extends Expr['kind']> = (c: CheckContext, node: Extract<Expr, { kind: Kind }>) => void;

const CHECKS: { readonly [Kind in Expr['kind']]: Check<Kind> } = {
  Constant: () => {},
  Name(c, node) {
    if (node.id === '__debug__' && node.ctx !== 'Load')
      c.error(node, node.ctx === 'Store' ? DEBUG : 'cannot delete __debug__');
    noteName(c.names, node);
  },
  Attribute(c, node) {
    if (node.attr === '__debug__' && node.ctx === 'Store') c.error(node, DEBUG);
    checkExpression(c, node.value);
  },
  Call(c, node) {
    c.warn(node, callWarnings(node));
    checkKeywords(c, node, node.keywords);
    checkExpression(c, node.func);
    checkItems(c, node.args);
    for (const keyword of node.keywords) checkExpression(c, keyword.value);
  },
  BinOp(c, node) {
    checkExpression(c, node.left);
    checkExpression(c, node.right);
  },
  UnaryOp: (c, node) => checkExpression(c, node.operand),
  BoolOp: (c, node) => checkAll(c, node.values),
  JoinedStr: (c, node) => checkAll(c, node.values),
  Compare(c, node) {
    c.warn(node, comparisonWarnings(node));
    checkExpression(c, node.left);
    checkAll(c, node.comparators);
  },
  Subscript(c, node) {
    c.warn(node, subscriptWarnings(node));
    checkExpression(c, node.value);
    checkExpression(c, node.slice);
  },
  List: checkSequence,
  Tuple: checkSequence,
  Set: (c, node) => checkItems(c, node.elts),
  Dict(c, node) {
    checkAll(c, node.keys);
    checkAll(c, node.values);
  },
  Slice: (c, node) => checkAll(c, [node.lower, node.upper, node.step]),
  IfExp: (c, node) => checkAll(c, [node.test, node.body, node.orelse]),
  FormattedValue: (c, node) => checkAll(c, [node.value, node.format_spec]),
  Starred(c, node) {
    c.error(
      node,
      node.ctx === 'Store'
        ? 'starred assignment target must be in a list or tuple'
        : "can't use starred expression here",
    );
    checkExpression(c, node.value);
  },
  NamedExpr(c, node) {
    c.symbolError(node.target, c.names.walrus(node));
    checkExpression(c, node.value);
    if (node.target.id === '__debug__') c.error(node.target, DEBUG);
  },
  Lambda: checkLambda,
  Yield: checkYield,
  YieldFrom: checkYield,
  Await: checkAwait,
  ListComp: checkComprehension,
  SetComp: checkComprehension,
  DictComp: checkComprehension,
  GeneratorExp: checkComprehension,
};

function checkSequence(c: CheckContext, node: Extract<Expr, { kind: 'List' | 'Tuple' }>): void {
  if (node.ctx === 'Store') checkUnpacking(c, node, node.elts);
  checkItems(c, node.elts);
}

/** Items of a display or a call: here a star is at home. */
function checkItems(c: CheckContext, items: readonly Expr[]): void {
  for (const item of items) checkExpression(c, item.kind === 'Starred' ? item.value : item);
}

function checkUnpacking(c: CheckContext, node: Position, items: readonly Expr[]): void {
  if (items.filter((item) => item.kind === 'Starred').length > 1) {
    c.error(node, 'multiple starred expressions in assignment');
  }
}

/** Of a call or a class statement. */
export function checkKeywords(c: CheckContext, call: Position, keywords: readonly Keyword[]): void {
  if (keywords.length === 0) return;
  const seen = new Set<string>();
  for (const keyword of keywords) {
    if (keyword.arg === null) continue;
    if (keyword.arg === '__debug__') c.error(call, DEBUG);
    if (seen.has(keyword.arg)) c.error(keyword, `keyword argument repeated: ${keyword.arg}`);
    seen.add(keyword.arg);
  }
}

/** Puts the parameters among the names of the scope. @param at what is marked for a bad name */
export function checkParameters(c: CheckContext, args: Arguments, at: Position): void {
  const { vararg, kwarg } = args;
  const all = [...args.posonlyargs, ...args.args, ...args.kwonlyargs];
  if (vararg) all.push(vararg);
  if (kwarg) all.push(kwarg);
  const seen = new Set<string>();
  for (const parameter of all) {
    const name = parameter.arg;
    if (seen.has(name)) c.symbolError(parameter, `duplicate argument '${name}' in function definition`);
    seen.add(name);
    if (name === '__debug__') c.error(at, DEBUG);
    c.names.add(name, PARAMETER);
  }
}

function checkLambda(c: CheckContext, node: Extract<Expr, { kind: 'Lambda' }>): void {
  checkAll(c, node.args.defaults);
  checkAll(c, node.args.kw_defaults);
  const unit = { kind: 'function', async: false, generator: false, blocks: [] } as const;
  c.within({ ...unit, blocks: [] }, c.names.inner('function'), () => {
    checkParameters(c, node.args, node);
    checkExpression(c, node.body);
  });
}

const YIELD_IN = {
  ListComp: 'list comprehension',
  SetComp: 'set comprehension',
  DictComp: 'dict comprehension',
  GeneratorExp: 'generator expression',
} as const;

function checkYield(c: CheckContext, node: Extract<Expr, { kind: 'Yield' | 'YieldFrom' }>): void {
  if (c.unit.kind === 'module' || c.unit.kind === 'class') c.error(node, "'yield' outside function");
  else if (node.kind === 'YieldFrom' && c.unit.async) c.error(node, "'yield from' inside async function");
  checkExpression(c, node.value);
}

function checkAwait(c: CheckContext, node: Extract<Expr, { kind: 'Await' }>): void {
  const { kind, async } = c.unit;
  if (kind === 'module' || kind === 'class') c.error(node, "'await' outside function");
  else if (!async && kind !== 'generator expression') c.error(node, "'await' outside async function");
  checkExpression(c, node.value);
}

function checkComprehension(c: CheckContext, node: Comprehended): void {
  const [first] = node.generators;
  checkIterable(c, first!.iter);
  const isGenerator = node.kind === 'GeneratorExp';
  const asynchronous = node.generators.some(isAsync) || elements(node).some(hasAwait);
  if (asynchronous && !isGenerator && !c.unit.async && c.unit.kind !== 'generator expression') {
    c.error(node, 'asynchronous comprehension outside of an asynchronous function');
  }
  const async = c.unit.async || isGenerator || asynchronous;
  const kind = isGenerator ? 'generator expression' : 'comprehension';
  c.within({ kind, async, generator: false, blocks: [] }, c.names.inner('comprehension'), () => {
    for (const generator of node.generators) {
      noteTargets(c, generator.target);
      checkExpression(c, generator.target);
      if (generator !== first) checkIterable(c, generator.iter);
      checkAll(c, generator.ifs);
    }
    checkAll(c, elements(node));
    for (const part of [...elements(node), ...node.generators.flatMap((generator) => generator.ifs)]) {
      const found = findYield(part);
      if (found) c.symbolError(found, `'yield' inside ${YIELD_IN[node.kind]}`);
    }
  });
}

const isAsync = (generator: Comprehension) => generator.is_async === 1 || generator.ifs.some(hasAwait);

const elements = (node: Comprehended) => (node.kind === 'DictComp' ? [node.key, node.value] : [node.elt]);

function noteTargets(c: CheckContext, target: Expr): void {
  if (target.kind === 'Name') c.names.iterate(target.id);
  else if (target.kind === 'Starred') noteTargets(c, target.value);
  else if (target.kind === 'Tuple' || target.kind === 'List')
    for (const item of target.elts) noteTargets(c, item);
}

function checkIterable(c: CheckContext, node: Expr): void {
  const walrus = findWithin(node, (part) => part.kind === 'NamedExpr');
  if (walrus)
    c.symbolError(walrus, 'assignment expression cannot be used in a comprehension iterable expression');
  checkExpression(c, node);
}

const hasAwait = (node: Expr) => findWithin(node, (part) => part.kind === 'Await') !== undefined;
const findYield = (node: Expr) =>
  findWithin(node, (part) => part.kind === 'Yield' || part.kind === 'YieldFrom');

/** The first part of an expression that is so, not looking into lambdas and generators. */
export function findWithin(node: Expr, wanted: (part: Expr) => boolean): Expr | undefined {
  if (wanted(node)) return node;
  if (node.kind === 'Lambda' || node.kind === 'GeneratorExp' || node.kind === 'Name') return undefined;
  for (const value of Object.values(node)) {
    const parts: readonly unknown[] = Array.isArray(value) ? value : [value];
    for (const part of parts) {
      if (!isNode(part)) continue;
      const inner = part.kind === 'keyword' ? part.value : part.kind === 'comprehension' ? part.iter : part;
      const found = findWithin(inner as Expr, wanted);
      if (found) return found;
    }
  }
  return undefined;
}

const isNode = (value: unknown): value is { kind: string; value?: unknown; iter?: unknown } =>
  typeof value === 'object' && value !== null && 'kind' in value;

/** Something that is given a name by a statement other than an assignment. @param at what is marked */
export function bindName(c: CheckContext, name: string, at: Position): void {
  if (name === '__debug__') c.error(at, DEBUG);
  c.names.add(name, ASSIGNED);
}

/** Annotations; with the future import they may not hold what has effects. */
export function checkAnnotation(c: CheckContext, node: Expr | null | undefined): void {
  if (!node) return;
  if (!c.lazyAnnotations) {
    checkExpression(c, node.kind === 'Starred' ? node.value : node);
    return;
  }
  for (const [kind, name] of Object.entries(NOT_IN_ANNOTATIONS)) {
    const found = findWithin(node, (part) => part.kind === kind);
    if (found) c.symbolError(found, `'${name}' can not be used within an annotation`);
  }
}

const NOT_IN_ANNOTATIONS = {
  Yield: 'yield expression',
  YieldFrom: 'yield expression',
  Await: 'await expression',
  NamedExpr: 'named expression',
};
