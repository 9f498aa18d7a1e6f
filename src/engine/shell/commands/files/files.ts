/** Commands that make and remove files and folders. Answers to: GNU coreutils. */
import { isThere } from '../../../files.ts';
import type { Files } from '../../../machine.ts';
import { parseArguments, refuse } from '../../options.ts';
import { absolute, folderOf } from '../../paths.ts';
import type { Invocation, Program } from '../../program.ts';
import { dateOf } from '../date-text.ts';
import { complain, eachOperand, missing } from './operands.ts';

export const mkdir: Program = {
  options: ['-p', '-v'],
  run: (call) => {
    const long = { parents: 'p', verbose: 'v', mode: 'm' };
    const { flags, operands, problem } = parseArguments(call.args, 'pvm:', long);
    if (problem) return refuse(call, problem, 1);
    if (operands.length === 0) return missing(call, 'operand');
    return eachOperand(operands, (name) => makeOne(call, name, flags));
  },
};

function makeOne(call: Invocation, name: string, flags: ReadonlySet<string>): string | undefined {
  const { files, cwd } = call.machine;
  const path = absolute(name, cwd);
  const parents = flags.has('p');
  if (files.isDirectory(path) && parents) return undefined;
  if (isThere(files, path)) return complain(call, `cannot create directory ‘${name}’: File exists`);
  const folder = folderOf(path);
  if (files.isFile(folder)) return complain(call, `cannot create directory ‘${name}’: Not a directory`);
  if (!parents && !files.isDirectory(folder))
    return complain(call, `cannot create directory ‘${name}’: No such file or directory`);
  const said = flags.has('v') ? newFolders(files, name, path) : [];
  files.makeDirectory(path);
  for (const one of said) call.stdout.write(`mkdir: created directory '${one}'\n`);
  return undefined;
}

/** The folders that come into being, spelled as the operand spells them. */
function newFolders(files: Files, name: string, path: string): string[] {
  const found: string[] = [];
  for (let [shown, at] = [name.replace(/\/+$/, ''), path]; !files.isDirectory(at); at = folderOf(at)) {
    found.unshift(shown);
    shown = shown.replace(/\/?[^/]*$/, '');
  }
  return found;
}

export const touch: Program = {
  options: ['-c', '-d', '-t'],
  run: (call) => {
    const long = { 'no-create': 'c', date: 'd' };
    const { flags, values, operands, problem } = parseArguments(call.args, 'acmd:t:r:', long);
    if (problem) return refuse(call, problem, 1);
    if (operands.length === 0) return missing(call, 'file operand');
    const given = values.get('d');
    const time = given === undefined ? call.machine.now() : dateOf(given, call.machine.now());
    if (time === undefined) {
      complain(call, `invalid date format ‘${given}’`);
      return 1;
    }
    return eachOperand(operands, (name) => {
      const { files, cwd } = call.machine;
      const path = absolute(name, cwd);
      if (isThere(files, path)) files.touch(path, time);
      else if (!flags.has('c')) {
        if (!files.isDirectory(folderOf(path)))
          return complain(call, `cannot touch '${name}': No such file or directory`);
        files.write(path, '');
        files.touch(path, time);
      }
      return undefined;
    });
  },
};

export const rm: Program = {
  options: ['-r', '-f', '-v', '-d'],
  run: (call) => {
    const long = { recursive: 'r', force: 'f', verbose: 'v', dir: 'd' };
    const { flags, operands, problem } = parseArguments(call.args, 'rRfviId', long);
    if (problem) return refuse(call, problem, 1);
    if (operands.length === 0) return flags.has('f') ? 0 : missing(call, 'operand');
    return eachOperand(operands, (name) => removeOne(call, name, flags));
  },
};

function removeOne(call: Invocation, name: string, flags: ReadonlySet<string>): string | undefined {
  const { files, cwd } = call.machine;
  const path = absolute(name, cwd);
  const last = name.replace(/\/+$/, '').replace(/^.*\//, '');
  if (last === '.' || last === '..')
    return complain(call, `refusing to remove '.' or '..' directory: skipping '${name}'`);
  if (path === '/')
    return complain(
      call,
      "it is dangerous to operate recursively on '/'\nrm: use --no-preserve-root to override this failsafe",
    );
  const say = (text: string) => flags.has('v') && call.stdout.write(`${text}\n`);
  if (files.isDirectory(path)) {
    if (flags.has('d') && (files.list(path) ?? []).length === 0) say(`removed directory '${name}'`);
    else if (!flags.has('r') && !flags.has('R'))
      return complain(call, `cannot remove '${name}': Is a directory`);
    removeTree(files, path, name.replace(/\/+$/, ''), say);
    return undefined;
  }
  if (files.remove(path)) say(`removed '${name}'`);
  else if (!flags.has('f')) return complain(call, `cannot remove '${name}': No such file or directory`);
  return undefined;
}

/** @param say gets what went, innermost first. */
export function removeTree(
  files: Files,
  path: string,
  name = '',
  say: (text: string) => void = () => {},
): void {
  for (const entry of files.list(path) ?? []) {
    const inner = `${path}/${entry}`;
    if (files.isDirectory(inner)) removeTree(files, inner, `${name}/${entry}`, say);
    else {
      files.remove(inner);
      say(`removed '${name}/${entry}'`);
    }
  }
  if (files.remove(path)) say(`removed directory '${name}'`);
}

export const rmdir: Program = {
  options: ['-p', '-v'],
  run: (call) => {
    const { flags, operands, problem } = parseArguments(call.args, 'pv', { parents: 'p', verbose: 'v' });
    if (problem) return refuse(call, problem, 1);
    if (operands.length === 0) return missing(call, 'operand');
    return eachOperand(operands, (name) => {
      let shown = name.replace(/\/+$/, '');
      do {
        if (flags.has('v')) call.stdout.write(`rmdir: removing directory, '${shown}'\n`);
        const problem = removeEmpty(call, shown);
        if (problem !== undefined) return problem;
        shown = shown.replace(/\/?[^/]*$/, '');
      } while (flags.has('p') && shown !== '');
      return undefined;
    });
  },
};

function removeEmpty(call: Invocation, name: string): string | undefined {
  const { files, cwd } = call.machine;
  const path = absolute(name, cwd);
  if (files.isDirectory(path)) {
    return files.remove(path) ? undefined : complain(call, `failed to remove '${name}': Directory not empty`);
  }
  const why = files.isFile(path) ? 'Not a directory' : 'No such file or directory';
  return complain(call, `failed to remove '${name}': ${why}`);
}
