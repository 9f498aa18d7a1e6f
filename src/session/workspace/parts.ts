/**
 * The engine's parts, from the session's side. What a step will need is read from its line and from the project's imports and fetched
 * before the step. Where that was guessed wrong the engine says so (`PartMissing`): everything is fetched, and the step done again on the
 * state before it. Nothing of this happens where the engine is whole.
 */
import { LATER_LIBRARY, LATER_PACKAGES } from '../../engine/later-modules.ts';
import { PartMissing, type PartName, takeMissingPart } from '../../engine/parts.ts';

export interface Parts {
  /** Fetches what a command runs, and what these texts name: its line first, then files. */
  prepare(line: string, files: Iterable<string>): Promise<void>;
  /** Fetches one. @throws what the network throws */
  bring(part: PartName): Promise<void>;
  /** Fetches all that is not here yet. @throws what the network throws */
  all(): Promise<void>;
}

/** Programs of the part `tools`, and those that start others. */
const TOOLS = new Set(
  (
    'bash basename createdb dropdb pg_restore command cut date diff dirname docker docker-compose egrep env fgrep find git grep head help hostname less ' +
    'more nl paste pg_dump pip pip3 poetry printenv psql readlink realpath rev sed seq sh sleep sort source sqlacodegen tail ' +
    'tee tr type uname uniq wc which whoami xargs'
  ).split(' '),
);
/** Where a command may begin, and its first word. */
const COMMANDS = /(?:^|[|&;(){`!]|\b(?:do|then|else|if|while|until|time)\s)\s*(?:\w+=\S*\s+)*([\w-]+)/g;
/** Words of Python that ask for a part. */
const WORDS: readonly (readonly [PartName, RegExp])[] = [
  ['session', /\b(?:\w*[Ss]ession|sessionmaker|Query|aliased)\b/],
  [
    'rare',
    /\b(?:autoload_with|batch_alter_table|create_all|create_index|drop_all|drop_index|Index|index=True|init|inspect|join|Mapped|match|Mixin|relationship)\b/,
  ],
];
const IMPORTS = /\b(?:from|import)\s+([\w.]+(?:\s*,\s*[\w.]+)*)/g;

/** The parts that a text's imports and names ask for. */
function partsNamed(text: string): ReadonlySet<PartName> {
  const named = new Set(WORDS.filter(([, word]) => word.test(text)).map(([part]) => part));
  for (const [, modules] of text.matchAll(IMPORTS)) {
    for (const module of modules!.split(',')) {
      const top = module.trim().split('.')[0]!;
      if (LATER_LIBRARY.has(top)) named.add('library');
      // They are written in the library's terms.
      if (LATER_PACKAGES.has(top)) named.add('packages').add('library');
    }
  }
  return named;
}

/**
 * @param sources how each part comes; without them the engine is whole.
 * @param onCome called when what a step needs has come.
 */
export function newParts(
  sources: Partial<Record<PartName, () => Promise<unknown>>> = {},
  onCome: () => void = () => {},
): Parts {
  const coming = new Map<PartName, Promise<unknown>>();
  const waiting = new Set(Object.keys(sources) as PartName[]);
  let known = new Map<string, ReadonlySet<PartName>>();

  async function fetch(part: PartName): Promise<void> {
    if (!waiting.has(part)) return;
    const one = coming.get(part) ?? sources[part]!();
    coming.set(part, one);
    try {
      await one;
      waiting.delete(part);
    } finally {
      coming.delete(part);
    }
  }

  /** Each text is read once. */
  function namedIn(files: Iterable<string>): Set<PartName> {
    const named = new Set<PartName>();
    const seen = new Map<string, ReadonlySet<PartName>>();
    for (const text of files) {
      const parts = known.get(text) ?? partsNamed(text);
      seen.set(text, parts);
      for (const part of parts) named.add(part);
    }
    known = seen;
    return named;
  }

  return {
    async prepare(line, files) {
      if (waiting.size === 0) return;
      const named = namedIn(files);
      for (const part of partsNamed(line)) named.add(part);
      if ([...line.matchAll(COMMANDS)].some(([, name]) => TOOLS.has(name!))) named.add('tools');
      // What is at hand at first opens a workspace and follows what is typed into files.
      named.add('seldom');
      const lacking = [...named].filter((part) => waiting.has(part));
      if (lacking.length === 0) return;
      await Promise.all(lacking.map(fetch));
      onCome();
    },
    bring: fetch,
    async all() {
      await Promise.all([...waiting].map(fetch));
    },
  };
}

/**
 * Does what uses the engine.
 * @throws PartMissing also where somebody caught it on the way: the result would not be true.
 */
export function sure<T>(work: () => T): T {
  let done: T;
  try {
    done = work();
  } catch (error) {
    const part = takeMissingPart();
    throw part === undefined ? error : new PartMissing(part);
  }
  const part = takeMissingPart();
  if (part !== undefined) throw new PartMissing(part);
  return done;
}

/** The same for a look that leaves nothing behind: where a part is missing it is fetched, and the look done again. */
export async function surely<T>(parts: Parts, look: () => T | Promise<T>): Promise<T> {
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof PartMissing)) throw error;
    await parts.all();
    return look();
  }
}
