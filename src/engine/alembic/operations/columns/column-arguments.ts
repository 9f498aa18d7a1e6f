/** Columns and types as operations take them. */
import { type PythonWorld, Raise } from '../../../machine.ts';
import type { TextClause } from '../../../sqlalchemy/expression/elements.ts';
import { host } from '../../../sqlalchemy/expression/host.ts';
import { appendColumn } from '../../../sqlalchemy/schema/columns/append-column.ts';
import { Column, type Table } from '../../../sqlalchemy/schema/index.ts';
import { SqlType, type TypeDefinition } from '../../../sqlalchemy/types/index.ts';
import { makeType } from '../../../sqlalchemy/types/make.ts';
import { copyColumn } from '../copy.ts';
import { TextualIndexElement } from '../indexes/textual-index-element.ts';
import type { Name } from '../operation.ts';

/** @throws ValueError for what is neither a name nor an expression */
export function indexElement(value: unknown, table: Table): unknown {
  if (typeof value === 'string' || (value as { kind?: unknown })?.kind === 'quoted-name') {
    const column = new Column([value as Name]);
    appendColumn(table, column);
    return column;
  }
  if (value instanceof Column) {
    const existing = table.columns.get(value.key);
    if (existing) return existing;
    const copy = value.table ? copyColumn(value, false) : value;
    if (!copy.table) table.appendColumn(copy);
    return copy;
  }
  const kind = (value as { kind?: unknown } | null)?.kind;
  if (kind === 'text') return new TextualIndexElement(value as TextClause, table);
  if (typeof kind === 'string') return value;
  throw new Raise('builtins.ValueError', ['String or text() construct expected']);
}

/** Whether a value is a Column. */
export const isColumn = (value: unknown): value is Column => value instanceof Column;

/** @throws AttributeError as Alembic's first use of a column gives it */
export function columnOf(value: unknown): Column {
  if (value instanceof Column) return value;
  // A column of a `table()` is copied, which it cannot; any other value is asked for its table.
  if (host().evaluate('it.table', value) !== null) host().evaluate('it.copy', value);
  host().evaluate('it.identity', value);
  throw new Raise(
    'builtins.AttributeError',
    [`'${host().typeName(value)}' object has no attribute 'table'`],
    {
      attributes: { name: 'table', obj: value },
    },
  );
}

/** A type, or a class that stands for one without arguments; null for anything else. */
export function knownType(value: unknown): SqlType | null {
  if (value instanceof SqlType) return value;
  const isDefinition = (value as { kind?: unknown } | null)?.kind === 'type-definition';
  return isDefinition ? makeType(value as TypeDefinition) : null;
}

/** A type, or a class that stands for one without arguments. @param asksFor the attribute that is used first @throws AttributeError for anything else */
export function typeOf(value: unknown, python: PythonWorld, asksFor = '_variant_mapping'): SqlType | null {
  const known = knownType(value);
  if (known || value === null || value === undefined) return known;
  // Asked for as SQLAlchemy asks: a learner's own __getattr__ has its word.
  const asked = python.isCallable(value) ? python.call(value, []) : value;
  if (asked instanceof SqlType) return asked;
  python.call(python.evaluate('getattr', new Map()), [asked, asksFor]);
  throw new Raise(
    'builtins.AttributeError',
    [`'${python.typeName(value)}' object has no attribute '${asksFor}'`],
    { attributes: { name: asksFor, obj: value } },
  );
}
