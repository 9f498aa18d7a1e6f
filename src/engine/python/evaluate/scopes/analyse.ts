/** Finds the scopes of a program in one walk. Answers to: CPython's symtable. */
import type { Arguments, Comprehension, Expr, Module, Stmt } from '../../parse/ast.ts';
import { BOUND, GLOBAL, NONLOCAL, Scope, type ScopeKind, type Scopes, USED } from './scope.ts';

/** Walks a program and resolves its names. */
export function analyse(tree: Module | { readonly kind: 'Expression'; readonly body: Expr }): Scopes {
  const walker = new Walker();
  const root = new Scope('module', '<module>', undefined);
  walker.enter(root, () => walker.visit(tree.body));
  for (const scope of walker.scopes.values()) scope.resolve();
  return { root, of: walker.scopes };
}

type Tree = { readonly kind: string } & Record<string, unknown>;

class Walker {
  readonly scopes = new Map<object, Scope>();
  #scope!: Scope;

  enter(scope: Scope, work: () => void): void {
    const before = this.#scope;
    this.#scope = scope;
    work();
    this.#scope = before;
  }

  visit(node: unknown): void {
    if (Array.isArray(node)) {
      for (const each of node) this.visit(each);
    } else if (typeof node === 'object' && node !== null && 'kind' in node) this.node(node as Stmt | Expr);
  }

  private bind(name: string): void {
    const scope = this.#scope;
    if (scope.has(name, GLOBAL | NONLOCAL)) return;
    scope.add(name, BOUND);
    if (scope.kind === 'function') scope.slot(name);
  }

  private node(node: Stmt | Expr | Tree): void {
    const visitor = VISITORS[node.kind];
    if (visitor) visitor(this, node as never);
    else this.children(node as Tree);
  }

  private children(node: Tree): void {
    for (const key in node) {
      const child = node[key];
      if (typeof child === 'object' && child !== null) this.visit(child);
    }
  }

  /** A function or lambda: what surrounds it belongs to this scope, parameters and body to its own. */
  function(node: {
    name?: string;
    args: Arguments;
    body: unknown;
    decorator_list?: unknown;
    returns?: unknown;
  }): void {
    this.visit(node.decorator_list);
    const { args } = node;
    const all = [...args.posonlyargs, ...args.args, ...args.kwonlyargs];
    this.visit([args.defaults, args.kw_defaults, node.returns]);
    for (const arg of [...all, args.vararg, args.kwarg]) this.visit(arg?.annotation);
    if (node.name !== undefined) this.bind(node.name);
    const scope = this.open(node, 'function', node.name ?? '<lambda>');
    this.enter(scope, () => {
      for (const { arg } of all) this.bind(arg);
      if (args.vararg) this.bind(args.vararg.arg);
      if (args.kwarg) this.bind(args.kwarg.arg);
      this.visit(node.body);
    });
  }

  comprehension(
    node: object & { generators: readonly Comprehension[] },
    name: string,
    results: readonly Expr[],
  ): void {
    const [first, ...rest] = node.generators as [Comprehension, ...Comprehension[]];
    this.visit(first.iter);
    this.enter(this.open(node, 'function', name, true), () => {
      this.bind('.0');
      this.visit([first.target, first.ifs, rest.map((each) => [each.target, each.iter, each.ifs]), results]);
    });
  }

  open(node: object, kind: ScopeKind, name: string, comprehension = false): Scope {
    const scope = new Scope(kind, name, this.#scope, comprehension);
    this.scopes.set(node, scope);
    return scope;
  }

  name(id: string, context: string): void {
    if (context !== 'Load') this.bind(id);
    else this.use(id);
  }

  use(id: string): void {
    this.#scope.add(id, USED);
    if (id === 'super') this.#scope.add('__class__', USED);
  }

  /** A walrus binds in the function around its comprehensions. */
  walrus(id: string): void {
    const inner = this.#scope;
    let scope = inner;
    while (scope.comprehension && scope.parent) scope = scope.parent;
    this.enter(scope, () => this.bind(id));
    if (scope !== inner) this.passDown(inner, scope, id);
  }

  private passDown(inner: Scope, outer: Scope, id: string): void {
    for (let scope: Scope | undefined = inner; scope && scope !== outer; scope = scope.parent) {
      scope.add(id, outer.kind === 'function' && !outer.has(id, GLOBAL) ? NONLOCAL : GLOBAL);
    }
  }

  declare(names: readonly string[], flag: number): void {
    for (const name of names) {
      this.#scope.add(name, flag);
      this.#scope.drop(name, BOUND);
    }
  }

  bindName(name: string | null): void {
    if (name !== null) this.bind(name);
  }

  rest(node: object): void {
    this.children(node as Tree);
  }
}

type Visitors = Readonly<Record<string, (walker: Walker, node: never) => void>>;

const VISITORS: Visitors = {
  Name: (walker, node: Extract<Expr, { kind: 'Name' }>) => walker.name(node.id, node.ctx),
  Constant: () => {},
  FunctionDef: (walker, node: Extract<Stmt, { kind: 'FunctionDef' }>) => walker.function(node),
  AsyncFunctionDef: (walker, node: Extract<Stmt, { kind: 'AsyncFunctionDef' }>) => walker.function(node),
  Lambda: (walker, node: Extract<Expr, { kind: 'Lambda' }>) => walker.function(node),
  ClassDef: (walker, node: Extract<Stmt, { kind: 'ClassDef' }>) => {
    walker.visit([node.decorator_list, node.bases, node.keywords]);
    walker.bindName(node.name);
    walker.enter(walker.open(node, 'class', node.name), () => walker.visit(node.body));
  },
  ListComp: (walker, node: Extract<Expr, { kind: 'ListComp' }>) =>
    walker.comprehension(node, '<listcomp>', [node.elt]),
  SetComp: (walker, node: Extract<Expr, { kind: 'SetComp' }>) =>
    walker.comprehension(node, '<setcomp>', [node.elt]),
  GeneratorExp: (walker, node: Extract<Expr, { kind: 'GeneratorExp' }>) =>
    walker.comprehension(node, '<genexpr>', [node.elt]),
  DictComp: (walker, node: Extract<Expr, { kind: 'DictComp' }>) =>
    walker.comprehension(node, '<dictcomp>', [node.key, node.value]),
  NamedExpr: (walker, node: Extract<Expr, { kind: 'NamedExpr' }>) => {
    walker.walrus(node.target.id);
    walker.visit(node.value);
  },
  Global: (walker, node: Extract<Stmt, { kind: 'Global' }>) => walker.declare(node.names, GLOBAL),
  Nonlocal: (walker, node: Extract<Stmt, { kind: 'Nonlocal' }>) => walker.declare(node.names, NONLOCAL),
  alias: (walker, node: { name: string; asname: string | null }) => {
    if (node.name !== '*') walker.bindName(node.asname ?? node.name.split('.')[0]!);
  },
  ExceptHandler: (walker, node: { name: string | null }) => {
    walker.bindName(node.name);
    walker.rest(node);
  },
  MatchAs: (walker, node: { name: string | null }) => {
    walker.rest(node);
    walker.bindName(node.name);
  },
  MatchStar: (walker, node: { name: string | null }) => walker.bindName(node.name),
  MatchMapping: (walker, node: { rest: string | null }) => {
    walker.rest(node);
    walker.bindName(node.rest);
  },
};
