/** How a session's workspace is kept in the browser, and to which tab it belongs. */
import { holdWorkspace } from '../storage/lock.ts';
import { change, type Held, inTurn, say } from './held.ts';
import { rebuild } from './reach.ts';
import { refused } from './words.ts';

/** Stores the workspace, where it is stored at all; what goes wrong is said, and the session goes on in memory. */
export async function save(held: Held): Promise<void> {
  if (held.state.storage !== 'kept') return;
  const result = await held.platform.storage.save(held.key, held.stored);
  if (result.kind === 'saved') return;
  change(held, { storage: 'memory' });
  say(held, result.kind === 'full' ? { kind: 'storage-full' } : refused(result.reason));
}

async function load(held: Held): Promise<void> {
  const result = await held.platform.storage.load(held.key);
  if (result.kind === 'loaded') held.stored = result.stored;
  if (result.kind === 'damaged') say(held, { kind: 'stored-work-damaged', reason: result.reason });
  if (result.kind === 'refused') say(held, refused(result.reason));
  change(held, { ...held.stored, storage: result.kind === 'refused' ? 'memory' : 'kept' });
}

/** The session's first turn: finds the work that is stored, and builds the workspace. */
export async function start(held: Held): Promise<void> {
  const { locks } = held.platform;
  held.hold = await holdWorkspace(locks, held.key, () => void inTurn(held, () => takeOver(held)));
  await load(held);
  // Where nothing is stored, two tabs cannot overwrite each other.
  if (!held.hold.held && held.state.storage === 'kept') change(held, { storage: 'elsewhere' });
  await rebuild(held);
}

/** The other tab is gone: what it left is ours now. */
async function takeOver(held: Held): Promise<void> {
  if (held.closed) return;
  await load(held);
  await rebuild(held);
}

/** A copy for this tab, where another one holds the workspace. */
export async function takeCopy(held: Held): Promise<void> {
  if (held.state.storage !== 'elsewhere') return;
  held.hold?.release();
  held.key = held.platform.newKeyForTab(held.options.key);
  held.hold = await holdWorkspace(held.platform.locks, held.key, () => {});
  change(held, { storage: 'kept' });
  await save(held);
}
