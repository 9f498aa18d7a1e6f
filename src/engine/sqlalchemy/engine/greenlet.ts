/**
 * Where a driver that is awaited may be waited for: only in plain code that awaitable code called. Nothing switches here, as
 * everything runs to its end; only the depth is kept, so that what would wait elsewhere raises as it does there.
 * Answers to: sqlalchemy/util/concurrency.py.
 */
import { type Process, Raise } from '../../machine.ts';
import type { Engine } from './engine.ts';

const depths = new WeakMap<Process, number>();

const within = <T>(process: Process, depth: number, work: () => T): T => {
  const before = depths.get(process) ?? 0;
  depths.set(process, depth);
  try {
    return work();
  } finally {
    depths.set(process, before);
  }
};

/** `greenlet_spawn(work)`: what the work does may wait for the driver. */
export const greenletSpawn = <T>(process: Process, work: () => T): T =>
  within(process, (depths.get(process) ?? 0) + 1, work);

/** `await_only`: leaves the plain code for as long as the work takes. @throws MissingGreenlet where awaitable code did not call */
export function awaitOnly<T>(process: Process, work: () => T): T {
  if ((depths.get(process) ?? 0) === 0) throw missingGreenlet();
  return within(process, 0, work);
}

/** @throws MissingGreenlet where a driver that is awaited is used outside */
export function requireGreenlet({ dialect, process }: Engine): void {
  if (dialect.isAsync && (depths.get(process) ?? 0) === 0) throw missingGreenlet();
}

const missingGreenlet = (): Raise =>
  new Raise('sqlalchemy.exc.MissingGreenlet', [
    "greenlet_spawn has not been called; can't call await_only() here. Was IO attempted in an unexpected place?",
  ]);
