/** How much code the engine is: bundled alone and cut into parts as the worker gets it, minified, compressed. */
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { partsPlugin } from '../../src/build/parts/plugin.ts';
import { printTable } from './measure.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url)).replace(/\/$/, '');
const ENGINE = `${ROOT}/src/engine/`;
const ENTRY = 'virtual:engine-alone';
const LARGEST = 12;
/** What the first load may weigh after Brotli, in bytes. */
export const WANTED = 150_000;

/** What Vite puts around an `import(…)` of a page, but not of a worker. */
const PRELOAD = '\0vite/preload-helper.js';

/** What the worker imports of the engine, and what brings the rest. */
const alone = {
  name: 'engine-alone',
  enforce: 'pre',
  resolveId: (id: string) => (id === ENTRY ? `\0${ENTRY}` : undefined),
  load: (id: string) => {
    if (id === PRELOAD) return 'export const __vitePreload = (load) => load();';
    if (id !== `\0${ENTRY}`) return undefined;
    return `import { engine } from '${ROOT}/src/engine/index.ts';
      import { PART_SOURCES } from '${ROOT}/src/session/worker/fetch-parts.ts';
      self.postMessage([engine, PART_SOURCES]);`;
  },
} as const;

async function chunks(): Promise<readonly Rolldown.OutputChunk[]> {
  const made = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    plugins: [alone, partsPlugin(ROOT)],
    build: { write: false, target: 'es2022', modulePreload: false, rolldownOptions: { input: ENTRY } },
  });
  const { output } = (Array.isArray(made) ? made[0] : made) as Rolldown.RolldownOutput;
  return output.filter((one) => one.type === 'chunk');
}

function brotli(code: string): number {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 };
  return brotliCompressSync(code, { params }).length;
}

/** The room of a file; `modules` is large, and shown by its folders. */
function roomOf(file: string): string {
  if (!file.startsWith(ENGINE)) return 'packages';
  const [room, inner, ...rest] = file.slice(ENGINE.length).split('/');
  return room === 'modules' && rest.length > 0 ? `${room}/${inner}` : room!;
}

const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);
const sum = (sizes: readonly number[]) => sizes.reduce((total, size) => total + size, 0);

/** The entry, and what it imports at once. */
function firstOf(made: readonly Rolldown.OutputChunk[]): readonly Rolldown.OutputChunk[] {
  const entry = made.find((one) => one.isEntry)!;
  return [entry, ...made.filter(({ fileName }) => entry.imports.includes(fileName))];
}

const weightOf = (list: readonly Rolldown.OutputChunk[]) => sum(list.map(({ code }) => brotli(code)));

/** @returns what the first load weighs after Brotli, in bytes */
export const firstLoadSize = async (): Promise<number> => weightOf(firstOf(await chunks()));

export async function benchSize(): Promise<void> {
  const made = await chunks();
  const first = firstOf(made);
  const later = made.filter((one) => !first.includes(one));
  const row = (name: string, list: readonly Rolldown.OutputChunk[]) => [
    name,
    kilobytes(sum(list.map(({ code }) => Buffer.byteLength(code)))),
    kilobytes(weightOf(list)),
  ];
  const weight = weightOf(first);
  const verdict = weight <= WANTED ? 'met' : `not met: ${kilobytes(weight - WANTED)} kB too much`;
  const rooms = new Map<string, number>();
  const files: [string, number][] = [];
  for (const [id, { renderedLength }] of first.flatMap(({ modules }) => Object.entries(modules))) {
    rooms.set(roomOf(id), (rooms.get(roomOf(id)) ?? 0) + renderedLength);
    files.push([id.replace(ENGINE, ''), renderedLength]);
  }
  const largest = (sizes: Iterable<readonly [string, number]>) =>
    [...sizes]
      .sort((a, b) => b[1] - a[1])
      .slice(0, LARGEST)
      .map(([name, bytes]) => [`  ${name}`, kilobytes(bytes), '']);
  printTable(
    `The engine alone, in kB (wanted: first load within ${WANTED / 1000} after Brotli, ${verdict})`,
    ['', 'minified', 'Brotli'],
    [row('first load', first), ...later.map((one) => row(one.name, [one])), row('all', made)],
  );
  printTable(
    'What the first load holds, in kB before it is minified',
    ['', '', ''],
    [...largest(rooms), ...largest(files)],
  );
}
