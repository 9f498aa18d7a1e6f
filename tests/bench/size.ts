/** How much code the engine is: bundled alone as the worker gets it, minified, compressed. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { printTable } from './measure.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const ENGINE = 'src/engine/';
const LARGEST = 12;

interface Metafile {
  readonly outputs: Readonly<
    Record<string, { readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>> }>
  >;
}

/** Bytes of each file in the minified bundle, and of all of it before and after compression. */
function bundle(): {
  readonly files: readonly (readonly [string, number])[];
  minified: number;
  brotli: number;
} {
  const folder = mkdtempSync(join(tmpdir(), 'size-'));
  const meta = join(folder, 'meta.json');
  const options = ['--bundle', '--minify', '--format=esm', '--target=es2022', `--metafile=${meta}`];
  const program = join(ROOT, 'node_modules/.bin/esbuild');
  const args = [
    `${ENGINE}index.ts`,
    ...options,
    '--log-level=error',
    `--outfile=${join(folder, 'engine.js')}`,
  ];
  execFileSync(program, args, { cwd: ROOT });
  const code = readFileSync(join(folder, 'engine.js'));
  const [output] = Object.values((JSON.parse(readFileSync(meta, 'utf8')) as Metafile).outputs);
  rmSync(folder, { recursive: true });
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 };
  return {
    files: Object.entries(output!.inputs).map(([file, { bytesInOutput }]) => [file, bytesInOutput] as const),
    minified: code.length,
    brotli: brotliCompressSync(code, { params }).length,
  };
}

/** The room of a file; `modules` is large, and shown by its folders. */
function roomOf(file: string): string {
  if (!file.startsWith(ENGINE)) return file.startsWith('src/') ? file.split('/')[1]! : 'packages';
  const [room, inner, ...rest] = file.slice(ENGINE.length).split('/');
  return room === 'modules' && rest.length > 0 ? `${room}/${inner}` : room!;
}

const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);

export function benchSize(): void {
  const { files, minified, brotli } = bundle();
  const rooms = new Map<string, number>();
  for (const [file, bytes] of files) rooms.set(roomOf(file), (rooms.get(roomOf(file)) ?? 0) + bytes);
  const largest = (sizes: Iterable<readonly [string, number]>) =>
    [...sizes].sort((a, b) => b[1] - a[1]).slice(0, LARGEST);
  printTable(
    'The engine alone, in kB (wanted: 150 after Brotli)',
    ['', 'minified', 'Brotli'],
    [
      ['all', kilobytes(minified), kilobytes(brotli)],
      ...largest(rooms).map(([name, bytes]) => [name, kilobytes(bytes), '']),
      ...largest(files).map(([name, bytes]) => [`  ${name.replace(ENGINE, '')}`, kilobytes(bytes), '']),
    ],
  );
}
