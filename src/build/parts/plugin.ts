/**
 * Cuts the worker's bundle: files of a part (part-files.ts) leave the first chunk, and each use of them in the rest becomes a question to
 * the part, which answers or throws `PartMissing`. The source knows nothing of it; while developing everything is there at once.
 */
import { dirname, join, resolve } from 'node:path';
import type { PartName } from '../../engine/parts.ts';
import { givenName, type Parse, type Plan, planParts } from './plan.ts';
import { type Node, usesOf } from './references.ts';

/** The part's code; importing it brings it. */
const WHOLE = 'virtual:part/';
/** Whether it is here. */
const STATE = 'virtual:part-state/';

interface Context {
  parse: Parse;
  error(message: string): never;
}

interface PartsPlugin {
  readonly name: string;
  configResolved(config: { readonly command: string }): void;
  buildStart(this: Context): void;
  resolveId(id: string): string | undefined;
  load(id: string): string | undefined;
  readonly transform: {
    readonly order: 'pre';
    handler(this: Context, code: string, id: string): { code: string; map: null } | undefined;
  };
}

/** A Vite plugin. @param root the project's folder */
export function partsPlugin(root: string): PartsPlugin {
  let plan: Plan | undefined;
  let developing = false;
  return {
    name: 'engine-parts',
    configResolved: ({ command }) => {
      developing = command === 'serve';
    },
    buildStart() {
      if (developing) return;
      plan = planParts(root, (code, options) => this.parse(code, options));
      if (plan.problems.length > 0) this.error(`parts of the engine:\n${plan.problems.join('\n')}`);
    },
    resolveId: (id) => (id.startsWith(WHOLE) || id.startsWith(STATE) ? `\0${id}` : undefined),
    load: (id) => {
      if (id.startsWith(`\0${WHOLE}`)) return plan ? whole(plan, id.slice(WHOLE.length + 1) as PartName) : '';
      if (id.startsWith(`\0${STATE}`)) return state(root, id.slice(STATE.length + 1));
      return undefined;
    },
    transform: {
      order: 'pre',
      handler(code, id) {
        const file = id.split('?')[0]!;
        if (!plan || plan.parts.has(file) || !file.startsWith(join(root, 'src/engine'))) return undefined;
        const made = rewrite(plan, file, code, (text, options) => this.parse(text, options));
        return made === code ? undefined : { code: made, map: null };
      },
    },
  };
}

function whole(plan: Plan, part: PartName): string {
  const files = [...(plan.wanted.get(part) ?? [])];
  const given = files.flatMap(([file, names]) => [...names].map((name) => givenName(plan, part, file, name)));
  const lines = files.map(([file, names]) => {
    const list = [...names].map((name) => `${name} as ${givenName(plan, part, file, name)}`);
    return `import { ${list.join(', ')} } from ${JSON.stringify(file)};`;
  });
  return [
    `import { fill } from ${JSON.stringify(STATE + part)};`,
    ...lines,
    `fill({ ${given.join(', ')} });`,
  ].join('\n');
}

const state = (root: string, part: string): string =>
  [
    `import { partMissing } from ${JSON.stringify(resolve(root, 'src/engine/parts.ts'))};`,
    'let part;',
    'export const fill = (given) => { part = given; };',
    `export const get = () => part ?? partMissing(${JSON.stringify(part)});`,
  ].join('\n');

/** The file with each use of a part's names asked of the part. */
function rewrite(plan: Plan, file: string, code: string, parse: Parse): string {
  const uses = usesOf(parse(code, { lang: 'ts' }) as Node);
  const asked = new Map<string, string>();
  const edits: { start: number; end: number; text: string }[] = [];
  const found = new Set<PartName>();
  for (const { node, source, names } of uses.imports) {
    const target = join(dirname(file), source);
    const part = source.startsWith('.') ? plan.parts.get(target) : undefined;
    if (part === undefined) continue;
    const first = !found.has(part);
    found.add(part);
    const text = first ? `import { get as part$${part} } from ${JSON.stringify(STATE + part)};` : '';
    edits.push({ start: node.start, end: node.end, text });
    for (const [local, name] of names)
      asked.set(local, `part$${part}().${givenName(plan, part, target, name)}`);
  }
  for (const { name, start, end, form } of uses.references) {
    const text = asked.get(name);
    if (text === undefined) continue;
    const form_ = form === 'shorthand' ? `${name}: ${text}` : form === 'new' ? `(${text})` : text;
    edits.push({ start, end, text: form_ });
  }
  let made = code;
  for (const { start, end, text } of edits.sort((a, b) => b.start - a.start))
    made = made.slice(0, start) + text + made.slice(end);
  return made;
}
