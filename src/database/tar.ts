/** Plain tar archives, as far as a data directory needs them (ustar: names up to 100 characters, files and folders). */

export interface TarEntry {
  readonly name: string;
  readonly isFolder: boolean;
  readonly data: Uint8Array;
}

const BLOCK = 512;

/** The entries' data are views into the archive. */
export function readTar(archive: Uint8Array): TarEntry[] {
  const text = new TextDecoder();
  const entries: TarEntry[] = [];
  for (let at = 0; at + BLOCK <= archive.length && archive[at] !== 0; ) {
    const header = archive.subarray(at, at + BLOCK);
    const field = (from: number, length: number) =>
      text.decode(header.subarray(from, from + length)).replace(/\0[\s\S]*$/, '');
    const size = Number.parseInt(field(124, 12).trim() || '0', 8);
    const data = archive.subarray(at + BLOCK, at + BLOCK + size);
    entries.push({ name: field(0, 100), isFolder: field(156, 1) === '5', data });
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return entries;
}

/** Every file gets the same time, so that equal contents give equal archives. */
export function writeTar(entries: readonly TarEntry[]): Uint8Array<ArrayBuffer> {
  const sizes = entries.map((entry) => BLOCK + Math.ceil(entry.data.length / BLOCK) * BLOCK);
  const archive = new Uint8Array(sizes.reduce((sum, size) => sum + size, 2 * BLOCK));
  let at = 0;
  entries.forEach((entry, i) => {
    writeHeader(archive.subarray(at, at + BLOCK), entry);
    archive.set(entry.data, at + BLOCK);
    at += sizes[i]!;
  });
  return archive;
}

function writeHeader(header: Uint8Array, entry: TarEntry): void {
  const put = (from: number, value: string) => header.set(new TextEncoder().encode(value), from);
  const octal = (value: number, length: number) => `${value.toString(8).padStart(length - 1, '0')}\0`;
  put(0, entry.name);
  put(100, octal(entry.isFolder ? 0o700 : 0o600, 8));
  put(108, octal(0, 8));
  put(116, octal(0, 8));
  put(124, octal(entry.data.length, 12));
  put(136, octal(1_700_000_000, 12));
  put(148, '        ');
  put(156, entry.isFolder ? '5' : '0');
  put(257, 'ustar\x0000');
  const sum = header.reduce((total, byte) => total + byte, 0);
  put(148, `${octal(sum, 7)} `);
}
