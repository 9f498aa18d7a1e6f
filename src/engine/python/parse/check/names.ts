/**
 * Names and the scopes that they live in, as far as errors about them need it. Answers to: CPython's symtable, whose order
 * of complaints this follows: while it walks, and at the end for `nonlocal`.
 */
import type { Name, NamedExpr, Position, Stmt } from '../ast.ts';

export const PARAMETER = 1;
export const ASSIGNED = 2;
const USED = 4;
const ANNOTATED = 8;
const GLOBAL = 16;
const NONLOCAL = 32;
const ITERATED = 64;

export type ScopeKind = 'module' | 'class' | 'function' | 'comprehension';

/** A scope while it is walked. Names are kept only in programs that have a word for which they matter. */
export class Names {
  readonly kind: ScopeKind;
  readonly parent: Names | undefined;
  private readonly flags: Map<string, number> | undefined;
  /** Where `global` and `nonlocal` name something. */
  private readonly directives: { readonly name: string; readonly at: Position }[] = [];
  private readonly children: Names[] = [];

  constructor(kind: ScopeKind, parent: Names | undefined, tracked: boolean) {
    this.kind = kind;
    this.parent = parent;
    this.flags = tracked ? new Map() : undefined;
    if (tracked) parent?.children.push(this);
  }

  inner(kind: ScopeKind): Names {
    return new Names(kind, this, this.flags !== undefined);
  }

  has(name: string, flag: number): boolean {
    return ((this.flags?.get(name) ?? 0) & flag) !== 0;
  }

  add(name: string, flag: number): void {
    this.flags?.set(name, this.flags.get(name)! | flag);
  }

  /** What is wrong with a `global` or `nonlocal` statement. */
  declare(statement: Extract<Stmt, { kind: 'Global' | 'Nonlocal' }>): string | undefined {
    const word = statement.kind === 'Global' ? 'global' : 'nonlocal';
    for (const name of statement.names) {
      if (this.has(name, PARAMETER)) return `name '${name}' is parameter and ${word}`;
      if (this.has(name, USED)) return `name '${name}' is used prior to ${word} declaration`;
      if (this.has(name, ANNOTATED)) return `annotated name '${name}' can't be ${word}`;
      if (this.has(name, ASSIGNED)) return `name '${name}' is assigned to before ${word} declaration`;
      this.add(name, word === 'global' ? GLOBAL : NONLOCAL);
      this.directives.push({ name, at: statement });
    }
    return undefined;
  }

  /** What is wrong with an annotation for a name. */
  annotate(name: string): string | undefined {
    const word = this.has(name, GLOBAL) ? 'global' : this.has(name, NONLOCAL) ? 'nonlocal' : undefined;
    if (word && this.kind !== 'module') return `annotated name '${name}' can't be ${word}`;
    this.add(name, ANNOTATED | ASSIGNED);
    return undefined;
  }

  iterate(name: string): void {
    this.add(name, ITERATED | ASSIGNED);
  }

  /** What is wrong with `:=` inside comprehensions; its target belongs to the scope around them. */
  walrus({ target }: NamedExpr): string | undefined {
    let scope: Names | undefined = this;
    while (scope?.kind === 'comprehension') {
      if (scope.has(target.id, ITERATED)) {
        return `assignment expression cannot rebind comprehension iteration variable '${target.id}'`;
      }
      scope = scope.parent;
    }
    if (scope !== this && scope?.kind === 'class') {
      return 'assignment expression within a comprehension cannot be used in a class body';
    }
    scope?.add(target.id, ASSIGNED);
    return undefined;
  }

  /** The first `nonlocal` that binds nothing, from the outside in. */
  unbound(): { readonly at: Position; readonly message: string } | undefined {
    for (const { name, at } of this.directives) {
      if (!this.has(name, NONLOCAL)) continue;
      if (this.has(name, GLOBAL))
        return { at: this.directive(name), message: `name '${name}' is nonlocal and global` };
      if (this.kind === 'module') return { at, message: 'nonlocal declaration not allowed at module level' };
      if (!this.bindsOutside(name)) return { at, message: `no binding for nonlocal '${name}' found` };
    }
    for (const child of this.children) {
      const found = child.unbound();
      if (found) return found;
    }
    return undefined;
  }

  private directive(name: string): Position {
    return this.directives.find((directive) => directive.name === name)!.at;
  }

  private bindsOutside(name: string): boolean {
    for (let scope = this.parent; scope; scope = scope.parent) {
      if (scope.kind === 'class' && name === '__class__') return true;
      if (scope.kind !== 'function') continue;
      if (scope.has(name, GLOBAL)) return false;
      if (scope.has(name, PARAMETER | ASSIGNED | NONLOCAL)) return true;
    }
    return false;
  }
}

/** Notes what an expression does with a name. */
export function noteName(names: Names, { id, ctx }: Name): void {
  names.add(id, ctx === 'Load' ? USED : ASSIGNED);
}
