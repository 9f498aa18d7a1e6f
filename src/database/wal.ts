/** Where the write-ahead log of a data directory begins and ends, read from PostgreSQL's ControlFileData. Segments are 1 MB here. */

export const SEGMENT = 1 << 20;
const PAGE = 8192;

/** Names of WAL segments below the data directory. */
export const isWal = (name: string): boolean => /^\/pg_wal\/[0-9A-F]{24}$/.test(name);

export interface LastCheckpoint {
  readonly shutDown: boolean;
  /** Name of the first segment that a start must read. */
  readonly segment: string;
  /** From here on that segment holds nothing. Only after a shutdown. */
  readonly end: number;
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
    end: Math.min(SEGMENT, (Math.floor(inSegment / PAGE) + 2) * PAGE),
  };
}
