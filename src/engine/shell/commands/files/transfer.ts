/** `mv` and `cp`. Answers to: GNU coreutils. */
import { isThere } from '../../../files.ts';
import type { Files } from '../../../machine.ts';
import { parseArguments, refuse } from '../../options.ts';
import { absolute, baseName, folderOf } from '../../paths.ts';
import type { Invocation, Program } from '../../program.ts';
import { removeTree } from './files.ts';
import { complain, eachOperand, missing } from './operands.ts';

export const mv: Program = {
  options: ['-f', '-n', '-v', '-i', '-t'],
  run: (call) => transfer(call, true),
};

export const cp: Program = {
  options: ['-r', '-a', '-f', '-n', '-v', '-p', '-i', '-t'],
  run: (call) => transfer(call, false),
};

const LONG = {
  recursive: 'r',
  force: 'f',
  verbose: 'v',
  'no-clobber': 'n',
  archive: 'a',
  'target-directory': 't',
  'no-target-directory': 'T',
  interactive: 'i',
  update: 'u',
};

interface Transfer {
  readonly call: Invocation;
  readonly move: boolean;
  readonly recursive: boolean;
  readonly flags: ReadonlySet<string>;
}

function transfer(call: Invocation, move: boolean): number {
  const { flags, values, operands, problem } = parseArguments(call.args, 'rRafvinput:T', LONG);
  if (problem) return refuse(call, problem, 1);
  const named = values.get('t');
  const sources = named === undefined ? operands.slice(0, -1) : operands;
  const target = named ?? operands.at(-1);
  if (target === undefined) return missing(call, 'file operand');
  if (sources.length === 0) {
    if (named !== undefined) return missing(call, 'file operand');
    return missing(call, `destination file operand after '${target}'`);
  }
  const { files, cwd } = call.machine;
  const path = absolute(target, cwd);
  const into = files.isDirectory(path) && !flags.has('T');
  if (!into && (sources.length > 1 || named !== undefined)) {
    const why = isThere(files, path) ? 'Not a directory' : 'No such file or directory';
    complain(call, `target '${target}': ${why}`);
    return 1;
  }
  const recursive = move || flags.has('r') || flags.has('R') || flags.has('a');
  const all: Transfer = { call, move, recursive, flags };
  return eachOperand(sources, (name) =>
    transferOne(all, name, into ? `${target.replace(/\/+$/, '')}/${baseName(absolute(name, cwd))}` : target),
  );
}

function transferOne(
  { call, move, recursive, flags }: Transfer,
  name: string,
  target: string,
): string | undefined {
  const { files, cwd } = call.machine;
  const [from, to] = [absolute(name, cwd), absolute(target, cwd)];
  const verb = move ? 'cannot move' : 'cannot copy';
  if (!isThere(files, from)) {
    const why = files.isFile(folderOf(from)) ? 'Not a directory' : 'No such file or directory';
    return complain(call, `cannot stat '${name}': ${why}`);
  }
  if (files.isDirectory(from)) {
    if (!recursive) return complain(call, `-r not specified; omitting directory '${name}'`);
    if (to === from || to.startsWith(`${from}/`)) {
      const what = move ? 'to a subdirectory of itself' : 'a directory';
      return complain(
        call,
        move
          ? `${verb} '${name}' ${what}, '${target}'`
          : `${verb} ${what}, '${name}', into itself, '${target}'`,
      );
    }
    if (files.isFile(to))
      return complain(
        call,
        move
          ? `cannot overwrite non-directory '${target}' with directory '${name}'`
          : `cannot overwrite non-directory '${target}' with directory '${name}'`,
      );
    if (move && (files.list(to) ?? []).length > 0)
      return complain(call, `cannot move '${name}' to '${target}': Directory not empty`);
  }
  if (from === to) return complain(call, `'${name}' and '${target}' are the same file`);
  if (files.isFile(to) && flags.has('n')) return undefined;
  if (
    !files.isDirectory(folderOf(to)) ||
    (target.endsWith('/') && files.isFile(from) && !files.isDirectory(to))
  )
    return complain(call, unreachable(files, { name, target, from, to }, move));
  const say = flags.has('v') ? (text: string) => call.stdout.write(`${text}\n`) : () => {};
  if (move) {
    moveTree(files, from, to);
    say(`renamed '${name}' -> '${target}'`);
  } else
    copyTree(
      { files, now: call.machine.now(), keepTimes: flags.has('a') || flags.has('p'), say },
      { from, to, name, target },
    );
  return undefined;
}

interface Names {
  readonly name: string;
  readonly target: string;
  readonly from: string;
  readonly to: string;
}

function unreachable(files: Files, { name, target, from, to }: Names, move: boolean): string {
  const why =
    files.isFile(folderOf(to)) || (target.endsWith('/') && files.isDirectory(folderOf(to)))
      ? 'Not a directory'
      : 'No such file or directory';
  if (move) return `cannot move '${name}' to '${target}': ${why}`;
  return files.isDirectory(from)
    ? `cannot create directory '${target}': ${why}`
    : `cannot create regular file '${target}': ${why}`;
}

interface Copying {
  readonly files: Files;
  readonly now: bigint;
  readonly keepTimes: boolean;
  say(text: string): void;
}

function copyTree(copying: Copying, { from, to, name, target }: Names): void {
  const { files, keepTimes, say } = copying;
  say(`'${name}' -> '${target}'`);
  if (files.isFile(from)) {
    files.write(to, files.read(from)!);
    if (keepTimes) files.touch(to, files.modified(from)!);
    return;
  }
  files.makeDirectory(to);
  for (const entry of files.list(from) ?? [])
    copyTree(copying, {
      from: `${from}/${entry}`,
      to: `${to}/${entry}`,
      name: `${name.replace(/\/+$/, '')}/${entry}`,
      target: `${target.replace(/\/+$/, '')}/${entry}`,
    });
}

/** What is moved keeps its time. */
function moveTree(files: Files, from: string, to: string): void {
  const time = files.modified(from)!;
  if (files.isFile(from)) {
    files.write(to, files.read(from)!);
    files.touch(to, time);
    files.remove(from);
    return;
  }
  files.makeDirectory(to);
  for (const entry of files.list(from) ?? []) moveTree(files, `${from}/${entry}`, `${to}/${entry}`);
  removeTree(files, from);
}
