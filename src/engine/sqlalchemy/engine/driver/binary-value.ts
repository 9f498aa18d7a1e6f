/** Bytes on their way to the server: psycopg2.Binary, or what a binary column makes of a value. */
export class DriverBinary {
  readonly value: unknown;
  constructor(value: unknown) {
    this.value = value;
  }
}
