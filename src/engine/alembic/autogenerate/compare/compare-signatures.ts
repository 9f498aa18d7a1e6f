/** What differs between two indexes, or two unique constraints, of one name. Answers to: alembic/ddl/postgresql.py (compare_indexes, compare_unique_constraint). */
import { clauseOf } from '../../../sqlalchemy/expression/coerce.ts';
import type { Index, UniqueConstraint } from '../../../sqlalchemy/schema/index.ts';
import { warnFrom } from '../../script/warn.ts';
import type { AutogenContext } from '../context.ts';
import { expressionSql } from '../render/expression.ts';
import { cleanExpression } from './index-expression.ts';
import { tupleText } from './names.ts';
import { type Comparison, ownComparison } from './own-comparison.ts';
import { type Signature, sortedColumns } from './signatures.ts';

/** Both are of one kind. A learner's implementation is asked first. */
export function compareSignatures(context: AutogenContext, before: Signature, after: Signature): Comparison {
  if (before.kind === 'index' && after.kind === 'index')
    return (
      ownComparison(context, 'compare_indexes', after.item, before.item) ??
      compareIndexes(context, before.item, after.item)
    );
  const [existing, wanted] = [before.item as UniqueConstraint, after.item as UniqueConstraint];
  return (
    ownComparison(context, 'compare_unique_constraint', wanted, existing) ?? compareUniques(existing, wanted)
  );
}

/** `PostgresqlImpl.compare_unique_constraint` itself */
export function compareUniques(before: UniqueConstraint, after: UniqueConstraint): Comparison {
  const columns = [before, after].map((item) => tupleText(sortedColumns(item)));
  if (columns[0] !== columns[1]) return { differences: [`expression ${columns[0]} to ${columns[1]}`] };
  const options = [before, after].map((item) => tupleText(comparedOptions(item)));
  return options[0] === options[1] ? {} : { differences: [`expression ${options[0]} to ${options[1]}`] };
}

/** The one option that is compared. */
const comparedOptions = (item: { readonly dialectOptions: ReadonlyMap<string, unknown> }): string[] =>
  item.dialectOptions.get('postgresql_nulls_not_distinct') ? ['nulls_not_distinct'] : [];

/** `PostgresqlImpl.compare_indexes` itself */
export function compareIndexes(context: AutogenContext, before: Index, after: Index): Comparison {
  const differences: string[] = [];
  if (before.unique !== after.unique) {
    const text = (unique: boolean) => `unique=${context.repr(unique)}`;
    differences.push(`${text(before.unique)} to ${text(after.unique)}`);
  }
  const counts = [before.expressions.length, after.expressions.length];
  if (counts[0] !== counts[1]) differences.push(`expression number ${counts[0]} to ${counts[1]}`);
  if (differences.length > 0) return { differences };
  const skipped = compareExpressions(context, before, after, differences);
  const options = [before, after].map((index) => tupleText(comparedOptions(index)));
  // Alembic adds this message letter by letter.
  if (options[0] !== options[1]) differences.push(...`options ${options[0]} to ${options[1]}`);
  if (differences.length > 0) return { differences };
  return skipped.length > 0 ? { skipped: skipped.join(', ') } : {};
}

function compareExpressions(
  context: AutogenContext,
  before: Index,
  after: Index,
  differences: string[],
): string[] {
  const skipped: string[] = [];
  after.expressions.forEach((expression, at) => {
    const wanted = indexedSql(expression, context);
    const existing = indexedSql(before.expressions[at], context);
    if (cleanExpression(wanted, after) === cleanExpression(existing, after)) return;
    if (hasOperatorClass(wanted)) {
      const place = `#${at + 1} ${context.repr(wanted)}`;
      skipped.push(`expression ${place} detected as including operator clause.`);
      warnOperatorClass(context, place, before);
      return;
    }
    differences.push(`expression #${at + 1} ${context.repr(existing)} to ${context.repr(wanted)}`);
  });
  return skipped;
}

function indexedSql(expression: unknown, context: AutogenContext): string {
  return expressionSql(clauseOf(expression)!, context);
}

const hasOperatorClass = (sql: string): boolean => sql.endsWith('_ops') && /[ )]/.test(sql);

function warnOperatorClass(context: AutogenContext, place: string, index: Index): void {
  warnFrom(
    context.migrationContext.process,
    'ddl/postgresql.py:362',
    `Expression ${place} in index ${context.repr(index.name)} detected to include an operator clause. Expression compare ` +
      'cannot proceed. Please move the operator clause to the ``postgresql_ops`` dict to enable proper compare of the ' +
      'index expressions: https://docs.sqlalchemy.org/en/latest/dialects/postgresql.html#operator-classes',
  );
}
