/** Foreign keys that came, went or changed. Answers to: alembic/autogenerate/compare/constraints.py (_compare_foreign_keys). */
import type { ForeignKeyConstraint } from '../../../sqlalchemy/schema/index.ts';
import { addConstraintOf, dropConstraintFor } from '../../operations/constraints/constraint-operations.ts';
import { targetFacts } from '../../operations/constraints/create-foreign-key.ts';
import type { ModifyTable } from '../../operations/modify-table.ts';
import { givenName } from '../../operations/names.ts';
import type { CompareContext } from './context.ts';
import { corrected } from './corrections.ts';
import { compareText, qualified, tupleText } from './names.ts';
import { foreignKeyFrom } from './reflected-constraints.ts';
import type { TablePair } from './tables.ts';

/** Two keys are the same where columns, target and options are; names do not count. */
export function compareForeignKeys(context: CompareContext, ops: ModifyTable, pair: TablePair): void {
  const { schema, name: table, existing, wanted } = pair;
  if (!existing || !wanted) return;
  const parents = { schema_name: schema, table_name: table };
  const found = context.inspector
    .relation(table, schema)
    .foreignKeys.filter((facts) => context.includesName(facts.name, 'foreign_key_constraint', parents))
    .map((facts) => foreignKeyFrom(facts, existing));
  const [existingKeys, wantedKeys] = corrected(context, 'correct_for_autogen_foreignkeys', [
    found,
    wanted.foreignKeyConstraints,
  ]);
  const before = bySignature(existingKeys, pair);
  const after = bySignature(wantedKeys, pair);
  const byName = (keys: ReadonlyMap<string, ForeignKeyConstraint>, name: string | null) =>
    name === null ? null : ([...keys.values()].find((one) => one.name === name) ?? null);
  for (const [signature, key] of inOrder(before)) {
    if (after.has(signature)) continue;
    const other = byName(after, key.name);
    if (!context.includesObject(key, givenName(key), 'foreign_key_constraint', true, other)) continue;
    ops.ops.push(dropConstraintFor(key));
    report(context, 'removed', key);
  }
  for (const [signature, key] of inOrder(after)) {
    if (before.has(signature)) continue;
    const other = byName(before, key.name);
    if (!context.includesObject(key, givenName(key), 'foreign_key_constraint', false, other)) continue;
    ops.ops.push(addConstraintOf(key));
    report(context, 'added', key);
  }
}

function report(context: CompareContext, what: 'removed' | 'added', key: ForeignKeyConstraint): void {
  const local = localNames(key).join(', ');
  const remote = targetFacts(key).columns.join(', ');
  const { name, schema } = key.table!;
  context.log(
    'constraints',
    `Detected ${what} foreign key (${local})(${remote}) on table ${qualified(schema, name)}`,
  );
  context.detected(what === 'removed' ? 'remove_fk' : 'add_fk', name, schema, key.name ?? local);
}

const localNames = (key: ForeignKeyConstraint) => key.columns.map((column) => column.name);

const inOrder = (keys: ReadonlyMap<string, ForeignKeyConstraint>) =>
  [...keys].sort(([a], [b]) => compareText(a, b));

function bySignature(
  keys: readonly ForeignKeyConstraint[],
  pair: TablePair,
): Map<string, ForeignKeyConstraint> {
  return new Map(keys.map((key) => [signatureOf(key, pair), key]));
}

/** As the text of a Python tuple, by which Alembic's sets are put in order. */
function signatureOf(key: ForeignKeyConstraint, { name }: TablePair): string {
  const target = targetFacts(key);
  const source = key.table!.schema;
  const text = (value: string | null) => tupleText([value]).slice(1, -2);
  const action = (value: string | null) => {
    const lower = value?.toLowerCase() ?? null;
    return text(lower === 'no action' ? null : lower);
  };
  return `(${[
    text(source),
    text(name),
    tupleText(localNames(key)),
    text(target.schema),
    text(target.table),
    tupleText(target.columns),
    action(key.onupdate),
    action(key.ondelete),
    text(deferral(key)),
  ].join(', ')})`;
}

function deferral({ deferrable, initially }: ForeignKeyConstraint): string {
  if (initially?.toLowerCase() === 'deferred') return 'initially_deferrable';
  return deferrable ? 'deferrable' : 'not deferrable';
}
