/** The bookshop's project, played step by step on real servers. */
import { fileURLToPath } from 'node:url';
import { readBootFiles } from '../../../src/database/read-boot-files.ts';
import { engine } from '../../../src/engine/index.ts';
import { worldFiles } from '../../../src/lessons/files/project-files.ts';
import type { Step } from '../../../src/session/journal/journal.ts';
import { replay } from '../../../src/session/workspace/replay.ts';
import { newServers } from '../../../src/session/workspace/servers.ts';
import type { Workspace } from '../../../src/session/workspace/workspace.ts';

export const start = worldFiles(fileURLToPath(new URL('../../../', import.meta.url)), 'bookshop');
export const MODEL = 'app/models/user.py';

const boot = readBootFiles();
export const servers = newServers(() => boot);

let at = 1_768_469_400_000;
const tick = () => {
  at += 1000;
  return at;
};

/** A command, as a step. */
export const run = (line: string): Step => ({ do: 'run', at: tick(), line });

/** SQL of the console, as a step. */
export const sql = (text: string): Step => ({ do: 'sql', at: tick(), sql: text });

/** An edit, as a step. */
export const write = (path: string, text: string): Step => ({ do: 'write', at: tick(), path, text });

/** The workspace after these steps; the one before must be finished. */
export const play = (...steps: Step[]): Promise<Workspace> =>
  replay(
    { version: 1, seed: '0123456789abcdef0123456789abcdef', start, machine: {}, steps },
    steps.length,
    servers,
    { engine, fulfil: () => Promise.reject(new Error('not here')) },
  );
