/** Results. Answers to: sqlalchemy/engine/result.py, cursor.py. */
import { Raise } from '../../machine.ts';
import { Row, RowMapping, type RowShape } from './row.ts';

const closed = () => new Raise('sqlalchemy.exc.ResourceClosedError', ['This result object is closed.']);

/** What fetching gives: whole rows, one column, or mappings. */
export type ResultForm =
  | { readonly kind: 'rows' }
  | { readonly kind: 'scalars'; readonly at: number }
  | { readonly kind: 'mappings' };

/** The cursor behind a result; its other forms share it. */
export interface Cursor {
  readonly shape: RowShape;
  rows: (readonly unknown[])[];
  next: number;
  /** Is told of each row that is fetched. */
  readonly onRow?: ((row: readonly unknown[]) => void) | undefined;
  /** Why nothing more can be read. */
  state: 'open' | 'exhausted' | 'closed';
}

export interface ResultFacts {
  readonly returnsRows: boolean;
  readonly rowcount: number;
  readonly isInsert: boolean;
  /** Values of the generated primary key: one set a row; undefined where the statement was no single INSERT. */
  readonly primaryKeys: readonly (readonly unknown[])[] | undefined;
  readonly primaryKeyNames: readonly string[];
  readonly many: boolean;
  /** The values that were sent, Python's defaults among them, one set a row. */
  readonly sent?: readonly ReadonlyMap<string, unknown>[] | undefined;
}

export class Result {
  readonly cursor: Cursor;
  readonly facts: ResultFacts;
  readonly form: ResultForm;
  /** `unique()`: a key function, null for the value itself; undefined: all rows. */
  uniqueBy: ((value: unknown) => unknown) | null | undefined = undefined;
  /** Joined collections repeat their parents: rows are read with `unique()` only. */
  mustBeUnique = false;
  /** Which of Python's classes it is. */
  family: 'cursor' | 'iterator' | 'chunked' = 'cursor';
  /** `yield_per`: how many rows a partition has where nothing else is said. */
  chunk: number | undefined = undefined;
  /** The statement's execution options and connection, for the learner to read. */
  context: unknown = null;

  constructor(cursor: Cursor, facts: ResultFacts, form: ResultForm = { kind: 'rows' }) {
    this.cursor = cursor;
    this.facts = facts;
    this.form = form;
  }

  /** Another view of the same rows. */
  as(form: ResultForm): Result {
    const other = new Result(this.cursor, this.facts, form);
    other.uniqueBy = this.uniqueBy;
    other.mustBeUnique = this.mustBeUnique;
    other.family = this.family;
    other.chunk = this.chunk;
    return other;
  }

  get closed(): boolean {
    return (
      this.cursor.state === 'closed' ||
      (this.facts.returnsRows && this.cursor.state === 'exhausted' && this.cursor.rows.length === 0 && false)
    );
  }

  get keys(): readonly string[] {
    this.requireRows();
    return this.cursor.shape.keys;
  }

  /** @throws ResourceClosedError where there never were rows */
  private requireRows(): void {
    if (this.facts.returnsRows) return;
    throw new Raise('sqlalchemy.exc.ResourceClosedError', [
      'This result object does not return rows. It has been closed automatically.',
    ]);
  }

  private take(): readonly unknown[] | undefined {
    this.requireRows();
    const { cursor } = this;
    if (cursor.state === 'closed') throw closed();
    if (this.mustBeUnique && this.uniqueBy === undefined) {
      throw new Raise('sqlalchemy.exc.InvalidRequestError', [
        'The unique() method must be invoked on this Result, as it contains results that include joined eager loads ' +
          'against collections',
      ]);
    }
    if (cursor.next < cursor.rows.length) {
      const row = cursor.rows[cursor.next]!;
      cursor.next += 1;
      cursor.onRow?.(row);
      return row;
    }
    cursor.state = 'exhausted';
    return undefined;
  }

  private shown(values: readonly unknown[]): unknown {
    switch (this.form.kind) {
      case 'scalars':
        return values[this.form.at];
      case 'mappings':
        return new RowMapping(new Row(this.cursor.shape, values));
      default:
        return new Row(this.cursor.shape, values);
    }
  }

  /** The next row; undefined at the end. */
  fetchOne(): unknown {
    const seen = this.seen();
    for (let values = this.take(); values; values = this.take()) {
      const value = this.shown(values);
      if (!seen || seen(value)) return value;
    }
    return undefined;
  }

  fetchMany(size: number | undefined): unknown[] {
    const out: unknown[] = [];
    while (size === undefined || out.length < size) {
      const row = this.fetchOne();
      if (row === undefined) break;
      out.push(row);
    }
    return out;
  }

  fetchAll(): unknown[] {
    return this.fetchMany(undefined);
  }

  private seenKeys: Set<unknown> | undefined;

  private seen(): ((value: unknown) => boolean) | undefined {
    const by = this.uniqueBy;
    if (by === undefined) return undefined;
    this.seenKeys ??= new Set();
    const keys = this.seenKeys;
    return (value) => {
      const key = by ? by(value) : value;
      const plain =
        key instanceof Row
          ? JSON.stringify(key.values, (_name, one) => (typeof one === 'bigint' ? `${one}n` : one))
          : key;
      if (keys.has(plain)) return false;
      keys.add(plain);
      return true;
    };
  }

  /** The first row, and the end of the result; undefined where there is none. */
  first(): unknown {
    const row = this.fetchOne();
    this.close();
    return row;
  }

  /** @throws NoResultFound, MultipleResultsFound */
  one(): unknown {
    return this.only(true);
  }

  oneOrNone(): unknown {
    return this.only(false);
  }

  private only(required: boolean): unknown {
    const row = this.fetchOne();
    if (row === undefined) {
      this.close();
      if (!required) return undefined;
      throw new Raise('sqlalchemy.exc.NoResultFound', ['No row was found when one was required']);
    }
    const another = this.fetchOne();
    this.close();
    if (another === undefined) return row;
    throw new Raise('sqlalchemy.exc.MultipleResultsFound', [
      `Multiple rows were found when ${required ? 'exactly one' : 'one or none'} was required`,
    ]);
  }

  close(): void {
    this.cursor.state = 'closed';
    this.cursor.rows = [];
    this.cursor.next = 0;
  }
}
