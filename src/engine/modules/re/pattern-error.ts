/** A pattern that is none. */
/** A pattern that is none: message and place, as `re.error` has them. */
export class PatternError extends Error {
  readonly position: number;
  constructor(message: string, position: number) {
    super(message);
    this.position = position;
  }
}
