/**
 * Finds a Chromium for the browser tests, or fetches one through whatever this machine offers.
 * Order: CHROMIUM_PATH, an installed Chromium or Chrome, Playwright's own (already there or downloaded into the clone),
 * Debian's package installed where the user is root, else unpacked into node_modules/.cache.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const CACHE = join(ROOT, 'node_modules', '.cache', 'chromium');
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const FOLDERS = ['/usr/bin', '/usr/local/bin', '/opt/google/chrome', '/snap/bin'];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/**
 * @returns path of a Chromium that starts.
 * @throws Error with advice in one line where none can be had.
 */
export function findBrowser(): string {
  for (const find of [fromEnvironment, installed, playwrights, debianAsRoot, debianUnpacked]) {
    const path = find();
    if (path && starts(path)) return path;
  }
  throw new Error(
    'No Chromium or Chrome was found and none could be fetched: install one, or set CHROMIUM_PATH.',
  );
}

function fromEnvironment(): string | undefined {
  return process.env.CHROMIUM_PATH;
}

function installed(): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...FOLDERS];
  const paths = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...paths, MAC, unpackedBinary()].find(executable);
}

function playwrights(): string | undefined {
  const folder = join(ROOT, 'node_modules', 'playwright-core', '.local-browsers');
  const env = { ...process.env, PLAYWRIGHT_BROWSERS_PATH: '0' };
  if (!existsSync(folder)) {
    console.log('fetching a Chromium with Playwright …');
    spawnSync('npx', ['playwright', 'install', 'chromium-headless-shell'], {
      cwd: ROOT,
      env,
      stdio: 'ignore',
      timeout: 300_000,
    });
  }
  if (!existsSync(folder)) return undefined;
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)(chrome|headless_shell|chrome-headless-shell)$/.test(file))
    .map((file) => join(folder, file))
    .find(executable);
}

function debianAsRoot(): string | undefined {
  if (process.getuid?.() !== 0 || !executable('/usr/bin/apt-get')) return undefined;
  console.log("installing Debian's chromium …");
  const quiet = { stdio: 'ignore', timeout: 600_000 } as const;
  spawnSync('apt-get', ['update', '-qq'], quiet);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet);
  return ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(executable);
}

/** Without root: download Debian's packages and unpack them into the clone. */
function debianUnpacked(): string | undefined {
  if (!executable('/usr/bin/apt-get') || !executable('/usr/bin/dpkg-deb')) return undefined;
  mkdirSync(CACHE, { recursive: true });
  const needed = spawnSync(
    'apt-get',
    ['install', '-qq', '--print-uris', '--no-install-recommends', '-y', 'chromium'],
    {
      encoding: 'utf8',
    },
  );
  const packages = [...(needed.stdout ?? '').matchAll(/^'[^']+' (\S+?)_/gm)].map((match) => match[1]!);
  spawnSync('apt-get', ['download', ...packages], { cwd: CACHE, stdio: 'ignore', timeout: 600_000 });
  for (const file of readdirSync(CACHE).filter((name) => name.endsWith('.deb'))) {
    spawnSync('dpkg-deb', ['-x', file, '.'], { cwd: CACHE, stdio: 'ignore' });
  }
  const libraries = ['usr/lib/x86_64-linux-gnu', 'lib/x86_64-linux-gnu', 'usr/lib/aarch64-linux-gnu'];
  process.env.LD_LIBRARY_PATH = [
    ...libraries.map((folder) => join(CACHE, folder)),
    process.env.LD_LIBRARY_PATH,
  ]
    .filter(Boolean)
    .join(':');
  return unpackedBinary();
}

function unpackedBinary(): string {
  return join(CACHE, 'usr', 'lib', 'chromium', 'chromium');
}

function executable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function starts(path: string): boolean {
  try {
    return /\d+\.\d+/.test(
      execFileSync(path, ['--version', '--no-sandbox'], { encoding: 'utf8', timeout: 30_000 }),
    );
  } catch {
    return false;
  }
}
