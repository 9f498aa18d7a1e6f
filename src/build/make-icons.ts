/**
 * Writes src/styles/icons.ts: the shapes of the lucide icons that the site uses, as data. Pages turn them into SVG at build time, the
 * workbench into Preact nodes; nobody parses markup at run time. To add one: a name below, then `node src/build/make-icons.ts`.
 */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const NAMES = [
  'arrow-right',
  'ban',
  'book-open',
  'check',
  'chevron-down',
  'chevron-right',
  'chevron-up',
  'shield-check',
  'printer',
  'arrow-left',
  'circle-question-mark',
  'clock',
  'copy',
  'corner-down-right',
  'corner-left-up',
  'database',
  'download',
  'ellipsis',
  'file',
  'file-code',
  'file-plus',
  'folder',
  'git-branch',
  'git-commit-vertical',
  'git-compare',
  'hourglass',
  'key-round',
  'lightbulb',
  'link',
  'list-todo',
  'menu',
  'monitor',
  'moon',
  'package',
  'panel-left',
  'pencil',
  'play',
  'redo-2',
  'rotate-ccw',
  'scale',
  'search',
  'share-2',
  'slash',
  'square-terminal',
  'sun',
  'sun-moon',
  'table',
  'trash',
  'triangle-alert',
  'undo-2',
  'upload',
  'workflow',
  'x',
];

type Shape = readonly [tag: string, attributes: Readonly<Record<string, string>>];

const nodes = createRequire(import.meta.url)('lucide-static/icon-nodes.json') as Record<
  string,
  readonly Shape[]
>;
const lines = NAMES.map((name) => {
  const shapes = nodes[name];
  if (!shapes) throw new Error(`lucide has no icon "${name}"`);
  return `  '${name}': ${JSON.stringify(shapes)},`;
});
const text = `/** Shapes of the icons (lucide, ISC licence), written by src/build/make-icons.ts. */
export type IconShape = readonly [tag: string, attributes: Readonly<Record<string, string>>];

export const ICONS = {
${lines.join('\n')}
} as const satisfies Record<string, readonly IconShape[]>;

export type IconName = keyof typeof ICONS;
`;
writeFileSync(new URL('../styles/icons.ts', import.meta.url), text);
