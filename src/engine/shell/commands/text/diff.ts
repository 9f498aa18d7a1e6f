/** `diff`, normal and unified, of files and of folders. Answers to: GNU diffutils. */
import { isThere } from '../../../files.ts';
import { parseArguments } from '../../options.ts';
import { absolute, baseName } from '../../paths.ts';
import type { Invocation, Program } from '../../program.ts';
import { formatDate } from '../date-text.ts';
import { linesOf } from './input.ts';
import { CONTEXT, hunks, lineEdits, normalDiff, type Same } from './line-edits.ts';

const LONG = {
  unified: 'u',
  brief: 'q',
  recursive: 'r',
  'new-file': 'N',
  'ignore-all-space': 'w',
  'ignore-space-change': 'b',
  'ignore-case': 'i',
  'ignore-blank-lines': 'B',
  'report-identical-files': 's',
  color: '1',
};

interface Comparison {
  readonly call: Invocation;
  readonly flags: ReadonlySet<string>;
  readonly context: number;
  /** The options, as they stand in the line that a recursive run prints before each pair. */
  readonly shown: string;
}

export const diff: Program = {
  options: ['-u', '-r', '-q', '-N', '-w', '-b', '-i', '-s', '--color'],
  run: (call) => {
    const { flags, values, operands, problem } = parseArguments(call.args, 'uU:qrNwbiBs1::', LONG);
    const refused = (text: string) => {
      call.stderr.write(`diff: ${text}\ndiff: Try 'diff --help' for more information.\n`);
      return 2;
    };
    if (problem) return refused(problem);
    if (operands.length < 2)
      return refused(
        operands.length === 0 ? "missing operand after 'diff'" : `missing operand after '${operands[0]}'`,
      );
    if (operands.length > 2) return refused(`extra operand '${operands[2]}'`);
    const shown = call.args.filter((arg) => arg.startsWith('-') && arg.length > 1).join(' ');
    const unifies = flags.has('u') || values.has('U');
    const context = unifies ? Number(values.get('U') ?? CONTEXT) : -1;
    return compare({ call, flags, context, shown }, operands[0]!, operands[1]!);
  },
};

/** A file against one of the same name in a folder, two folders, or two files. @returns 0 alike, 1 different, 2 trouble */
function compare(comparison: Comparison, left: string, right: string): number {
  const { files, cwd } = comparison.call.machine;
  const isFolder = (name: string) => name !== '-' && files.isDirectory(absolute(name, cwd));
  if (isFolder(left) && isFolder(right)) return compareFolders(comparison, left, right);
  const inside = (folder: string, name: string) => `${folder.replace(/\/+$/, '')}/${baseName(name)}`;
  const [a, b] = [isFolder(left) ? inside(left, right) : left, isFolder(right) ? inside(right, left) : right];
  return compareFiles(comparison, a, b, '');
}

function compareFolders(comparison: Comparison, left: string, right: string): number {
  const { call, flags, shown } = comparison;
  const { files, cwd } = call.machine;
  const list = (name: string) => files.list(absolute(name, cwd)) ?? [];
  let exit = 0;
  for (const name of [...new Set([...list(left), ...list(right)])].sort()) {
    const [a, b] = [`${left.replace(/\/+$/, '')}/${name}`, `${right.replace(/\/+$/, '')}/${name}`];
    const [pathA, pathB] = [absolute(a, cwd), absolute(b, cwd)];
    const alone = !isThere(files, pathA) ? right : !isThere(files, pathB) ? left : undefined;
    let found = 0;
    if (alone !== undefined && !flags.has('N')) {
      call.stdout.write(`Only in ${alone.replace(/(?<=.)\/+$/, '')}: ${name}\n`);
      found = 1;
    } else if (files.isDirectory(pathA) || files.isDirectory(pathB)) {
      if (flags.has('r')) found = compareFolders(comparison, a, b);
      else call.stdout.write(`Common subdirectories: ${a} and ${b}\n`);
    } else found = compareFiles(comparison, a, b, `diff${shown ? ` ${shown}` : ''} ${a} ${b}\n`);
    exit = Math.max(exit, found);
  }
  return exit;
}

/** @param title stands before what differs. */
function compareFiles(comparison: Comparison, left: string, right: string, title: string): number {
  const { call, flags, context } = comparison;
  const { files, cwd } = call.machine;
  const textOf = (name: string) =>
    name === '-' ? (call.stdin ?? '') : name === '/dev/null' ? '' : files.read(absolute(name, cwd));
  const texts = [left, right].map((name) => textOf(name) ?? (flags.has('N') ? '' : undefined));
  const missing = [left, right].filter((_, at) => texts[at] === undefined);
  for (const name of missing) call.stderr.write(`diff: ${name}: No such file or directory\n`);
  if (missing.length > 0) return 2;
  const [a, b] = texts as [string, string];
  const edits = lineEdits(pieces(a), pieces(b), sameLine(flags));
  if (edits.every(({ kind }) => kind === 'same')) {
    if (flags.has('s')) call.stdout.write(`Files ${left} and ${right} are identical\n`);
    return 0;
  }
  if (flags.has('q')) call.stdout.write(`Files ${left} and ${right} differ\n`);
  else if (context >= 0)
    call.stdout.write(
      `${title}--- ${stamped(call, left)}\n+++ ${stamped(call, right)}\n${hunks(edits, context)}`,
    );
  else call.stdout.write(title + normalDiff(edits));
  return 1;
}

/** A file with the time of its last change, as a patch names it. */
function stamped({ machine }: Invocation, name: string): string {
  const time = name === '-' ? machine.now() : (machine.files.modified(absolute(name, machine.cwd)) ?? 0n);
  return `${name}\t${formatDate('%Y-%m-%d %H:%M:%S.%N %z', time)}`;
}

function sameLine(flags: ReadonlySet<string>): Same {
  const plain = (line: string) => {
    let text = line;
    if (flags.has('w')) text = text.replace(/\s+/g, '');
    else if (flags.has('b')) text = text.replace(/\s+/g, ' ').trimEnd();
    return flags.has('i') ? text.toLowerCase() : text;
  };
  return (a, b) => a === b || plain(a) === plain(b);
}

/** Lines; the last one without its end is another line than the same with it. */
function pieces(text: string): string[] {
  const lines = linesOf(text);
  if (text !== '' && !text.endsWith('\n')) lines[lines.length - 1] += NO_NEWLINE;
  return lines;
}

const NO_NEWLINE = '\n\\ No newline at end of file';
