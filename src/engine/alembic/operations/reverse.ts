/** Operations as their opposites and as descriptions. Answers to: alembic/operations/ops.py (reverse, as_diffs). */
import { type PythonWorld, Raise } from '../../machine.ts';
import { definitionOf } from './index.ts';
import {
  type AnyOperation,
  type Container,
  callOwn,
  type DowngradeOps,
  downgradeOps,
  flatten,
  isContainer,
  upgradeOps,
} from './modify-table.ts';

/** The opposite of one operation. @throws NotImplementedError, ValueError of Python where there is none */
export function reverse(operation: AnyOperation, python: PythonWorld): AnyOperation {
  if (isContainer(operation)) return reverseContainer(operation, python);
  const definition = definitionOf(operation);
  return definition ? definition.reverse(operation) : (callOwn(operation, 'reverse', python) as AnyOperation);
}

function reverseContainer(container: Container, python: PythonWorld): Container {
  const ops = reversed(container, python);
  switch (container.kind) {
    case 'modify_table':
      return { ...container, ops };
    case 'upgrade_ops':
      return downgradeOps(ops);
    case 'downgrade_ops':
      return upgradeOps(ops);
    case 'op_container':
      throw new Raise('builtins.NotImplementedError', []);
  }
}

const reversed = (container: Container, python: PythonWorld): AnyOperation[] =>
  [...container.ops].reverse().map((operation) => reverse(operation, python));

/** `upgrade_ops.reverse_into(downgrade_ops)` */
export function reverseInto(upgrade: Container, downgrade: DowngradeOps, python: PythonWorld): DowngradeOps {
  downgrade.ops.splice(0, downgrade.ops.length, ...reversed(upgrade, python));
  return downgrade;
}

/** `to_diff_tuple()` of one operation: a Python value. */
export function describe(operation: AnyOperation, python: PythonWorld): unknown {
  const definition = definitionOf(operation);
  return definition ? definition.describe(operation, python) : callOwn(operation, 'to_diff_tuple', python);
}

/** `container.as_diffs()`, as an array of Python values. */
export const asDiffs = (container: Container, python: PythonWorld): unknown[] =>
  [...flatten(container)].map((operation) => describe(operation, python));
