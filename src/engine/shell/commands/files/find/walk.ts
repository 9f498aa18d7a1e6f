/** Folders, walked in the order of names. */
import type { Need } from '../../../program.ts';
import type { Entry, Reader, Test, Walk } from './reader.ts';

/** Tests an entry, and what is below it, in the order of names; with `-depth` the folder last. */
export function* visit(walk: Walk, reader: Reader, test: Test, entry: Entry): Generator<Need, void, unknown> {
  const { call } = walk;
  const { files } = call.machine;
  const look = function* (): Generator<Need, void, unknown> {
    if (entry.depth < reader.least || walk.quit) return;
    if ((yield* test(entry, walk)) && !reader.acts) call.stdout.write(`${entry.shown}\n`);
  };
  walk.prune = false;
  if (!reader.depthFirst) yield* look();
  const pruned = walk.prune;
  if (!pruned && entry.depth < reader.most && files.isDirectory(entry.path)) {
    for (const name of files.list(entry.path) ?? []) {
      if (walk.quit) return;
      const shown = entry.shown.endsWith('/') ? entry.shown + name : `${entry.shown}/${name}`;
      yield* visit(walk, reader, test, {
        shown,
        path: entry.path === '/' ? `/${name}` : `${entry.path}/${name}`,
        depth: entry.depth + 1,
      });
    }
  }
  if (reader.depthFirst) yield* look();
}
