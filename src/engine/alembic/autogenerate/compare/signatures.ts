/** Unique constraints and indexes as they are told apart. Answers to: alembic/ddl/_autogen.py. */
import { fittingName } from '../../../sqlalchemy/postgresql/identifiers.ts';
import type { Index, UniqueConstraint } from '../../../sqlalchemy/schema/index.ts';
import { compareText, tupleText } from './names.ts';

/** One side of the comparison. */
export type Signature = UniqueSignature | IndexSignature;

/** By what a unique constraint is found on the other side. */
export interface UniqueSignature {
  readonly kind: 'unique';
  readonly item: UniqueConstraint;
  /** As the database has it; null where the model gives none. */
  readonly sqlName: string | null;
  /** Columns without regard to order. */
  readonly unnamed: string;
}

/** By what an index is found on the other side. */
export interface IndexSignature {
  readonly kind: 'index';
  readonly item: Index;
  readonly sqlName: string | null;
  readonly unnamed: string;
}

/** A unique constraint by its name, or by its columns where it has none. */
export function uniqueSignature(item: UniqueConstraint): UniqueSignature {
  return { kind: 'unique', item, sqlName: sqlName(item), unnamed: tupleText(sortedColumns(item)) };
}

/** An index by its name. */
export function indexSignature(item: Index): IndexSignature {
  return { kind: 'index', item, sqlName: sqlName(item), unnamed: '' };
}

/** The names of its columns, in the order of text. */
export const sortedColumns = (item: UniqueConstraint): string[] =>
  item.columns.map((column) => column.name).sort(compareText);

/** The name after the server's limit. */
function sqlName({ name, conv }: UniqueConstraint | Index): string | null {
  return name === null ? null : fittingName(name, conv);
}
