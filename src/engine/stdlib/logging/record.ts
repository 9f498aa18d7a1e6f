/** One event on its way through loggers and handlers. */

export interface LogRecord {
  readonly name: string;
  readonly level: number;
  readonly levelName: string;
  /** What was logged, before its arguments are filled in; a filter may change both. */
  msg: unknown;
  args: unknown;
  /** The text, made when first asked for: a disabled record costs nothing. @throws what formatting throws */
  message: () => string;
  /** Microseconds since 1970. */
  readonly created: bigint;
  /** Microseconds since the process began. */
  readonly relative: bigint;
  readonly file: string;
  readonly line: number;
  readonly functionName: string;
  /** The text of a traceback, where the record carries an exception. */
  readonly exceptionText?: string | undefined;
  /** Told where the record cannot be formatted; without it the error leaves the logging call. */
  readonly failed?: ((error: unknown) => void) | undefined;
  /** Attributes of `extra=`, and those that a filter adds. */
  extra?: ReadonlyMap<string, unknown> | undefined;
}
