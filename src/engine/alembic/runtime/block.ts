/** Blocks that env.py enters with `with`. */
/** A block that Python enters with `with`. */
export interface Block {
  enter(): unknown;
  /** @param failed an exception is on its way */
  exit(failed: boolean): void;
  /** Ends it before its end; the block of a transaction has this, and is what the `with` gives. */
  readonly end?: (how: 'commit' | 'rollback') => void;
}

export const NOTHING: Block = { enter: () => null, exit: () => undefined };
