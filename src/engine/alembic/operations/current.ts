/** The operations that `alembic.op` stands for while migrations run. Answers to: alembic/util/langhelpers.py (ModuleClsProxy). */
import type { Process } from '../../machine.ts';
import type { MigrationContext } from '../runtime/context.ts';
import { migratingContext } from '../runtime/environment-context.ts';
import { Operations, type OwnImplementation } from './operations.ts';

const stacks = new WeakMap<Process, Operations[]>();
const implementations = new WeakMap<Process, OwnImplementation>();

/** Says how a process finds the implementations that its learner registered. */
export function useImplementations(process: Process, own: OwnImplementation): void {
  implementations.set(process, own);
}

/** `Operations(migration_context)` */
export const makeOperations = (context: MigrationContext): Operations =>
  new Operations(context, implementations.get(context.process));

/** `with Operations.context(migration_context) as op:` @returns what leaves the block */
export function enterOperations(context: MigrationContext): Operations {
  const operations = makeOperations(context);
  const stack = stacks.get(context.process) ?? [];
  stacks.set(context.process, stack);
  stack.push(operations);
  return operations;
}

/** Leaves the block of `operations`. */
export function leaveOperations(operations: Operations): void {
  const stack = stacks.get(operations.migrationContext.process);
  const at = stack?.lastIndexOf(operations) ?? -1;
  if (at >= 0) stack!.splice(at, 1);
}

const ofContexts = new WeakMap<object, Operations>();

/** Whether a block of operations has been entered in this process, and maybe left. */
export const hasEntered = (process: Process): boolean => stacks.has(process);

/** What `alembic.op` stands for now; undefined outside of migrations. */
export function currentOperations(process: Process): Operations | undefined {
  const top = stacks.get(process)?.at(-1);
  if (top) return top;
  const context = migratingContext(process);
  if (!context) return undefined;
  const known = ofContexts.get(context) ?? makeOperations(context);
  ofContexts.set(context, known);
  return known;
}
