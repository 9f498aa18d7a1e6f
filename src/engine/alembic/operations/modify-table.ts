/** Operations that hold others. Answers to: alembic/operations/ops.py (OpContainer, ModifyTableOps, UpgradeOps, DowngradeOps). */
import { type PythonWorld, Raise } from '../../machine.ts';
import type { GivenName, Name } from './operation.ts';

/** A record of ours, or an operation of the learner's own class. */
export type AnyOperation = object;

/** The operations of one table, as autogenerate groups them. */
export interface ModifyTable {
  readonly kind: 'modify_table';
  tableName: Name;
  ops: AnyOperation[];
  schema: GivenName;
  info?: unknown;
}

export interface UpgradeOps {
  readonly kind: 'upgrade_ops';
  ops: AnyOperation[];
  upgradeToken: string;
  info?: unknown;
}

export interface DowngradeOps {
  readonly kind: 'downgrade_ops';
  ops: AnyOperation[];
  downgradeToken: string;
  info?: unknown;
}

/** `OpContainer` itself, for learners who derive from it. */
export interface PlainContainer {
  readonly kind: 'op_container';
  ops: AnyOperation[];
  info?: unknown;
}

export type Container = ModifyTable | UpgradeOps | DowngradeOps | PlainContainer;

const CONTAINERS: ReadonlySet<unknown> = new Set<Container['kind']>([
  'modify_table',
  'upgrade_ops',
  'downgrade_ops',
  'op_container',
]);

/** Whether an operation holds others. */
export const isContainer = (operation: unknown): operation is Container =>
  typeof operation === 'object' &&
  operation !== null &&
  CONTAINERS.has((operation as { kind?: unknown }).kind);

/** The changes of one table. */
export const modifyTable = (tableName: Name, ops: AnyOperation[], schema: GivenName): ModifyTable => ({
  kind: 'modify_table',
  tableName,
  ops,
  schema: schema ?? null,
});

/** What `upgrade()` does. @param upgradeToken the name by which the template asks for it */
export const upgradeOps = (ops: AnyOperation[] = [], upgradeToken = 'upgrades'): UpgradeOps => ({
  kind: 'upgrade_ops',
  ops,
  upgradeToken,
});

/** What `downgrade()` does. @param downgradeToken the name by which the template asks for it */
export const downgradeOps = (ops: AnyOperation[] = [], downgradeToken = 'downgrades'): DowngradeOps => ({
  kind: 'downgrade_ops',
  ops,
  downgradeToken,
});

/** The operations inside, with those of nested containers in their place. */
export function* flatten(container: Container): Generator<AnyOperation> {
  for (const operation of container.ops) {
    if (isContainer(operation)) yield* flatten(operation);
    else yield operation;
  }
}

/** `container.is_empty()` */
export const isEmpty = (container: Container): boolean => container.ops.length === 0;

/**
 * A learner's operation, asked by name.
 * @throws AttributeError of Python where it has no such method
 */
export function callOwn(operation: object, method: string, python: PythonWorld): unknown {
  const found = python.getAttribute(operation, method);
  if (found !== undefined) return python.call(found, []);
  throw new Raise('builtins.AttributeError', [
    `'${python.typeName(operation)}' object has no attribute '${method}'`,
  ]);
}
