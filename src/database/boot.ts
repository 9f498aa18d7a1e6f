/** Starts PGlite: from the snapshot that the build made where there is one, else from nothing. */
import { type Extensions, PGlite } from '@electric-sql/pglite';

/** Files that the build prepared, so that the server need not be initialised in front of the learner. */
export interface BootFiles {
  readonly postgres: WebAssembly.Module;
  /** PGlite's file bundle: same length, unneeded files zeroed. */
  readonly bundle: Blob;
  /** A data directory as a tar. */
  readonly snapshot: Blob;
  /** ICU's data as a tar, which is not in the bundle. */
  icu(): Promise<Blob>;
}

/** A module without anything in it: PGlite asks for initdb even where a snapshot makes it useless. */
const NO_INITDB = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

/** How much of the log a CHECKPOINT keeps for use again: it lies in memory. */
const SMALL_LOG = ['-c', 'min_wal_size=2MB', '-c', 'max_wal_size=2MB'];

const START = [...PGlite.defaultStartParams, '-c', 'timezone=Etc/UTC', '-c', 'log_timezone=Etc/UTC'];

/**
 * @param files undefined: `initdb` runs, which takes seconds; everything is there then.
 * @param extensions bundles that CREATE EXTENSION shall find.
 * @param withIcu whether collations of ICU shall work.
 */
export async function boot(
  files: BootFiles | undefined,
  extensions: Extensions = {},
  withIcu = false,
): Promise<PGlite> {
  if (!files) return PGlite.create({ startParams: START, extensions });
  return PGlite.create({
    startParams: [...START, ...SMALL_LOG],
    extensions,
    pgliteWasmModule: files.postgres,
    initdbWasmModule: await WebAssembly.compile(NO_INITDB),
    fsBundle: files.bundle,
    loadDataDir: files.snapshot,
    ...(withIcu ? { icuDataDir: await files.icu() } : {}),
  });
}
