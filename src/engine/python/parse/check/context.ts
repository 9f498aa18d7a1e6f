/** What the checks of a program share. */
import type { Position } from '../ast.ts';
import { CompilerOverflow } from '../cursor.ts';
import { PythonSyntaxError } from '../syntax-error.ts';
import type { Names } from './names.ts';
import type { CompileWarning } from './warnings.ts';

/** The code that a function, a class or a module runs. */
export interface Unit {
  readonly kind: 'module' | 'class' | 'function' | 'generator expression' | 'comprehension';
  readonly async: boolean;
  /** Has a `yield` of its own. */
  readonly generator: boolean;
  /** Loops and other blocks that are open here, inside out. */
  readonly blocks: ('loop' | 'block' | 'except*')[];
}

/** CPython's limits. */
const MAX_BLOCKS = 20;
const MAX_DEPTH = 2990;

export class CheckContext {
  names: Names;
  unit: Unit;
  /** `from __future__ import annotations` */
  readonly lazyAnnotations: boolean;
  private depth = 0;
  private readonly place: (at: Position) => PythonSyntaxErrorPlace;
  /** What the compiler finds odd, in its order. */
  readonly warnings: CompileWarning[] = [];
  /** The compiler's first complaint; the symbol table's come before it. */
  private first: PythonSyntaxError | undefined;

  constructor(names: Names, lazyAnnotations: boolean, place: (at: Position) => PythonSyntaxErrorPlace) {
    this.names = names;
    this.unit = { kind: 'module', async: false, generator: false, blocks: [] };
    this.lazyAnnotations = lazyAnnotations;
    this.place = place;
  }

  /** The compiler's complaint. The walk goes on, for the symbol table. */
  error(at: Position, message: string): void {
    this.first ??= new PythonSyntaxError('SyntaxError', message, this.place(at));
  }

  warn(at: Position, messages: readonly string[]): void {
    for (const message of messages) this.warnings.push({ line: at.lineno, message });
  }

  /** The symbol table's complaint. */
  symbolError(at: Position, message: string | undefined): void {
    if (message !== undefined) throw new PythonSyntaxError('SyntaxError', message, this.place(at));
  }

  /** @throws the complaint that CPython makes first, if there is one */
  finish(): void {
    const unbound = this.names.unbound();
    if (unbound) this.symbolError(unbound.at, unbound.message);
    if (this.first) throw this.first;
  }

  within(unit: Unit, names: Names, walk: () => void): void {
    const outer = { unit: this.unit, names: this.names };
    this.unit = unit;
    this.names = names;
    walk();
    this.unit = outer.unit;
    this.names = outer.names;
  }

  block(kind: Unit['blocks'][number], at: Position, walk: () => void): void {
    const { blocks } = this.unit;
    if (blocks.length >= MAX_BLOCKS) this.error(at, 'too many statically nested blocks');
    blocks.push(kind);
    walk();
    blocks.pop();
  }

  enter(): void {
    if (++this.depth > MAX_DEPTH) {
      throw new CompilerOverflow('RecursionError', 'maximum recursion depth exceeded during compilation');
    }
  }

  leave(): void {
    this.depth--;
  }
}

export type PythonSyntaxErrorPlace = ConstructorParameters<typeof PythonSyntaxError>[2];
