/** The files that a lesson starts with: its world's, with the lesson's own `start/` laid over them. Read at build time. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/**
 * @param root the project's folder, where `content` lies.
 * @returns path to text, sorted by path.
 */
export function projectFiles(root: string, world: string, lesson: string): Record<string, string> {
  const files = {
    ...filesBelow(join(root, 'content', 'worlds', world)),
    ...filesBelow(join(root, 'content', 'lessons', lesson, 'start')),
  };
  return Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function filesBelow(folder: string): Record<string, string> {
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
