/** A document on its way to the server: psycopg2.extras.Json, or what a JSON column makes of a value. */
export class DriverJson {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}
