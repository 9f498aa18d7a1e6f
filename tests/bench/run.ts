/** `npm run bench -- [PART...]`: prints our times beside those that they must be held against. Without PART, all of them. */
import { benchBootBrowser } from './boot-browser.ts';
import { benchBootNode } from './boot-node.ts';

const PARTS: Readonly<Record<string, () => void | Promise<void>>> = {
  'boot-node': benchBootNode,
  'boot-browser': benchBootBrowser,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length > 0) {
  console.error(`unknown: ${unknown.join(', ')}; there are: ${Object.keys(PARTS).join(', ')}`);
  process.exit(2);
}
for (const [name, bench] of Object.entries(PARTS))
  if (wanted.length === 0 || wanted.includes(name)) await bench();
