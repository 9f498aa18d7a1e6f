/** Keeps the set of applied heads, and the version table, in step with a run. Answers to: alembic/runtime/migration.py. */
import { Raise } from '../../machine.ts';
import { assertionError } from '../script/errors.ts';
import type { MigrationStep } from '../script/migration-step.ts';

/** The rows of the version table, as statements. */
export interface VersionRows {
  insert(version: string): void;
  update(from: string, to: string): void;
  delete(version: string): void;
  debug(message: string): void;
}

/** The heads of a run; Python may look on, and change them. */
export type Heads = Pick<Set<string>, 'has' | 'add' | 'delete' | 'size' | typeof Symbol.iterator>;

export class HeadMaintainer {
  readonly heads: Heads;
  readonly #rows: VersionRows;

  constructor(rows: VersionRows, heads: Heads) {
    this.#rows = rows;
    this.heads = heads;
  }

  /** @throws KeyError where the table does not hold what the step starts from; CommandError where a row is missing */
  updateTo(step: MigrationStep): void {
    const change = step.versionChange(new Set(this.heads));
    switch (change.kind) {
      case 'delete':
        this.#rows.debug(`branch delete ${change.version}`);
        this.delete(change.version);
        break;
      case 'insert':
        this.#rows.debug(`new branch insert ${change.version}`);
        this.insert(change.version);
        break;
      case 'merge':
        this.#rows.debug(`merge, delete ${listed(change.deleted)}, update ${change.from} to ${change.to}`);
        for (const version of change.deleted) this.delete(version);
        this.update(change.from, change.to);
        break;
      case 'unmerge':
        this.#rows.debug(`unmerge, insert ${listed(change.inserted)}, update ${change.from} to ${change.to}`);
        for (const version of change.inserted) this.insert(version);
        this.update(change.from, change.to);
        break;
      case 'update':
        this.#rows.debug(`update ${change.from} to ${change.to}`);
        this.update(change.from, change.to);
        break;
    }
  }

  /** A row that comes. @throws AssertionError where it is there */
  insert(version: string): void {
    if (this.heads.has(version)) throw assertionError();
    this.heads.add(version);
    this.#rows.insert(version);
  }

  /** A row that goes. @throws KeyError */
  delete(version: string): void {
    this.#remove(version);
    this.#rows.delete(version);
  }

  /** A row that changes. @throws KeyError, AssertionError */
  update(from: string, to: string): void {
    if (this.heads.has(to)) throw assertionError();
    this.#remove(from);
    this.heads.add(to);
    this.#rows.update(from, to);
  }

  #remove(version: string): void {
    if (!this.heads.delete(version)) throw new Raise('builtins.KeyError', [version]);
  }
}

const listed = (ids: readonly string[]) => `[${ids.map((id) => `'${id}'`).join(', ')}]`;
