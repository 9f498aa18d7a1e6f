/** Named checks that came or went. Answers to: alembic/autogenerate/compare/check_constraints.py. */
import type { CheckConstraint } from '../../../sqlalchemy/schema/index.ts';
import { addConstraintOf, dropConstraintFor } from '../../operations/constraint-operations.ts';
import type { ModifyTable } from '../../operations/modify-table.ts';
import { givenName } from '../../operations/names.ts';
import type { CompareContext } from './context.ts';
import { compareText } from './names.ts';
import { checkFrom } from './reflected-constraints.ts';
import type { TablePair } from './tables.ts';

/** By name alone: conditions are not compared, and a check without a name in the model does not take part. */
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
  for (const name of [...after.keys()].filter((one) => !before.has(one)).sort(compareText)) {
    const constraint = after.get(name)!;
    if (!context.includesObject(constraint, givenName(constraint), 'check_constraint', false, null)) continue;
    ops.ops.push(addConstraintOf(constraint));
    context.log('check_constraints', `Detected added check constraint '${name}' on table '${table}'`);
    context.detected('add_constraint', table, schema, name);
  }
}
