/** Commands that make, move and remove files. Answers to: GNU coreutils. */
import type { Files } from '../../machine.ts';
import { absolute, baseName, folderOf } from '../paths.ts';
import { type Invocation, type Program, parseArguments, unknownOption } from '../program.ts';

export const mkdir: Program = {
  summary: 'make directories',
  options: ['-p'],
  run: (call) => {
    const { flags, operands, unknown } = parseArguments(call.args, 'pv', { parents: 'p', verbose: 'v' });
    if (unknown) return refuse(call, unknown);
    if (operands.length === 0) return missing(call, 'operand');
    return eachOperand(operands, (name) => makeOne(call, name, flags.has('p')));
  },
};

function makeOne(call: Invocation, name: string, parents: boolean): string | undefined {
  const { files, cwd } = call.machine;
  const path = absolute(name, cwd);
  if (files.isDirectory(path))
    return parents ? undefined : complain(call, `cannot create directory '${name}': File exists`);
  if (files.isFile(path)) return complain(call, `cannot create directory '${name}': File exists`);
  if (!parents && !files.isDirectory(folderOf(path))) {
    return complain(call, `cannot create directory '${name}': No such file or directory`);
  }
  files.makeDirectory(path);
  return undefined;
}

export const touch: Program = {
  summary: 'make empty files',
  run: (call) => {
    const { operands, unknown } = parseArguments(call.args, 'acm');
    if (unknown) return refuse(call, unknown);
    if (operands.length === 0) return missing(call, 'file operand');
    return eachOperand(operands, (name) => {
      const { files, cwd } = call.machine;
      const path = absolute(name, cwd);
      if (files.isFile(path) || files.isDirectory(path)) return undefined;
      if (!files.isDirectory(folderOf(path)))
        return complain(call, `cannot touch '${name}': No such file or directory`);
      files.write(path, '');
      return undefined;
    });
  },
};

export const rm: Program = {
  summary: 'remove files or directories',
  options: ['-r', '-f'],
  run: (call) => {
    const { flags, operands, unknown } = parseArguments(call.args, 'rRfvi', { recursive: 'r', force: 'f' });
    if (unknown) return refuse(call, unknown);
    const force = flags.has('f');
    if (operands.length === 0) return force ? 0 : missing(call, 'operand');
    return eachOperand(operands, (name) => removeOne(call, name, flags.has('r') || flags.has('R'), force));
  },
};

function removeOne(call: Invocation, name: string, recursive: boolean, force: boolean): string | undefined {
  const { files, cwd } = call.machine;
  const path = absolute(name, cwd);
  if (files.isDirectory(path)) {
    if (!recursive) return complain(call, `cannot remove '${name}': Is a directory`);
    if (path === '/' || cwd === path || cwd.startsWith(`${path}/`)) {
      return complain(call, `refusing to remove '${name}': it holds the current directory`);
    }
    removeTree(files, path);
    return undefined;
  }
  if (files.remove(path) || force) return undefined;
  return complain(call, `cannot remove '${name}': No such file or directory`);
}

function removeTree(files: Files, path: string): void {
  for (const name of files.list(path) ?? []) {
    const inner = `${path}/${name}`;
    if (files.isDirectory(inner)) removeTree(files, inner);
    else files.remove(inner);
  }
  files.remove(path);
}

export const rmdir: Program = {
  summary: 'remove empty directories',
  run: (call) =>
    eachOperand(call.args, (name) => {
      const { files, cwd } = call.machine;
      const path = absolute(name, cwd);
      if (!files.isDirectory(path)) {
        const why = files.isFile(path) ? 'Not a directory' : 'No such file or directory';
        return complain(call, `failed to remove '${name}': ${why}`);
      }
      return files.remove(path)
        ? undefined
        : complain(call, `failed to remove '${name}': Directory not empty`);
    }),
};

export const mv: Program = {
  summary: 'move or rename files',
  run: (call) => transfer(call, true),
};

export const cp: Program = {
  summary: 'copy files and directories',
  options: ['-r'],
  run: (call) => transfer(call, false),
};

function transfer(call: Invocation, move: boolean): number {
  const { flags, operands, unknown } = parseArguments(call.args, 'rRafvinp', { recursive: 'r', force: 'f' });
  if (unknown) return refuse(call, unknown);
  if (operands.length === 0) return missing(call, 'file operand');
  const target = operands.at(-1)!;
  if (operands.length === 1) {
    complain(call, `missing destination file operand after '${target}'\n${hint(call)}`);
    return 1;
  }
  const { files, cwd } = call.machine;
  const into = files.isDirectory(absolute(target, cwd));
  if (operands.length > 2 && !into) {
    complain(call, `target '${target}' is not a directory`);
    return 1;
  }
  const recursive = move || flags.has('r') || flags.has('R') || flags.has('a');
  return eachOperand(operands.slice(0, -1), (name) =>
    transferOne(
      call,
      name,
      into ? `${target.replace(/\/$/, '')}/${baseName(absolute(name, cwd))}` : target,
      move,
      recursive,
    ),
  );
}

function transferOne(
  call: Invocation,
  name: string,
  target: string,
  move: boolean,
  recursive: boolean,
): string | undefined {
  const { files, cwd } = call.machine;
  const from = absolute(name, cwd);
  const to = absolute(target, cwd);
  const verb = move ? 'cannot move' : 'cannot copy';
  if (!files.isFile(from) && !files.isDirectory(from)) {
    return complain(call, `cannot stat '${name}': No such file or directory`);
  }
  if (from === to) return complain(call, `'${name}' and '${target}' are the same file`);
  if (files.isDirectory(from)) {
    if (!recursive) return complain(call, `-r not specified; omitting directory '${name}'`);
    if (to.startsWith(`${from}/`)) {
      return complain(call, `${verb} '${name}' to a subdirectory of itself, '${target}'`);
    }
  }
  if (!files.isDirectory(folderOf(to))) {
    const kind = move ? `cannot move '${name}' to '${target}'` : `cannot create regular file '${target}'`;
    return complain(call, `${kind}: No such file or directory`);
  }
  copyTree(files, from, to);
  if (move) removeAny(files, from);
  return undefined;
}

function copyTree(files: Files, from: string, to: string): void {
  if (files.isFile(from)) {
    files.write(to, files.read(from)!);
    return;
  }
  files.makeDirectory(to);
  for (const name of files.list(from) ?? []) copyTree(files, `${from}/${name}`, `${to}/${name}`);
}

function removeAny(files: Files, path: string): void {
  if (files.isDirectory(path)) removeTree(files, path);
  else files.remove(path);
}

/** Runs an action for each operand; 1 where any of them complained. */
function eachOperand(operands: readonly string[], action: (name: string) => string | undefined): number {
  return operands.map(action).some((complaint) => complaint !== undefined) ? 1 : 0;
}

function complain(call: Invocation, text: string): string {
  call.stderr.write(`${call.name}: ${text}\n`);
  return text;
}

const hint = (call: Invocation) => `Try '${call.name} --help' for more information.`;

function missing(call: Invocation, what: string): number {
  complain(call, `missing ${what}\n${hint(call)}`);
  return 1;
}

function refuse(call: Invocation, option: string): number {
  unknownOption(call, option);
  return 1;
}
