/** Reads a project that a visitor brings: a folder, a zip, loose files. Everything stays in the page, and everything has a bound. */
import { unzipSync } from 'fflate';
import { isPlainPath, LIMITS } from '../session/journal/journal-format.ts';

export interface BroughtProject {
  /** Path from the project's own folder, to text. */
  readonly files: Readonly<Record<string, string>>;
  readonly leftOut: readonly LeftOut[];
}

export interface LeftOut {
  readonly path: string;
  readonly why: 'binary' | 'large' | 'ignored' | 'outside' | 'name';
}

export class ProjectRefused extends Error {
  readonly problem: 'empty' | 'too-many' | 'too-large' | 'not-zip' | 'failed';
  constructor(problem: ProjectRefused['problem']) {
    super(problem);
    this.name = 'ProjectRefused';
    this.problem = problem;
  }
}

/** A file that is there to be read. */
export interface Entry {
  readonly path: string;
  readonly size: number;
  read(): Promise<Uint8Array>;
}

/** More files than this are not even looked at. */
const MOST_ENTRIES = 20_000;
const LARGEST_ZIP = 64_000_000;

const IGNORED =
  /(^|\/)(\.git|\.hg|\.svn|node_modules|__pycache__|\.?venv|site-packages|\.tox|\.nox|\.idea|\.vscode|\.[a-z]+_cache|__MACOSX)(\/|$)|\.pyc$|\.DS_Store$/;

/** @throws ProjectRefused */
export async function readProject(entries: readonly Entry[]): Promise<BroughtProject> {
  const leftOut: LeftOut[] = [];
  const texts = new Map<string, string>();
  let size = 0;
  for (const entry of entries) {
    if (IGNORED.test(entry.path)) {
      // A virtual environment has thousands of them: its name says enough.
      const folder = IGNORED.exec(entry.path)![0];
      const path = entry.path.slice(0, entry.path.indexOf(folder) + folder.length);
      if (!leftOut.some((one) => one.path === path)) leftOut.push({ path, why: 'ignored' });
      continue;
    }
    const read = await readEntry(entry);
    if ('why' in read) leftOut.push(read);
    else {
      texts.set(entry.path, read.text);
      size += read.text.length;
    }
    if (texts.size > LIMITS.files) throw new ProjectRefused('too-many');
    if (size > LIMITS.text) throw new ProjectRefused('too-large');
  }
  if (texts.size === 0) throw new ProjectRefused('empty');
  return inProject(texts, leftOut);
}

async function readEntry({ path, size, read }: Entry): Promise<LeftOut | { readonly text: string }> {
  if (!isPlainPath(path) || path.length > LIMITS.path) return { path, why: 'name' };
  if (size > LIMITS.fileText) return { path, why: 'large' };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await read());
    return text.includes('\u0000') ? { path, why: 'binary' } : { text: text.replaceAll('\r\n', '\n') };
  } catch {
    return { path, why: 'binary' };
  }
}

/** Paths from the folder that holds Alembic's settings; dumps that lie elsewhere come along. */
function inProject(texts: ReadonlyMap<string, string>, leftOut: readonly LeftOut[]): BroughtProject {
  const root = rootOf(texts);
  const files: [string, string][] = [];
  const outside: LeftOut[] = [];
  for (const [path, text] of texts) {
    if (path.startsWith(root)) files.push([path.slice(root.length), text]);
    else if (path.endsWith('.sql')) files.push([path.slice(path.lastIndexOf('/') + 1), text]);
    else outside.push({ path, why: 'outside' });
  }
  files.sort(([a], [b]) => (a < b ? -1 : 1));
  return { files: Object.fromEntries(files), leftOut: [...leftOut, ...outside] };
}

/** The folder of the uppermost alembic.ini, or of a pyproject.toml that speaks of Alembic, or the one that holds everything. */
function rootOf(texts: ReadonlyMap<string, string>): string {
  const depth = (path: string) => path.split('/').length;
  const upper = (paths: string[]) => paths.sort((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1))[0];
  const named = (name: string) =>
    [...texts.keys()].filter((path) => path === name || path.endsWith(`/${name}`));
  const settings =
    upper(named('alembic.ini')) ??
    upper(named('pyproject.toml').filter((path) => /^\[tool\.alembic/m.test(texts.get(path)!)));
  if (settings !== undefined) return settings.slice(0, settings.lastIndexOf('/') + 1);
  const [first = '', ...others] = [...texts.keys()].filter((path) => !path.endsWith('.sql'));
  const top = first.slice(0, first.indexOf('/') + 1);
  return others.every((path) => path.startsWith(top)) ? top : '';
}

/** @throws ProjectRefused */
function zipEntries(bytes: Uint8Array): Entry[] {
  if (bytes.length > LARGEST_ZIP) throw new ProjectRefused('too-large');
  const wanted: { name: string; originalSize: number }[] = [];
  let unpacked: Record<string, Uint8Array>;
  let total = 0;
  try {
    unpacked = unzipSync(bytes, {
      // What is too large is named, never unpacked: a small zip must not fill the memory.
      filter({ name, originalSize }) {
        if (name.endsWith('/')) return false;
        wanted.push({ name, originalSize });
        if (wanted.length > MOST_ENTRIES) throw new ProjectRefused('too-many');
        if (IGNORED.test(name) || originalSize > LIMITS.fileText) return false;
        total += originalSize;
        if (total > 2 * LIMITS.text) throw new ProjectRefused('too-large');
        return true;
      },
    });
  } catch (error) {
    throw error instanceof ProjectRefused ? error : new ProjectRefused('not-zip');
  }
  return wanted.map(({ name, originalSize }) => ({
    path: name,
    size: originalSize,
    read: async () => (Object.hasOwn(unpacked, name) ? unpacked[name]! : new Uint8Array()),
  }));
}

const fileEntry = (file: File, path: string): Entry => ({
  path,
  size: file.size,
  read: async () => new Uint8Array(await file.arrayBuffer()),
});

/** Of an `<input type="file">`, with folders where the browser tells them. */
export async function entriesOfFiles(files: Iterable<File>): Promise<Entry[]> {
  const all: Entry[] = [];
  for (const file of files) {
    if (file.name.endsWith('.zip')) all.push(...zipEntries(new Uint8Array(await file.arrayBuffer())));
    else all.push(fileEntry(file, file.webkitRelativePath || file.name));
    if (all.length > MOST_ENTRIES) throw new ProjectRefused('too-many');
  }
  return all;
}

/** Of what was dropped: folders are walked through. The items are gone after the event, so they are taken at once. */
export async function entriesOfDrop(dropped: DataTransfer): Promise<Entry[]> {
  const loose = [...dropped.files];
  const roots = [...dropped.items].map((item) => item.webkitGetAsEntry?.() ?? null);
  const folders = roots.filter((one) => one?.isDirectory === true) as FileSystemDirectoryEntry[];
  const names = new Set(folders.map(({ name }) => name));
  const all = await entriesOfFiles(loose.filter(({ name }) => !names.has(name)));
  for (const folder of folders) await walk(folder, all);
  return all;
}

async function walk(folder: FileSystemDirectoryEntry, all: Entry[]): Promise<void> {
  const reader = folder.createReader();
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return;
    for (const one of some) {
      const path = one.fullPath.replace(/^\//, '');
      if (all.length > MOST_ENTRIES) throw new ProjectRefused('too-many');
      if (one.isFile) {
        const file = await new Promise<File>((resolve, reject) =>
          (one as FileSystemFileEntry).file(resolve, reject),
        );
        all.push(fileEntry(file, path));
      } else if (IGNORED.test(path))
        all.push({ path: `${path}/`, size: 0, read: async () => new Uint8Array() });
      else await walk(one as FileSystemDirectoryEntry, all);
    }
  }
}
