/** `sed`: options, files, and the script's run over them. Answers to: GNU sed 4.9. */
import { parseArguments } from '../../options.ts';
import { absolute } from '../../paths.ts';
import type { Invocation, Program } from '../../program.ts';
import { read } from './input.ts';
import { type Piece, readScript } from './sed/read.ts';
import { runScript } from './sed/run.ts';
import type { SedHost } from './sed/running.ts';
import { SedError, type Step } from './sed/script.ts';

const LONG = {
  quiet: 'n',
  silent: 'n',
  'regexp-extended': 'E',
  expression: 'e',
  file: 'f',
  'in-place': 'i',
  separate: 's',
  unbuffered: 'u',
  posix: 'p',
  sandbox: 'b',
  debug: 'D',
};

const USAGE = 'Usage: sed [OPTION]... {script-only-if-no-other-script} [input-file]...\n\n';

export const sed: Program = {
  options: ['-i', '-n', '-E', '-e', '-s', '--expression', '--in-place', '--quiet', '--regexp-extended'],
  run: (call) => {
    const { flags, values, given, operands, problem } = parseArguments(call.args, 'i::nEre:f:suz', LONG);
    if (problem) {
      call.stderr.write(`sed: ${problem}\n${USAGE}`);
      return 1;
    }
    const pieces = given.flatMap(([letter, text]) => pieceOf(call, letter, text));
    const [script] = operands;
    const own =
      !pieces.some((piece) => piece !== undefined) && !given.some(([letter]) => /[ef]/.test(letter));
    if (pieces.includes(undefined)) return 1;
    if (own && script === undefined) {
      call.stderr.write(USAGE);
      return 1;
    }
    const all = own ? [{ text: script!, source: '' }] : (pieces as Piece[]);
    try {
      const steps = readScript(named(all), flags.has('E') || flags.has('r'));
      const names = own ? operands.slice(1) : operands;
      return edit(call, steps, names, {
        quiet: flags.has('n'),
        separate: flags.has('s'),
        byNull: flags.has('z'),
        inPlace: flags.has('i'),
        suffix: values.get('i'),
      });
    } catch (error) {
      if (!(error instanceof SedError)) throw error;
      call.stderr.write(`sed: ${error.message}\n`);
      return 1;
    }
  },
};

/** Expressions are counted, files named. */
function named(pieces: readonly Piece[]): Piece[] {
  let count = 0;
  return pieces.map((piece) => (piece.source ? piece : { ...piece, source: `-e expression #${++count}` }));
}

/** What one `-e` or `-f` brings; undefined where a file cannot be read. */
function pieceOf(call: Invocation, letter: string, text: string): (Piece | undefined)[] {
  if (letter === 'e') return [{ text, source: '' }];
  if (letter !== 'f') return [];
  const script = text === '-' ? call.stdin : call.machine.files.read(absolute(text, call.machine.cwd));
  if (script !== undefined) return [{ text: script.replace(/^#n\n/, ''), source: `file ${text}` }];
  call.stderr.write(`sed: couldn't open file ${text}: No such file or directory\n`);
  return [undefined];
}

interface Settings {
  readonly quiet: boolean;
  /** Each file counts by itself. */
  readonly separate: boolean;
  /** `-z`: lines end with NUL. */
  readonly byNull: boolean;
  readonly inPlace: boolean;
  readonly suffix: string | undefined;
}

function edit(
  call: Invocation,
  steps: readonly Step[],
  names: readonly string[],
  settings: Settings,
): number {
  const { files, cwd } = call.machine;
  const written = new Map(outputs(steps).map((name) => [name, '']));
  const host: SedHost = {
    quiet: settings.quiet,
    end: settings.byNull ? '\0' : '\n',
    read: (name) => files.read(absolute(name, cwd)),
    write: (name, text) => {
      if (name === '/dev/stdout') call.stdout.write(text);
      else written.set(name, (written.get(name) ?? '') + text);
    },
  };
  if (settings.inPlace && names.length === 0) {
    call.stderr.write('sed: no input files\n');
    return 1;
  }
  const { sources, failed } = read(call, names, (name, why) =>
    why === 'Is a directory'
      ? settings.inPlace
        ? `sed: couldn't edit ${name}: not a regular file`
        : `sed: read error on ${name}: Is a directory`
      : `sed: can't read ${name}: ${why}`,
  );
  const run = (text: string) => runScript(steps, text, host);
  let exit: number | undefined;
  if (settings.inPlace) {
    for (const { name, text } of sources) {
      const { out, exit: code } = run(text);
      if (settings.suffix) files.write(absolute(backupName(name, settings.suffix), cwd), text);
      files.write(absolute(name, cwd), out);
      exit ??= code;
    }
  } else {
    const texts = sources.map(({ text }) => text);
    for (const text of settings.separate ? texts : [joined(texts)]) {
      const answer = run(text);
      call.stdout.write(answer.out);
      exit = answer.exit;
      if (exit !== undefined) break;
    }
  }
  for (const [name, text] of written) files.write(absolute(name, cwd), text);
  return exit || (failed ? 2 : 0);
}

/** Several files are one stream; a missing newline at the end of one is made up for. */
const joined = (texts: readonly string[]): string =>
  texts
    .map((text, at) => (at < texts.length - 1 && text !== '' && !text.endsWith('\n') ? `${text}\n` : text))
    .join('');

/** Files that `w` names: they come into being even where nothing is written. */
const outputs = (steps: readonly Step[]): string[] =>
  steps.flatMap(({ action }) => {
    const file = action.kind === 'write' || action.kind === 'substitute' ? action.file : undefined;
    return file === undefined || file === '/dev/stdout' ? [] : [file];
  });

const backupName = (name: string, suffix: string): string =>
  suffix.includes('*') ? suffix.replaceAll('*', name.replace(/^.*\//, '')) : name + suffix;
