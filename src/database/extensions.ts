/** The extensions that PGlite ships and CREATE EXTENSION may ask for, each fetched only then. */
import type { Extensions } from '@electric-sql/pglite';

const BUNDLES: Readonly<Record<string, () => Promise<Extensions>>> = {
  amcheck: async () => ({ amcheck: (await import('@electric-sql/pglite/contrib/amcheck')).amcheck }),
  bloom: async () => ({ bloom: (await import('@electric-sql/pglite/contrib/bloom')).bloom }),
  btree_gin: async () => ({ btree_gin: (await import('@electric-sql/pglite/contrib/btree_gin')).btree_gin }),
  btree_gist: async () => ({
    btree_gist: (await import('@electric-sql/pglite/contrib/btree_gist')).btree_gist,
  }),
  citext: async () => ({ citext: (await import('@electric-sql/pglite/contrib/citext')).citext }),
  cube: async () => ({ cube: (await import('@electric-sql/pglite/contrib/cube')).cube }),
  dict_int: async () => ({ dict_int: (await import('@electric-sql/pglite/contrib/dict_int')).dict_int }),
  earthdistance: async () => ({
    cube: (await import('@electric-sql/pglite/contrib/cube')).cube,
    earthdistance: (await import('@electric-sql/pglite/contrib/earthdistance')).earthdistance,
  }),
  fuzzystrmatch: async () => ({
    fuzzystrmatch: (await import('@electric-sql/pglite/contrib/fuzzystrmatch')).fuzzystrmatch,
  }),
  hstore: async () => ({ hstore: (await import('@electric-sql/pglite/contrib/hstore')).hstore }),
  intarray: async () => ({ intarray: (await import('@electric-sql/pglite/contrib/intarray')).intarray }),
  isn: async () => ({ isn: (await import('@electric-sql/pglite/contrib/isn')).isn }),
  lo: async () => ({ lo: (await import('@electric-sql/pglite/contrib/lo')).lo }),
  ltree: async () => ({ ltree: (await import('@electric-sql/pglite/contrib/ltree')).ltree }),
  moddatetime: async () => ({
    moddatetime: (await import('@electric-sql/pglite/contrib/moddatetime')).moddatetime,
  }),
  pageinspect: async () => ({
    pageinspect: (await import('@electric-sql/pglite/contrib/pageinspect')).pageinspect,
  }),
  pg_trgm: async () => ({ pg_trgm: (await import('@electric-sql/pglite/contrib/pg_trgm')).pg_trgm }),
  pgcrypto: async () => ({ pgcrypto: (await import('@electric-sql/pglite/contrib/pgcrypto')).pgcrypto }),
  seg: async () => ({ seg: (await import('@electric-sql/pglite/contrib/seg')).seg }),
  tablefunc: async () => ({ tablefunc: (await import('@electric-sql/pglite/contrib/tablefunc')).tablefunc }),
  tcn: async () => ({ tcn: (await import('@electric-sql/pglite/contrib/tcn')).tcn }),
  unaccent: async () => ({ unaccent: (await import('@electric-sql/pglite/contrib/unaccent')).unaccent }),
  'uuid-ossp': async () => ({
    'uuid-ossp': (await import('@electric-sql/pglite/contrib/uuid_ossp')).uuid_ossp,
  }),
};

/** Not an extension, but fetched like one: the data behind ICU's collations. */
export const ICU = 'icu';

/** Whether CREATE EXTENSION can have this one. */
export function isShipped(name: string): boolean {
  return name === ICU || Object.hasOwn(BUNDLES, name);
}

/** @throws Error for a name that `isShipped` denies. */
export async function loadExtensions(names: Iterable<string>): Promise<Extensions> {
  const loaded: Extensions = {};
  for (const name of names) {
    if (name === ICU) continue;
    const bundle = BUNDLES[name];
    if (!bundle) throw new Error(`PGlite ships no extension ${name}`);
    Object.assign(loaded, await bundle());
  }
  return loaded;
}
