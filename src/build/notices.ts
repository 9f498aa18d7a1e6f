/**
 * Writes dist/notices.txt: name, version and licence text of every package whose code or fonts the site ships.
 * Usage: node src/build/notices.ts. What ships is what package.json lists under `dependencies`, with what those need.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

function manifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}

function shipped(): Manifest[] {
  const found = new Map<string, Manifest>();
  const queue = Object.keys(manifest(ROOT).dependencies ?? {});
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const folder = join(ROOT, 'node_modules', name);
    if (found.has(name) || !existsSync(join(folder, 'package.json'))) continue;
    const own = manifest(folder);
    found.set(name, own);
    queue.push(...Object.keys(own.dependencies ?? {}));
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function licenceText(name: string): string {
  const folder = join(ROOT, 'node_modules', name);
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|notice|copying)/i.test(file));
  return files.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n');
}

const parts = shipped().map(
  (own) => `${own.name} ${own.version} (${own.license ?? 'see below'})\n\n${licenceText(own.name)}`,
);
writeFileSync(join(ROOT, 'dist', 'notices.txt'), `${parts.join(`\n\n${'-'.repeat(72)}\n\n`)}\n`);
console.log(`notices for ${parts.length} packages`);
