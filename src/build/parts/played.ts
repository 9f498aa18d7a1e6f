/**
 * `node played.ts`: opens each world as the page would, types into a model, and prints as JSON which functions of the engine did not run,
 * and which branches of those that did: for each file below src/engine where they start and end. Types are stripped without moving
 * anything, so V8's places are those of the text that is cut.
 */

import { readFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'vite';
import { type Parse, read } from './plan.ts';
import type { Unplayed } from './seldom.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const ENGINE = new URL('../../engine/', import.meta.url).href;

/** Opened, looked at, and its models edited as its solution edits them. */
const LESSON = 'workflow/add-columns';
/** One in each other world, opened and looked at. */
const OPENED = ['set-up/start-from-nothing', 'operations/team-of-two'];

/** The engine runs as it is cut. */
function loadAsCut(): void {
  registerHooks({
    load(url, context, next) {
      if (!url.startsWith(ENGINE)) return next(url, context);
      const { code } = read(readFileSync(fileURLToPath(url), 'utf8'), parseAst as Parse);
      return { format: 'module', source: stripTypeScriptTypes(code), shortCircuit: true };
    },
  });
}

async function playAll(): Promise<void> {
  const { readBootFiles } = await import('../../database/read-boot-files.ts');
  const { engine } = await import('../../engine/index.ts');
  const { isAction, stepsFrom } = await import('../../lessons/actions.ts');
  const { lessonSolution, lessonStart } = await import('../../lessons/files/lesson-files.ts');
  const { fulfilNeed } = await import('../../session/workspace/needs.ts');
  const { replay } = await import('../../session/workspace/replay.ts');
  const { newServers } = await import('../../session/workspace/servers.ts');
  const boot = readBootFiles();
  const servers = newServers(() => boot);
  const fulfil = (
    need: Parameters<typeof fulfilNeed>[0],
    machine: Parameters<typeof fulfilNeed>[1]['machine'],
  ) => fulfilNeed(need, { machine, dump: servers.dump });
  const open = async (id: string) => {
    const { clock, seed, machine, files, setup } = lessonStart(ROOT, id);
    const before = id === LESSON ? stepsFrom(setup, clock) : [];
    const journal = { version: 1, seed, start: files, machine, steps: before } as const;
    const workspace = await replay(journal, before.length, servers, { engine, fulfil });
    workspace.snapshot();
    workspace.drift({}, true);
    return workspace;
  };
  for (const id of OPENED) await open(id);
  const workspace = await open(LESSON);
  for (const { action } of lessonSolution(ROOT, LESSON))
    if (isAction(action) && action.do === 'write') workspace.drift({ [action.path]: action.text }, true);
}

const placeOf = ({ startOffset, endOffset }: { startOffset: number; endOffset: number }) =>
  [startOffset, endOffset] as const;

async function main(): Promise<void> {
  loadAsCut();
  const inspector = new Session();
  inspector.connect();
  await inspector.post('Profiler.enable');
  await inspector.post('Profiler.startPreciseCoverage', { callCount: false, detailed: true });
  await playAll();
  const { result } = await inspector.post('Profiler.takePreciseCoverage');
  const unplayed: Record<string, Unplayed> = {};
  for (const { url, functions } of result) {
    if (!url.startsWith(ENGINE)) continue;
    const ran = functions.filter(({ ranges }) => ranges[0]!.count > 0);
    const unrun = functions.filter(({ ranges }) => ranges[0]!.count === 0);
    unplayed[url.slice(ENGINE.length)] = {
      functions: unrun.map(({ ranges }) => placeOf(ranges[0]!)),
      blocks: ran.flatMap(({ ranges }) =>
        ranges
          .slice(1)
          .filter(({ count }) => count === 0)
          .map(placeOf),
      ),
    };
  }
  process.stdout.write(JSON.stringify(unplayed), () => process.exit(0));
}

await main();
