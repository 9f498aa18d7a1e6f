/** A pattern that is none: message and place, as `re.error` has them. */
export class PatternError extends Error {
  /** Undefined where the whole pattern is meant. */
  readonly position: number | undefined;
  constructor(message: string, position?: number) {
    super(message);
    this.position = position;
  }
}
