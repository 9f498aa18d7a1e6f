/** Builds the workspace that the first steps of a journal give. */
import type { Journal } from './journal.ts';
import type { Servers } from './servers.ts';
import { MissingExtension, newWorkspace, type Workspace, type WorkspaceHost } from './workspace.ts';

/**
 * @param position how many steps.
 * @param extensions grows by what the steps ask for.
 * @param onStep called after each.
 */
export async function replay(
  journal: Journal,
  position: number,
  servers: Servers,
  host: WorkspaceHost,
  extensions: Set<string>,
  onStep: (done: number) => void = () => {},
): Promise<Workspace> {
  for (const name of journal.machine.extensions ?? []) extensions.add(name);
  for (;;) {
    const server = await servers.empty([...extensions]);
    const workspace = newWorkspace(journal, server, host, (machine) => servers.bind(machine));
    try {
      for (const step of journal.steps.slice(0, position)) {
        await workspace.do(step);
        onStep(workspace.results.length);
      }
      return workspace;
    } catch (error) {
      // The set grows with each turn and only names that PGlite ships get in: this ends.
      if (!(error instanceof MissingExtension)) throw error;
      extensions.add(error.extension);
    }
  }
}
