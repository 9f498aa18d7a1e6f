/** What of the engine opening a workspace does not run: asked of a process of its own, and kept until something of it changes. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Unplayed } from './seldom.ts';

type Found = Readonly<Record<string, Unplayed>>;

const MOST_OUTPUT = 1 << 26;
/** What the answer depends on. */
const READ = ['src/engine', 'src/session', 'src/lessons', 'src/database', 'src/build/parts', 'content'];

let asked: Promise<Found> | undefined;

/** @param root the project's folder. @returns for each file below src/engine @throws what playing the lessons throws */
export function unplayedFunctions(root: string): Promise<Found> {
  asked ??= kept(root);
  return asked;
}

async function kept(root: string): Promise<Found> {
  const folder = join(root, 'node_modules/.cache/unplayed');
  const file = join(folder, `${fingerprint(root)}.json`);
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, await play(root));
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Found;
}

async function play(root: string): Promise<string> {
  const program = join(root, 'src/build/parts/played.ts');
  const args = ['--experimental-strip-types', '--no-warnings', program];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root, maxBuffer: MOST_OUTPUT });
  return stdout;
}

function fingerprint(root: string): string {
  const hash = createHash('sha256');
  for (const folder of READ) {
    for (const path of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).sort()) {
      const file = join(root, folder, path);
      if (!/\.(ts|yaml|py|ini|mako|toml|json|cfg)$/.test(path) || !statSync(file).isFile()) continue;
      hash.update(path).update('\0').update(readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex').slice(0, 20);
}
