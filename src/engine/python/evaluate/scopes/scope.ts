/** Which name means what. Answers to: CPython's symtable. Comprehensions, lambdas and functions are scopes of their own; class bodies are seen by nobody but through `__class__`. */
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
const CELL = 16;

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
