/** Files of starting projects, read from `content` at build time. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** @param root the project's folder, where `content` lies. @returns path to text. */
export function worldFiles(root: string, world: string): Record<string, string> {
  return filesBelow(join(root, 'content', 'worlds', world));
}

/** What every world of the playground has beside its own: its packages and its database's container. */
export const playFiles = (root: string): Record<string, string> => filesBelow(join(root, 'content', 'play'));

/** Every file below a folder, by its path in it; none where there is no such folder. */
export function filesBelow(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [relative(folder, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')];
    }),
  );
}
