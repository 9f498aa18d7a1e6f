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

/** What a scope does with a name: a set of these. */
export const BOUND = 1;
export const USED = 2;
export const GLOBAL = 4;
export const NONLOCAL = 8;
/** A local that inner scopes use. */
export const CELL = 16;

export class Scope {
  readonly kind: ScopeKind;
  readonly name: string;
  readonly parent: Scope | undefined;
  /** A comprehension or generator expression: walrus targets pass through it. */
  readonly comprehension: boolean;
  readonly qualname: string;
  readonly names = new Map<string, number>();
  /** Local name to slot. Parameters come first. */
  readonly #slots: string[] = [];
  readonly #slotOf = new Map<string, number>();
  /** Names from outer functions, in the order of `Frame.free`. */
  #free: Map<string, number> | undefined;
  #temporaries = 0;

  constructor(kind: ScopeKind, name: string, parent: Scope | undefined, comprehension = false) {
    this.kind = kind;
    this.name = name;
    this.parent = parent;
    this.comprehension = comprehension;
    this.qualname = qualifiedName(name, parent);
  }

  has(name: string, flag: number): boolean {
    return ((this.names.get(name) ?? 0) & flag) !== 0;
  }

  add(name: string, flag: number): void {
    this.names.set(name, (this.names.get(name) ?? 0) | flag);
  }

  drop(name: string, flag: number): void {
    this.names.set(name, (this.names.get(name) ?? 0) & ~flag);
  }

  get slotNames(): readonly string[] {
    return this.#slots;
  }
  get freeNames(): string[] {
    return this.#free ? [...this.#free.keys()] : [];
  }
  get cellSlots(): number[] {
    return this.#slots.flatMap((name, slot) => (this.has(name, CELL) ? [slot] : []));
  }
  freeIndex(name: string): number | undefined {
    return this.#free?.get(name);
  }
  private addFree(name: string): void {
    this.#free ??= new Map();
    if (!this.#free.has(name)) this.#free.set(name, this.#free.size);
  }

  /** The slot of a local; made on demand. */
  slot(name: string): number {
    const present = this.#slotOf.get(name);
    if (present !== undefined) return present;
    this.#slotOf.set(name, this.#slots.length);
    return this.#slots.push(name) - 1;
  }

  /** A name for a value that has none in the program. */
  temporary(): string {
    this.#temporaries++;
    const name = `.${this.#temporaries}`;
    this.slot(name);
    this.add(name, BOUND);
    return name;
  }

  /** Where this scope's code finds a name. */
  place(name: string): Place {
    if (this.kind === 'module') return { kind: 'name' };
    const flags = this.names.get(name) ?? 0;
    if (flags & GLOBAL) return { kind: 'global' };
    const free = this.freeIndex(name);
    if (this.kind === 'class') {
      if (free === undefined || flags & BOUND) return { kind: 'name' };
      return flags & NONLOCAL ? { kind: 'free', index: free } : { kind: 'name', free };
    }
    if (free !== undefined) return { kind: 'free', index: free };
    if (!(flags & BOUND)) return { kind: 'global' };
    return { kind: flags & CELL ? 'cell' : 'local', slot: this.slot(name) };
  }

  /** Binds this scope's free names to cells of the scopes around. Call when every scope has been walked. */
  resolve(): void {
    if (this.kind === 'module') return;
    for (const [name, flags] of this.names) {
      if (!(flags & (USED | NONLOCAL)) || flags & GLOBAL) continue;
      if (flags & BOUND && !(flags & NONLOCAL)) continue;
      if (this.parent?.offers(name)) this.addFree(name);
    }
  }

  /** True where an inner scope can have this name from here; makes it a cell, or passes it through. */
  private offers(name: string): boolean {
    if (this.kind === 'module') return false;
    const flags = this.names.get(name) ?? 0;
    const own =
      this.kind === 'class' ? name === '__class__' : (flags & BOUND) !== 0 && !(flags & (NONLOCAL | GLOBAL));
    if (own) {
      this.add(name, CELL);
      this.slot(name);
      return true;
    }
    if (this.kind === 'function' && flags & GLOBAL) return false;
    if (this.freeIndex(name) !== undefined) return true;
    if (!this.parent?.offers(name)) return false;
    this.addFree(name);
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
    walker.bindName(node.name);
    walker.rest(node);
  },
  MatchStar: (walker, node: { name: string | null }) => walker.bindName(node.name),
  MatchMapping: (walker, node: { rest: string | null }) => {
    walker.bindName(node.rest);
    walker.rest(node);
  },
};
