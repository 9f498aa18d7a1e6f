/** What learners add to autogenerate: renderers, comparators and plugins of their own. Answers to: alembic/util/langhelpers.py (Dispatcher). */
import type { Process } from '../../machine.ts';
import type { Comparator } from './compare/comparators.ts';
import type { Plugin } from './compare/plugins.ts';
import type { OwnRenderer } from './render/index.ts';

interface OwnPlugins {
  /** Those that belong to no plugin: `@comparators.dispatch_for(…)`. */
  readonly comparators: readonly Comparator[];
  readonly plugins: readonly Plugin[];
}

interface Own {
  readonly render: OwnRenderer;
  readonly plugins: () => OwnPlugins;
}

const NOTHING: Own = { render: () => undefined, plugins: () => ({ comparators: [], plugins: [] }) };
const byProcess = new WeakMap<Process, Own>();

/** Says what the learner of a process has registered. */
export function useOwn(process: Process, own: Own): void {
  byProcess.set(process, own);
}

/** The learner's renderers of this process. */
export const ownRendering = (process: Process): OwnRenderer => (byProcess.get(process) ?? NOTHING).render;

/** The plugins of this process, the learner's among them. */
export const ownPlugins = (process: Process): OwnPlugins => (byProcess.get(process) ?? NOTHING).plugins();
