/** The engine's entry, or, in a tree where it is not built yet, one that knows no command. */
import { existsSync } from 'node:fs';
import type { RunArgv } from './play.ts';

const ENTRY = new URL('../../src/engine/index.ts', import.meta.url);

const none: RunArgv = (_machine, argv) => ({
  exit: 127,
  stdout: '',
  stderr: `${argv[0]}: command not found\n`,
});

export async function loadEngine(): Promise<RunArgv> {
  if (!existsSync(ENTRY)) return none;
  return ((await import(ENTRY.href)) as { runArgv: RunArgv }).runArgv;
}
