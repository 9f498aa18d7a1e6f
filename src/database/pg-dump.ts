/** pg_dump beside PGlite. It is asynchronous and leaves the session in a read-only transaction, which is undone here. */
import type { PGlite } from '@electric-sql/pglite';

/** @returns what pg_dump writes. */
export async function pgDump(pg: PGlite, args: readonly string[]): Promise<string> {
  const tool = await import('@electric-sql/pglite-tools/pg_dump');
  try {
    const file = await tool.pgDump({ pg, args: [...args] });
    return await file.text();
  } finally {
    await pg.exec('rollback');
    await pg.exec('discard all');
  }
}
