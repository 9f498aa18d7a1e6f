/** Something wrong inside a string literal. */
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
