/** Replays a journal with an engine that is cut into parts, and says which of them came. `cut-engine.ts` bundles it. */
import { parentPort, workerData } from 'node:worker_threads';
import { readBootFiles } from '../../../../src/database/read-boot-files.ts';
import { engine } from '../../../../src/engine/index.ts';
import type { PartName } from '../../../../src/engine/parts.ts';
import type { Journal } from '../../../../src/session/journal/journal.ts';
import { PART_SOURCES } from '../../../../src/session/worker/fetch-parts.ts';
import { fulfilNeed } from '../../../../src/session/workspace/needs.ts';
import { newParts } from '../../../../src/session/workspace/parts.ts';
import { replay } from '../../../../src/session/workspace/replay.ts';
import { newServers } from '../../../../src/session/workspace/servers.ts';

const came: PartName[] = [];
let replays = 0;
const sources = Object.fromEntries(
  Object.entries(PART_SOURCES).map(([part, bring]) => [
    part,
    () => {
      came.push(part as PartName);
      return bring();
    },
  ]),
);
const journal = workerData as Journal;
const boot = readBootFiles();
const servers = newServers(() => boot);
const workspace = await replay(journal, journal.steps.length, servers, {
  engine: {
    ...engine,
    openTerminal(machine, state) {
      replays += 1;
      return engine.openTerminal(machine, state as Parameters<typeof engine.openTerminal>[1]);
    },
  },
  parts: newParts(sources),
  fulfil: (need, machine) => fulfilNeed(need, { machine, dump: servers.dump }),
});
const results = workspace.results.map(({ exit, output, files, events }) => ({ exit, output, files, events }));
parentPort!.postMessage({ came, replays, results, snapshot: workspace.snapshot() });
