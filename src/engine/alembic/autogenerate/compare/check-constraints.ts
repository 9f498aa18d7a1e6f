/** Named checks that came or went. Answers to: alembic/autogenerate/compare/check_constraints.py. */
import type { CheckConstraint } from '../../../sqlalchemy/schema/index.ts';
import { addConstraintOf, dropConstraintFor } from '../../operations/constraints/constraint-operations.ts';
import type { ModifyTable } from '../../operations/modify-table.ts';
import { givenName } from '../../operations/names.ts';
import type { CompareContext } from './context.ts';
import { compareText } from './names.ts';
import { ownComparison } from './own-comparison.ts';
import { checkFrom } from './reflected-constraints.ts';
import type { TablePair } from './tables.ts';

/** By name alone: only a learner's implementation compares conditions, and a check without a name in the model does not take part. */
export function compareCheckConstraints(
  context: CompareContext,
  ops: ModifyTable,
  { schema, name: table, existing, wanted }: TablePair,
): void {
  if (!existing || !wanted) return;
  const parents = { schema_name: schema, table_name: table };
  const before = new Map<string, CheckConstraint>();
  for (const facts of context.inspector.relation(table, schema).checks) {
    if (context.includesName(facts.name, 'check_constraint', parents))
      before.set(facts.name, checkFrom(facts, existing));
  }
  const after = new Map<string, CheckConstraint>();
  for (const constraint of wanted.constraints) {
    if (constraint.kind !== 'check-constraint' || constraint.typeBound || constraint.name === null) continue;
    after.set(constraint.name, constraint as CheckConstraint);
  }
  for (const name of [...before.keys()].filter((one) => !after.has(one)).sort(compareText)) {
    const constraint = before.get(name)!;
    if (!context.includesObject(constraint, givenName(constraint), 'check_constraint', true, null)) continue;
    ops.ops.push(dropConstraintFor(constraint));
    context.log('check_constraints', `Detected removed check constraint '${name}' on table '${table}'`);
    context.detected('remove_constraint', table, schema, name);
  }
  for (const name of [...before.keys()].filter((one) => after.has(one)).sort(compareText))
    compareKept(context, ops, table, before.get(name)!, after.get(name)!);
  for (const name of [...after.keys()].filter((one) => !before.has(one)).sort(compareText)) {
    const constraint = after.get(name)!;
    if (!context.includesObject(constraint, givenName(constraint), 'check_constraint', false, null)) continue;
    ops.ops.push(addConstraintOf(constraint));
    context.log('check_constraints', `Detected added check constraint '${name}' on table '${table}'`);
    context.detected('add_constraint', table, schema, name);
  }
}

/** The same name on both sides. */
function compareKept(
  context: CompareContext,
  ops: ModifyTable,
  table: string,
  existing: CheckConstraint,
  wanted: CheckConstraint,
): void {
  const result = ownComparison(context, 'compare_check_constraint', wanted, existing);
  const name = context.repr(wanted.name);
  if (result?.skipped !== undefined)
    context.log(
      'check_constraints',
      `Cannot compare check constraint ${name}, assuming equal and skipping. ${result.skipped}`,
    );
  if (result?.differences === undefined) return;
  if (!context.includesObject(wanted, givenName(wanted), 'check_constraint', false, existing)) return;
  const reasons = result.differences.join(', ');
  context.log(
    'check_constraints',
    `Detected changed check constraint ${name} on table '${table}': ${reasons}`,
  );
  ops.ops.push(dropConstraintFor(existing), addConstraintOf(wanted));
  context.detected('add_constraint', table, wanted.table?.schema ?? null, wanted.name);
}
