/** CREATE INDEX and DROP INDEX. Answers to: dialects/postgresql/base.py (visit_create_index, visit_drop_index). */
import { Raise } from '../../../machine.ts';
import { text } from '../../expression/build.ts';
import { ddlExpressionOf } from '../../expression/coerce.ts';
import type { Element } from '../../expression/elements.ts';
import { isTrue, textFor } from '../../expression/given-text.ts';
import { group } from '../../expression/group.ts';
import { host } from '../../expression/host.ts';
import type { Index } from '../../schema/constraints/table-index.ts';
import { translated } from '../identifiers.ts';
import { constraintName, INDEX_USING, includeText, operatorClass } from './constraint-text.ts';
import { type DdlOptions, expressionText, qualified, quoted, sqlPhrase } from './options.ts';

/** @throws CompileError for an index without a table, AssertionError for one without a name */
export function createIndexText(index: Index, ifNotExists: boolean, options: DdlOptions): string {
  const { table } = index;
  if (!table) {
    throw new Raise('sqlalchemy.exc.CompileError', [
      `Index '${index.name}' is not associated with any table.`,
    ]);
  }
  const option = (name: string) =>
    options.generic ? undefined : index.dialectOptions.get(`postgresql_${name}`);
  const parts = ['CREATE '];
  if (index.unique) parts.push('UNIQUE ');
  parts.push('INDEX ');
  if (option('concurrently')) parts.push('CONCURRENTLY ');
  if (ifNotExists) parts.push('IF NOT EXISTS ');
  parts.push(`${indexName(index, options)} ON ${qualified(table, options)} `);
  const using = option('using');
  if (isTrue(using)) parts.push(`USING ${sqlPhrase(using as string, INDEX_USING).toLowerCase()} `);
  const operatorClasses = option('ops') ?? new Map();
  const expressions = index.expressions.map((one) => indexedText(one as Element, operatorClasses, options));
  parts.push(`(${expressions.join(', ')})`, includeText(index, options));
  const nullsNotDistinct = option('nulls_not_distinct');
  if (nullsNotDistinct === true) parts.push(' NULLS NOT DISTINCT');
  if (nullsNotDistinct === false) parts.push(' NULLS DISTINCT');
  const storage = [...itemsOf(option('with'))].map(([name, value]) => `${name} = ${host().str(value)}`);
  if (storage.length > 0) parts.push(` WITH (${storage.join(', ')})`);
  const tablespace = option('tablespace');
  if (isTrue(tablespace)) parts.push(` TABLESPACE ${quoted(textFor('lower', tablespace), options)}`);
  const where = option('where');
  if (where !== undefined && where !== null) {
    const condition = ddlExpressionOf(where);
    parts.push(
      ` WHERE ${expressionText(typeof condition === 'string' ? text(condition) : condition, options)}`,
    );
  }
  return parts.join('');
}

/** `DROP INDEX …` */
export function dropIndexText(index: Index, ifExists: boolean, options: DdlOptions): string {
  const concurrently =
    !options.generic && index.dialectOptions.get('postgresql_concurrently') ? 'CONCURRENTLY ' : '';
  const { table } = index;
  const placed = table ? translated(table.schema, options.schemaMap) : null;
  const schema = placed ? `${quoted(placed, options, table?.quoteSchema ?? null)}.` : '';
  return `\nDROP INDEX ${concurrently}${ifExists ? 'IF EXISTS ' : ''}${schema}${indexName(index, options)}`;
}

function indexName(index: Index, options: DdlOptions): string {
  const name = constraintName(index, options);
  if (name === undefined) throw new Raise('builtins.AssertionError', []);
  return name;
}

/** Operators stand in parentheses, columns and function calls do not; an operator class follows by the expression's key. */
function indexedText(expression: Element, classes: unknown, options: DdlOptions): string {
  const isColumn = expression.kind === 'column' || expression.kind === 'column-clause';
  const operand = isColumn
    ? expression
    : group(expression, { operator: 'none', precedence: Number.POSITIVE_INFINITY });
  const key = (expression as { key?: string }).key ?? (expression as { name?: string }).name;
  return expressionText(operand, options) + operatorClass(classes, key);
}

/** @throws AttributeError for what is no dictionary */
function itemsOf(value: unknown): ReadonlyMap<unknown, unknown> {
  if (value instanceof Map) return value;
  if (isTrue(value ?? null)) host().evaluate('it.items', value);
  return new Map();
}
