/** `npm run bench -- [PART...]`: prints our times beside those that they must be held against. Without PART, all of them. */
const PARTS: Readonly<Record<string, () => Promise<() => void | Promise<void>>>> = {
  'boot-node': async () => (await import('./boot-node.ts')).benchBootNode,
  'boot-browser': async () => (await import('./boot-browser.ts')).benchBootBrowser,
  lesson: async () => (await import('./lesson.ts')).benchLesson,
  tables: async () => (await import('./scale.ts')).benchTables,
  revisions: async () => (await import('./scale.ts')).benchRevisions,
  'first-load': async () => (await import('./first-load.ts')).benchFirstLoad,
  panels: async () => (await import('./panels.ts')).benchPanels,
  size: async () => (await import('./size.ts')).benchSize,
};

async function main(wanted: readonly string[]): Promise<number> {
  const unknown = wanted.filter((name) => !Object.hasOwn(PARTS, name));
  if (unknown.length > 0) {
    console.error(`unknown: ${unknown.join(', ')}; there are: ${Object.keys(PARTS).join(', ')}`);
    return 2;
  }
  for (const [name, load] of Object.entries(PARTS)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const bench = await load();
    await bench();
  }
  return 0;
}

void main(process.argv.slice(2)).then((code) => process.exit(code));
