/** Where the write-ahead log of a data directory begins and ends, read from PostgreSQL's ControlFileData. Segments are 1 MB here. */

const SEGMENT = 1 << 20;
const PAGE = 8192;

/** Names of WAL segments below the data directory. */
export const isWal = (name: string): boolean => /^\/pg_wal\/[0-9A-F]{24}$/.test(name);

export interface LastCheckpoint {
  readonly shutDown: boolean;
  /** Name of the first segment that a start must read. */
  readonly segment: string;
  /** After a shutdown only its header and what lies between these two offsets are ever read. */
  readonly start: number;
  readonly end: number;
}

/** A segment's own header: its number, size and the system that it belongs to. */
const HEADER = 40;

/** Blanks out what a start after a shutdown does not read. */
export function blankSegment(segment: Uint8Array, { start, end }: LastCheckpoint): void {
  if (start > HEADER) segment.fill(0, HEADER, start);
  segment.fill(0, end);
}

/** @param control the file global/pg_control. */
export function lastCheckpoint(control: Uint8Array): LastCheckpoint {
  const view = new DataView(control.buffer, control.byteOffset);
  const redo = view.getBigUint64(40, true);
  const number = Number(redo / BigInt(SEGMENT));
  const hex = (value: number) => value.toString(16).toUpperCase().padStart(8, '0');
  const inSegment = Number(redo % BigInt(SEGMENT));
  return {
    shutDown: view.getUint32(16, true) === 1,
    segment: `${hex(1)}${hex(Math.floor(number / 4096))}${hex(number % 4096)}`,
    start: Math.floor(inSegment / PAGE) * PAGE,
    end: Math.min(SEGMENT, (Math.floor(inSegment / PAGE) + 2) * PAGE),
  };
}
