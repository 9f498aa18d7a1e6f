/** What an encoding cannot write or read, and who is asked what to do about it. */

/** A place of a text that an encoding cannot write, or of bytes that it cannot read. */
export interface Flaw {
  readonly start: number;
  readonly end: number;
  readonly reason: string;
}

/** What stands instead of a flaw; @throws where errors are strict */
export type Mend<T> = (flaw: Flaw) => T;
