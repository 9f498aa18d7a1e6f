/**
 * Which name means what: the scopes of a program, found in one walk before it is compiled.
 * Answers to: CPython's symtable. Comprehensions, lambdas and functions are scopes of their own; class bodies are seen by
 * nobody but through `__class__`.
 */
import type { Arguments, Comprehension, Expr, Module, Stmt } from '../parse/ast.ts';

export type ScopeKind = 'module' | 'class' | 'function';

/** How a name is reached from the code of a scope. */
export type Place =
  | { readonly kind: 'local'; readonly slot: number }
  | { readonly kind: 'cell'; readonly slot: number }
  | { readonly kind: 'free'; readonly index: number }
  | { readonly kind: 'global' }
  /** The namespace of a module or class; `free` is the cell behind it, in a class body within a function. */
  | { readonly kind: 'name'; readonly free?: number };

export class Scope {
  readonly kind: ScopeKind;
  readonly name: string;
  readonly parent: Scope | undefined;
  /** A comprehension or generator expression: walrus targets pass through it. */
  readonly comprehension: boolean;
  readonly bound = new Set<string>();
  readonly used = new Set<string>();
  readonly globals = new Set<string>();
  readonly nonlocals = new Set<string>();
  /** Local name to slot. Parameters come first. */
  readonly slots = new Map<string, number>();
  /** Locals that inner scopes use. */
  readonly cells = new Set<string>();
  /** Names from outer functions, in the order of `Frame.free`. */
  readonly free = new Map<string, number>();
  readonly qualname: string;
  #temporaries = 0;

  constructor(kind: ScopeKind, name: string, parent: Scope | undefined, comprehension = false) {
    this.kind = kind;
    this.name = name;
    this.parent = parent;
    this.comprehension = comprehension;
    this.qualname = qualifiedName(name, parent);
  }

  /** The slot of a local; made on demand. */
  slot(name: string): number {
    let slot = this.slots.get(name);
    if (slot === undefined) {
      slot = this.slots.size;
      this.slots.set(name, slot);
    }
    return slot;
  }

  /** A slot for a value that has no name. */
  temporary(): number {
    this.#temporaries++;
    return this.slot(`.${this.#temporaries}`);
  }

  /** Where this scope's code finds a name. */
  place(name: string): Place {
    if (this.kind === 'module') return { kind: 'name' };
    if (this.globals.has(name)) return { kind: 'global' };
    const free = this.free.get(name);
    if (this.kind === 'class')
      return free === undefined || this.bound.has(name) ? { kind: 'name' } : this.classPlace(name, free);
    if (free !== undefined) return { kind: 'free', index: free };
    if (!this.bound.has(name)) return { kind: 'global' };
    return { kind: this.cells.has(name) ? 'cell' : 'local', slot: this.slot(name) };
  }

  private classPlace(name: string, free: number): Place {
    return this.nonlocals.has(name) ? { kind: 'free', index: free } : { kind: 'name', free };
  }

  /** Binds this scope's free names to cells of the scopes around. Call when every scope has been walked. */
  resolve(): void {
    if (this.kind === 'module') return;
    for (const name of [...this.used, ...this.nonlocals]) this.find(name);
  }

  private find(name: string): void {
    if (this.globals.has(name) || this.free.has(name)) return;
    if (this.bound.has(name) && !this.nonlocals.has(name)) return;
    if (this.parent?.offers(name)) this.free.set(name, this.free.size);
  }

  /** True where an inner scope can have this name from here; makes it a cell, or passes it through. */
  private offers(name: string): boolean {
    if (this.kind === 'module') return false;
    if (this.kind === 'class') {
      if (name === '__class__') {
        this.cells.add(name);
        this.slot(name);
        return true;
      }
    } else if (this.bound.has(name) && !this.nonlocals.has(name)) {
      if (this.globals.has(name)) return false;
      this.cells.add(name);
      this.slot(name);
      return true;
    } else if (this.globals.has(name)) return false;
    if (this.free.has(name)) return true;
    if (!this.parent?.offers(name)) return false;
    this.free.set(name, this.free.size);
    return true;
  }
}

function qualifiedName(name: string, parent: Scope | undefined): string {
  if (!parent || parent.kind === 'module') return name;
  return parent.kind === 'class' ? `${parent.qualname}.${name}` : `${parent.qualname}.<locals>.${name}`;
}

/** The scopes of a program by the node that opens them. */
export interface Scopes {
  readonly root: Scope;
  readonly of: ReadonlyMap<object, Scope>;
}

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
    if (scope.globals.has(name) || scope.nonlocals.has(name)) return;
    scope.bound.add(name);
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
      for (const { arg } of [...args.posonlyargs, ...args.args]) this.bind(arg);
      if (args.vararg) this.bind(args.vararg.arg);
      for (const { arg } of args.kwonlyargs) this.bind(arg);
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
    this.#scope.used.add(id);
    if (id === 'super') this.#scope.used.add('__class__');
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
      if (outer.kind === 'function' && !outer.globals.has(id)) scope.nonlocals.add(id);
      else scope.globals.add(id);
    }
  }

  declare(names: readonly string[], kind: 'globals' | 'nonlocals'): void {
    for (const name of names) {
      this.#scope[kind].add(name);
      this.#scope.bound.delete(name);
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
  Global: (walker, node: Extract<Stmt, { kind: 'Global' }>) => walker.declare(node.names, 'globals'),
  Nonlocal: (walker, node: Extract<Stmt, { kind: 'Nonlocal' }>) => walker.declare(node.names, 'nonlocals'),
  alias: (walker, node: { name: string; asname: string | null }) => {
    if (node.name !== '*') walker.bindName(node.asname ?? node.name.split('.')[0]!);
  },
  ExceptHandler: (walker, node: { name: string | null }) => {
    walker.bindName(node.name);
    walker.rest(node);
  },
  MatchAs: (walker, node: { name: string | null }) => {
    walker.bindName(node.name);
    walker.rest(node);
  },
  MatchStar: (walker, node: { name: string | null }) => walker.bindName(node.name),
  MatchMapping: (walker, node: { rest: string | null }) => {
    walker.bindName(node.rest);
    walker.rest(node);
  },
};
