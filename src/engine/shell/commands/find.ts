/** `find`. Answers to: GNU findutils, with folders walked in the order of names. */
import { globSource } from '../glob.ts';
import { absolute, baseName } from '../paths.ts';
import type { Invocation, Need, Program } from '../program.ts';
import { removeTree } from './files.ts';
import { bytesOf } from './input.ts';

/** Something that was found: as it is shown, where it is, how deep. */
interface Entry {
  readonly shown: string;
  readonly path: string;
  readonly depth: number;
}

interface Walk {
  readonly call: Invocation;
  prune: boolean;
  quit: boolean;
  failed: boolean;
}

/** A test or an action: whether it holds. Actions that run programs take their time. */
type Test = (entry: Entry, walk: Walk) => Generator<Need, boolean, unknown>;

interface Reader {
  readonly words: readonly string[];
  at: number;
  most: number;
  least: number;
  acts: boolean;
  depthFirst: boolean;
  /** What `-exec … +` gathers until the end. */
  readonly gathered: { readonly words: readonly string[]; readonly paths: string[] }[];
}

/** find does not understand its arguments; the message stands behind `find: `. */
class FindError extends Error {}

export const find: Program = {
  options: [
    '-name',
    '-iname',
    '-path',
    '-type',
    '-maxdepth',
    '-mindepth',
    '-not',
    '-empty',
    '-newer',
    '-size',
    '-print',
    '-print0',
    '-prune',
    '-delete',
    '-exec',
    '-quit',
  ],
  *run(call) {
    const starts: string[] = [];
    let at = 0;
    for (; at < call.args.length && !/^(?:-.|[()!]$)/.test(call.args[at]!); at++) starts.push(call.args[at]!);
    const reader: Reader = {
      words: call.args.slice(at),
      at: 0,
      most: Number.POSITIVE_INFINITY,
      least: 0,
      acts: false,
      depthFirst: false,
      gathered: [],
    };
    let test: Test;
    try {
      test = reader.words.length > 0 ? either(reader) : always;
      if (reader.at < reader.words.length)
        throw new FindError(`paths must precede expression: \`${reader.words[reader.at]}'`);
    } catch (error) {
      if (!(error instanceof FindError)) throw error;
      call.stderr.write(`find: ${error.message}\n`);
      return 1;
    }
    const walk: Walk = { call, prune: false, quit: false, failed: false };
    const { files, cwd } = call.machine;
    for (const start of starts.length > 0 ? starts : ['.']) {
      const path = absolute(start, cwd);
      if (files.isFile(path) || files.isDirectory(path))
        yield* visit(walk, reader, test, { shown: start, path, depth: 0 });
      else {
        call.stderr.write(`find: ‘${start}’: No such file or directory\n`);
        walk.failed = true;
      }
    }
    for (const { words, paths } of reader.gathered)
      if (paths.length > 0 && (yield* call.run([...words, ...paths])) !== 0) walk.failed = true;
    return walk.failed ? 1 : 0;
  },
};

function* visit(walk: Walk, reader: Reader, test: Test, entry: Entry): Generator<Need, void, unknown> {
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

// biome-ignore lint/correctness/useYield: tests that run nothing share the form of those that do
const always: Test = function* () {
  return true;
};

const plain = (holds: (entry: Entry, walk: Walk) => boolean): Test =>
  // biome-ignore lint/correctness/useYield: tests that run nothing share the form of those that do
  function* (entry, walk) {
    return holds(entry, walk);
  };

function either(reader: Reader): Test {
  const tests = [both(reader)];
  while (['-o', '-or'].includes(reader.words[reader.at] ?? '')) {
    reader.at += 1;
    tests.push(both(reader));
  }
  if (tests.length === 1) return tests[0]!;
  return function* (entry, walk) {
    for (const test of tests) if (yield* test(entry, walk)) return true;
    return false;
  };
}

function both(reader: Reader): Test {
  const tests: Test[] = [];
  for (;;) {
    const word = reader.words[reader.at];
    if (word === undefined || word === ')' || word === '-o' || word === '-or') break;
    if (word === '-a' || word === '-and') reader.at += 1;
    else tests.push(primary(reader));
  }
  if (tests.length === 0) throw new FindError('invalid expression; empty parentheses are not allowed.');
  return function* (entry, walk) {
    for (const test of tests) if (!(yield* test(entry, walk))) return false;
    return true;
  };
}

function primary(reader: Reader): Test {
  const word = reader.words[reader.at++]!;
  if (word === '!' || word === '-not') {
    const test = primary(reader);
    return function* (entry, walk) {
      return !(yield* test(entry, walk));
    };
  }
  if (word === '(') {
    const test = either(reader);
    if (reader.words[reader.at] !== ')')
      throw new FindError("invalid expression; I was expecting to find a ')' somewhere but did not see one.");
    reader.at += 1;
    return test;
  }
  if (!word.startsWith('-')) throw new FindError(`paths must precede expression: \`${word}'`);
  return action(reader, word) ?? measured(reader, word);
}

function argument(reader: Reader, name: string): string {
  const value = reader.words[reader.at++];
  if (value === undefined) throw new FindError(`missing argument to \`${name}'`);
  return value;
}

const fitting = (pattern: string, ignoreCase: boolean, of: (entry: Entry) => string): Test => {
  const test = new RegExp(`^${globSource(pattern, '.')}$`, ignoreCase ? 'sui' : 'su');
  return plain((entry) => test.test(of(entry)));
};

const nameOf = ({ shown }: Entry): string => (shown === '.' || shown === '..' ? shown : baseName(shown));

function measured(reader: Reader, word: string): Test {
  const files = ({ call }: Walk) => call.machine.files;
  switch (word) {
    case '-name':
    case '-iname':
      return fitting(argument(reader, word), word === '-iname', nameOf);
    case '-path':
    case '-wholename':
    case '-ipath':
      return fitting(argument(reader, word), word === '-ipath', ({ shown }) => shown);
    case '-type': {
      const type = argument(reader, word);
      const kinds = type.split(',');
      if (!kinds.every((kind) => /^[fdlbcps]$/.test(kind)))
        throw new FindError(`Unknown argument to -type: ${type}`);
      return plain(({ path }, walk) => kinds.includes(files(walk).isDirectory(path) ? 'd' : 'f'));
    }
    case '-maxdepth':
    case '-mindepth': {
      const value = argument(reader, word);
      if (!/^\d+$/.test(value))
        throw new FindError(`Expected a positive decimal integer argument to ${word}, but got ‘${value}’`);
      if (word === '-maxdepth') reader.most = Number(value);
      else reader.least = Number(value);
      return always;
    }
    case '-empty':
      return plain(({ path }, walk) =>
        files(walk).isDirectory(path) ? files(walk).list(path)!.length === 0 : files(walk).read(path) === '',
      );
    case '-newer': {
      const other = argument(reader, word);
      return plain(
        ({ path }, walk) =>
          files(walk).modified(path)! > (files(walk).modified(absolute(other, walk.call.machine.cwd)) ?? 0n),
      );
    }
    case '-size':
      return sized(argument(reader, word));
    case '-mtime':
    case '-mmin':
      return aged(argument(reader, word), word === '-mtime' ? 1440 : 1);
    case '-depth':
      reader.depthFirst = true;
      return always;
    case '-true':
      return always;
    case '-false':
      return plain(() => false);
    default:
      throw new FindError(`unknown predicate \`${word}'`);
  }
}

/** `+n` more than, `-n` less than, `n` exactly. */
function counted(text: string): ((value: number) => boolean) | undefined {
  const match = /^([+-]?)(\d+)$/.exec(text);
  if (!match) return undefined;
  const number = Number(match[2]);
  return (value) =>
    match[1] === '+' ? value > number : match[1] === '-' ? value < number : value === number;
}

const UNITS: Readonly<Record<string, number>> = { c: 1, w: 2, b: 512, k: 1024, M: 1024 ** 2, G: 1024 ** 3 };

function sized(text: string): Test {
  const unit = UNITS[text.at(-1)!] ?? 512;
  const compare = counted(text.replace(/[cwbkMG]$/, ''));
  if (!compare) throw new FindError(`invalid -size type \`${text.at(-1)}'`);
  return plain(({ path }, { call }) => {
    const { files } = call.machine;
    const bytes = files.isDirectory(path) ? 4096 : bytesOf(files.read(path) ?? '');
    return compare(Math.ceil(bytes / unit));
  });
}

function aged(text: string, minutes: number): Test {
  const compare = counted(text);
  if (!compare) throw new FindError(`invalid argument \`${text}' to \`-mtime'`);
  return plain(({ path }, { call }) => {
    const age = Number(call.machine.now() - call.machine.files.modified(path)!) / 60_000_000;
    return compare(Math.floor(age / minutes));
  });
}

function action(reader: Reader, word: string): Test | undefined {
  switch (word) {
    case '-print':
    case '-print0':
      reader.acts = true;
      return plain(({ shown }, { call }) => {
        call.stdout.write(shown + (word === '-print' ? '\n' : '\0'));
        return true;
      });
    case '-prune':
      return plain((_entry, walk) => {
        walk.prune = true;
        return true;
      });
    case '-quit':
      reader.acts = true;
      return plain((_entry, walk) => {
        walk.quit = true;
        return true;
      });
    case '-delete':
      reader.acts = true;
      reader.depthFirst = true;
      return plain(({ path, shown }, { call }) => {
        const { files } = call.machine;
        if (shown === '.') return true;
        if ((files.list(path) ?? []).length === 0) removeTree(files, path);
        else call.stderr.write(`find: cannot delete ‘${shown}’: Directory not empty\n`);
        return true;
      });
    case '-exec':
    case '-ok':
      return execution(reader);
    default:
      return undefined;
  }
}

function execution(reader: Reader): Test {
  reader.acts = true;
  const rest = reader.words.slice(reader.at);
  const end = rest.findIndex((word, at) => word === ';' || (word === '+' && rest[at - 1] === '{}'));
  if (end < 0) throw new FindError("missing argument to `-exec'");
  reader.at += end + 1;
  const words = rest.slice(0, end);
  if (rest[end] === '+') {
    const group = { words: words.slice(0, -1), paths: [] as string[] };
    reader.gathered.push(group);
    return plain(({ shown }) => {
      group.paths.push(shown);
      return true;
    });
  }
  return function* ({ shown }, { call }) {
    return (yield* call.run(words.map((word) => word.replaceAll('{}', shown)))) === 0;
  };
}
