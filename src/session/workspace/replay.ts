/** Builds the workspace that the first steps of a journal give. */
import { PartMissing } from '../../engine/parts.ts';
import type { Journal } from '../journal/journal.ts';
import { bestCheckpoint, type Checkpoint } from '../storage/checkpoint.ts';
import type { Servers } from './servers.ts';
import { MissingExtension, type WorkspaceHost } from './work.ts';
import { newWorkspace, type Workspace } from './workspace.ts';

export interface ReplayOptions {
  /** Grows by what the steps ask for. */
  readonly extensions?: Set<string>;
  /** Where it may begin instead of at the start. */
  readonly checkpoints?: readonly Checkpoint[];
  /** Called after each step. */
  readonly onStep?: (done: number) => void;
}

/** @param position how many steps. */
export async function replay(
  journal: Journal,
  position: number,
  servers: Servers,
  host: WorkspaceHost,
  { extensions = new Set(), checkpoints = [], onStep = () => {} }: ReplayOptions = {},
): Promise<Workspace> {
  for (const name of journal.machine.extensions ?? []) extensions.add(name);
  const steps = journal.steps.slice(0, position);
  for (;;) {
    const checkpoint = bestCheckpoint(checkpoints, journal, steps);
    const workspace = await begin(journal, servers, host, [...extensions], checkpoint);
    try {
      for (const step of steps.slice(workspace.results.length)) {
        await workspace.do(step);
        onStep(workspace.results.length);
      }
      return workspace;
    } catch (error) {
      // With each turn there is more: names that PGlite ships, or all of the engine. This ends.
      if (error instanceof PartMissing && host.parts) await host.parts.all();
      else if (error instanceof MissingExtension) extensions.add(error.extension);
      else throw error;
    }
  }
}

/** From the checkpoint, or, where that fails for any reason, from the journal's start. */
async function begin(
  journal: Journal,
  servers: Servers,
  host: WorkspaceHost,
  extensions: readonly string[],
  checkpoint: Checkpoint | undefined,
): Promise<Workspace> {
  const bind = (machine: Parameters<Servers['bind']>[0]) => servers.bind(machine);
  if (checkpoint) {
    try {
      const server = await servers.restore(checkpoint.server, extensions);
      return newWorkspace(journal, server, host, bind, checkpoint.workspace);
    } catch {
      // A cache that cannot be used is no loss.
    }
  }
  return newWorkspace(journal, await servers.empty(extensions), host, bind);
}
