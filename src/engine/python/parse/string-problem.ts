/** Something wrong inside a string literal. */
import type { Origin } from './tokenizer.ts';
import type { Token } from './tokens.ts';

/** Thrown while a literal is read; diagnose.ts gives it its place. */
export class StringProblem extends Error {
  /** The token that is marked; undefined for the last one that the parser has looked at. */
  readonly token: Token | undefined;
  constructor(message: string, token?: Token) {
    super(message);
    this.token = token;
  }
}

/** Thrown where the expression of a replacement field is not one; diagnose.ts finds out why. */
export class EmbeddedProblem extends Error {
  readonly text: string;
  readonly origin: Origin;
  constructor(text: string, origin: Origin) {
    super('not an expression');
    this.text = text;
    this.origin = origin;
  }
}
