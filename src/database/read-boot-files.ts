/** The server's files from the disk, for Node: tests, benchmarks, lesson checks. */
import { existsSync, readFileSync } from 'node:fs';
import type { BootFiles } from './boot.ts';

const POSTGRES = new URL('../../node_modules/@electric-sql/pglite/dist/pglite.wasm', import.meta.url);
const BUNDLE = new URL('snapshot/bundle.data', import.meta.url);
const SNAPSHOT = new URL('snapshot/base.tar', import.meta.url);
const ICU = new URL('snapshot/icu.tar', import.meta.url);

/** undefined where the build has not made them. */
export async function readBootFiles(): Promise<BootFiles | undefined> {
  if (!existsSync(SNAPSHOT) || !existsSync(BUNDLE)) return undefined;
  return {
    postgres: await WebAssembly.compile(new Uint8Array(readFileSync(POSTGRES))),
    bundle: new Blob([new Uint8Array(readFileSync(BUNDLE))]),
    snapshot: new Blob([new Uint8Array(readFileSync(SNAPSHOT))]),
    icu: async () => new Blob([new Uint8Array(readFileSync(ICU))]),
  };
}
