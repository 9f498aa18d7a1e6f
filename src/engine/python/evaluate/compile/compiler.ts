/** What the parts of the compiler share: the file, the scope, and ways into each other. */
import type { Arguments, Expr, Stmt } from '../../parse/ast.ts';
import type { Capture, Code, Eval, Exec, GenExec, Store } from '../frame.ts';
import { Code as CodeObject } from '../frame.ts';
import type { Scope, Scopes } from '../scopes/scope.ts';

/** Ways from one part of the compiler into the others; filled by compile.ts. */
export interface Parts {
  expression(compiler: Compiler, node: Expr): Eval;
  block(compiler: Compiler, body: readonly Stmt[]): Exec;
  generatorBlock(compiler: Compiler, body: readonly Stmt[]): GenExec;
  store(compiler: Compiler, target: Expr): Store;
}

const NONE: ReadonlySet<string> = new Set();

/** Compiles one scope of one file. */
export class Compiler {
  readonly file: string;
  readonly scope: Scope;
  readonly scopes: Scopes;
  readonly parts: Parts;
  /** `from __future__ import annotations` */
  readonly future: boolean;
  /** Names whose generators nobody else knows. */
  privateNames: ReadonlySet<string> = NONE;

  constructor(file: string, scope: Scope, scopes: Scopes, parts: Parts, future: boolean) {
    this.file = file;
    this.scope = scope;
    this.scopes = scopes;
    this.parts = parts;
    this.future = future;
  }

  expression(node: Expr): Eval {
    return this.parts.expression(this, node);
  }
  optional(node: Expr | null): Eval | undefined {
    return node === null ? undefined : this.parts.expression(this, node);
  }
  block(body: readonly Stmt[]): Exec {
    return this.parts.block(this, body);
  }
  store(target: Expr): Store {
    return this.parts.store(this, target);
  }

  /** The compiler of the scope that a node opens. */
  inner(node: object): Compiler {
    return new Compiler(this.file, this.scopes.of.get(node)!, this.scopes, this.parts, this.future);
  }

  /** The same scope in another file. */
  in(file: string): Compiler {
    return new Compiler(file, this.scope, this.scopes, this.parts, this.future);
  }

  /** The code object of this scope; its body is compiled afterwards, as it may need more slots. */
  code(firstLine: number, argumentCount: number, compileBody: (code: Code) => void): Code {
    const { scope } = this;
    const captures = scope.freeNames.map((name) => captureFrom(scope.parent!, name));
    const code = new CodeObject({
      name: scope.name,
      qualname: scope.qualname,
      file: this.file,
      firstLine,
      slotNames: scope.slotNames,
      freeNames: scope.freeNames,
      cellSlots: scope.cellSlots,
      captures,
      argumentCount,
    });
    compileBody(code);
    return code;
  }
}

function captureFrom(parent: Scope, name: string): Capture {
  const free = parent.freeIndex(name);
  return free === undefined ? { from: 'slot', index: parent.slot(name) } : { from: 'free', index: free };
}

/** A class body's private names: `__x` within class C is `_C__x`. */
export function mangle(scope: Scope, name: string): string {
  if (!name.startsWith('__') || name.endsWith('__') || name.includes('.')) return name;
  for (let at: Scope | undefined = scope; at; at = at.parent) {
    const stem = at.name.replace(/^_+/, '');
    if (at.kind === 'class') return stem === '' ? name : `_${stem}${name}`;
  }
  return name;
}

/** How many parameters can be given by place. */
export const countArguments = (args: Arguments): number => args.posonlyargs.length + args.args.length;
