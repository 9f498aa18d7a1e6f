/** Writes plain tar archives (ustar: names up to 100 characters, files and folders). */

export interface TarEntry {
  readonly name: string;
  readonly isFolder: boolean;
  readonly data: Uint8Array;
}

const BLOCK = 512;
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
  put(
    148,
    `${octal(
      header.reduce((sum, byte) => sum + byte, 0),
      7,
    )} `,
  );
}
