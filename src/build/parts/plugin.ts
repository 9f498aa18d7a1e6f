/**
 * Cuts the worker's bundle: files of a part (part-files.ts) leave the first chunk, and each use of them in the rest becomes a question to
 * the part, which answers or throws `PartMissing`. The source knows nothing of it; while developing everything is there at once.
 */
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { PartName } from '../../engine/parts.ts';
import { type Edit, edited, isWithin } from './edits.ts';
import { topNames } from './functions.ts';
import { givenName, type Leaving, type Parse, type Plan, planParts, read } from './plan.ts';
import { type FileUses, usesOf } from './references.ts';
import { alone, exportsFor, importsFor, standIn } from './seldom.ts';
import type { Node } from './tree.ts';
import { unplayedFunctions } from './unplayed.ts';

/** The part's code; importing it brings it. */
const WHOLE = 'virtual:part/';
/** Whether it is here. */
const STATE = 'virtual:part-state/';
/** The functions of a file that come with the part `seldom`. */
const SELDOM = 'virtual:seldom';

interface Context {
  parse: Parse;
  error(message: string): never;
}

/** As far as chunks are concerned. */
interface OutputOptions {
  readonly codeSplitting?: unknown;
}

interface PartsPlugin {
  readonly name: string;
  configResolved(config: { readonly command: string }): void;
  buildStart(this: Context): Promise<void>;
  outputOptions(options: OutputOptions): OutputOptions;
  resolveId(id: string): string | undefined;
  load(
    this: Context,
    id: string,
  ): string | { code: string; moduleType: 'ts'; moduleSideEffects: false } | undefined;
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
    async buildStart() {
      if (developing) return;
      const unplayed = await unplayedFunctions(root);
      plan = planParts(root, (code, options) => this.parse(code, options), unplayed);
      if (plan.problems.length > 0) this.error(`parts of the engine:\n${plan.problems.join('\n')}`);
    },
    outputOptions: (options) => ({
      ...options,
      // Left alone, the bundler makes a chunk for each set of parts that use the same files, and the first load is a dozen of them.
      codeSplitting: {
        includeDependenciesRecursively: false,
        groups: [{ name: 'engine', test: (id: string) => plan?.first.has(id.split('?')[0]!) ?? false }],
      },
    }),
    resolveId: (id) => ([WHOLE, STATE, SELDOM].some((own) => id.startsWith(own)) ? `\0${id}` : undefined),
    load(id) {
      if (id.startsWith(`\0${WHOLE}`)) return plan ? whole(plan, id.slice(WHOLE.length + 1) as PartName) : '';
      if (id.startsWith(`\0${STATE}`)) return state(root, id.slice(STATE.length + 1));
      if (id.startsWith(`\0${SELDOM}`) && plan) {
        const file = id.slice(SELDOM.length + 1);
        const { seldom } = cut(plan, file, readFileSync(file, 'utf8'), (text, options) =>
          this.parse(text, options),
        );
        return { code: seldom, moduleType: 'ts', moduleSideEffects: false };
      }
      return undefined;
    },
    transform: {
      order: 'pre',
      handler(code, id) {
        const file = id.split('?')[0]!;
        if (!plan || plan.parts.has(file) || !file.startsWith(join(root, 'src/engine'))) return undefined;
        const { rest } = cut(plan, file, code, (text, options) => this.parse(text, options));
        return rest === code ? undefined : { code: rest, map: null };
      },
    },
  };
}

function whole(plan: Plan, part: PartName): string {
  if (part === 'seldom') return wholeOfSeldom(plan);
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

function wholeOfSeldom({ seldom }: Plan): string {
  const all = [...seldom]
    .filter(([, { moved }]) => moved.length > 0)
    .map(([file, { moved }]) => [file, moved.map(({ key }) => key).join(', ')] as const);
  // Nobody imports a class over host objects: its objects find it. So that it comes all the same, the part gives it as well.
  const classes = [...seldom].flatMap(([file, { left }]) =>
    classesOf(left).map((name) => [JSON.stringify(SELDOM + file), name] as const),
  );
  return [
    `import { fill } from ${JSON.stringify(`${STATE}seldom`)};`,
    ...classes.map(([source, name], index) => `import { ${name} as class$${index} } from ${source};`),
    ...all.map(([file, keys]) => `import { ${keys} } from ${JSON.stringify(SELDOM + file)};`),
    `fill({ ${[...all.map(([, keys]) => keys), ...classes.map((_, index) => `class$${index}`)].join(', ')} });`,
  ].join('\n');
}

/** Names of the classes over host objects among what goes. */
const classesOf = (left: Leaving['left']): string[] =>
  left.flatMap(({ hosts, names }) => (hosts.length > 0 ? names : []));

/** A file in two: what is left of it, with each use of a part's names asked of the part, and what goes. */
function cut(plan: Plan, file: string, written: string, parse: Parse): { rest: string; seldom: string } {
  const { code, program } = read(written, parse);
  const uses = usesOf(program);
  const { moved, left } = plan.seldom.get(file) ?? { moved: [], left: [] };
  const { asked, states, lines } = askedNames(plan, file, uses);
  const edits = usesEdits(uses, asked);
  const going = [...moved.map(({ node }) => node), ...left.map(({ node }) => node)];
  const textOf = (node: Node) => {
    const inner = edits.filter((edit) => isWithin(edit, node));
    return edited(code.slice(node.start, node.end), inner, node.start);
  };
  const gone = new Set(left.flatMap(({ names }) => names));
  const wanted = wantedNames(program, uses, { moved, left });
  for (const name of gone) wanted.delete(name);
  const { names, text } = exportsFor(program, wanted, uses.imports);
  const stands = moved.map((one) => standIn(one, 'part$seldom()'));
  const rest = edited(code, [
    ...lines,
    ...edits.filter((edit) => !going.some((node) => isWithin(edit, node))),
    ...stands,
    ...left.map(({ node: { start, end } }) => ({ start, end, text: '' })),
  ]);
  const given = left.flatMap((one) => (one.node.type === 'ExportNamedDeclaration' ? one.names : []));
  const handsOn =
    given.length > 0 ? `\nexport { ${given.join(', ')} } from ${JSON.stringify(SELDOM + file)};` : '';
  return {
    rest: stateImports(moved.length > 0 ? [...states, 'seldom'] : states) + rest + text + handsOn,
    seldom: [
      stateImports(states),
      importsFor(file, wanted, uses.imports, names, asked),
      ...left.map(({ node }) => textOf(node)),
      ...moved.map((one) => alone(one, textOf(one.node))),
      ...classesOf(left.filter(({ node }) => node.type !== 'ExportNamedDeclaration')).map(
        (name) => `export { ${name} };`,
      ),
    ].join('\n'),
  };
}

/** Names at the file's top that what goes uses. */
function wantedNames(program: Node, uses: FileUses, { moved, left }: Leaving): Set<string> {
  const top = topNames(program);
  const inLeft = uses.references.filter((one) => left.some(({ node }) => isWithin(one, node)));
  return new Set([
    ...moved.flatMap((one) => one.names),
    ...inLeft.map(({ name }) => name).filter((name) => top.has(name)),
  ]);
}

const stateImports = (parts: Iterable<PartName>): string =>
  [...parts].map((part) => `import { get as part$${part} } from ${JSON.stringify(STATE + part)};`).join(' ');

/** Which names are asked of parts, and by which words; `lines` takes their imports away. */
function askedNames(plan: Plan, file: string, uses: FileUses) {
  const asked = new Map<string, string>();
  const lines: Edit[] = [];
  const states = new Set<PartName>();
  for (const { node, source, names } of uses.imports) {
    const target = join(dirname(file), source);
    const part = source.startsWith('.') ? plan.parts.get(target) : undefined;
    if (part === undefined) continue;
    states.add(part);
    lines.push({ start: node.start, end: node.end, text: '' });
    for (const [local, name] of names)
      asked.set(local, `part$${part}().${givenName(plan, part, target, name)}`);
  }
  return { asked, states, lines };
}

const usesEdits = (uses: FileUses, asked: ReadonlyMap<string, string>): Edit[] =>
  uses.references.flatMap(({ name, start, end, form }) => {
    const text = asked.get(name);
    if (text === undefined) return [];
    return [
      { start, end, text: form === 'shorthand' ? `${name}: ${text}` : form === 'new' ? `(${text})` : text },
    ];
  });
