/** A session's platform in Node: threads, storage in memory, a clock that the test turns. */
import { Worker } from 'node:worker_threads';
import type { Platform } from '../../../src/session/page/platform.ts';
import type { Checkpoint } from '../../../src/session/storage/checkpoint.ts';
import { checkStored, type SaveResult, type Stored } from '../../../src/session/storage/storage.ts';

export interface TestPlatform extends Platform {
  readonly kept: Map<string, unknown>;
  /** What the next save answers. */
  saveResult: SaveResult;
  /** Threads started so far. */
  started: number;
  /** Ends the present thread as a crash would. */
  kill(): void;
}

export function threadPlatform(locks?: Platform['locks'], kept = new Map<string, unknown>()): TestPlatform {
  let clock = 1_768_469_400_000;
  let present: Worker | undefined;
  const checkpoints = new Map<string, Checkpoint>();
  const keys = new Map<string, string>();
  const platform: TestPlatform = {
    kept,
    saveResult: { kind: 'saved' },
    started: 0,
    kill: () => void present?.terminate(),
    locks,
    now: () => {
      clock += 1000;
      return clock;
    },
    keyOfTab: (key) => keys.get(key) ?? key,
    newKeyForTab(key) {
      keys.set(key, `${key}~copy`);
      return `${key}~copy`;
    },
    startWorker(onAnswer, onDeath) {
      platform.started += 1;
      const worker = new Worker(new URL('thread.ts', import.meta.url));
      present = worker;
      let ended = false;
      worker.on('message', (answer: Parameters<typeof onAnswer>[0]) => ended || onAnswer(answer));
      worker.on('error', (error) => ended || onDeath(String(error)));
      worker.on('exit', (code) => ended || onDeath(`exit ${code}`));
      return {
        post: (request) => worker.postMessage(request),
        end: () => {
          ended = true;
          void worker.terminate();
        },
      };
    },
    storage: {
      async load(key) {
        const value = kept.get(key);
        if (value === undefined) return { kind: 'nothing' };
        try {
          return { kind: 'loaded', stored: checkStored(structuredClone(value)) };
        } catch (error) {
          return { kind: 'damaged', reason: String(error) };
        }
      },
      async save(key, stored: Stored) {
        if (platform.saveResult.kind === 'saved') kept.set(key, structuredClone(stored));
        return platform.saveResult;
      },
      async remove(key) {
        kept.delete(key);
      },
      loadCheckpoint: async (key) => checkpoints.get(key),
      saveCheckpoint: async (key, checkpoint) => void checkpoints.set(key, checkpoint),
    },
  };
  return platform;
}
