/** How `break`, `continue`, `return` and `exit` leave what is running: thrown, and caught by what they leave. */

/** `break n` and `continue n`. */
export class LoopExit extends Error {
  readonly kind: 'break' | 'continue';
  /** How many loops it leaves. */
  readonly depth: number;
  constructor(kind: LoopExit['kind'], depth: number) {
    super(kind);
    this.kind = kind;
    this.depth = depth;
  }
}

export class FunctionReturn extends Error {
  readonly code: number;
  constructor(code: number) {
    super('return');
    this.code = code;
  }
}

/** `exit` of a script or subshell. */
export class ShellExit extends Error {
  readonly code: number;
  constructor(code: number) {
    super('exit');
    this.code = code;
  }
}
