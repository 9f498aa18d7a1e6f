/** What learners add to autogenerate: renderers and comparators of their own. Answers to: alembic/util/langhelpers.py (Dispatcher). */
import type { Process } from '../../machine.ts';
import type { OwnRenderer } from './render/index.ts';

/** Calls the learner's comparators of a kind: "schema", "table" or "column". */
export type OwnComparison = (kind: 'schema' | 'table' | 'column', args: readonly unknown[]) => void;

interface Own {
  readonly render: OwnRenderer;
  readonly compare: OwnComparison;
}

const NOTHING: Own = { render: () => undefined, compare: () => undefined };
const byProcess = new WeakMap<Process, Own>();

/** Says what the learner of a process has registered. */
export function useOwn(process: Process, own: Own): void {
  byProcess.set(process, own);
}

export const ownRendering = (process: Process): OwnRenderer => (byProcess.get(process) ?? NOTHING).render;

export const ownComparison = (process: Process): OwnComparison => (byProcess.get(process) ?? NOTHING).compare;
