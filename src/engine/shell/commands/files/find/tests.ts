/** The expression of `find`. */
import { globSource } from '../../../expand/glob.ts';
import { absolute, baseName } from '../../../paths.ts';
import { bytesOf } from '../../text/input.ts';
import { action } from './actions.ts';
import { always, type Entry, FindError, plain, type Reader, type Test, type Walk } from './reader.ts';

/** An expression: tests joined by `-o`, each of them joined by `-a`. @throws what `find` says of a word it does not know */
export function either(reader: Reader): Test {
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
