/** `pwd`, `cd` and `tree`. Answers to: bash's cd and pwd, tree 2.1. */
import { globSource } from '../../expand/glob.ts';
import { parseArguments, refuse } from '../../options.ts';
import { absolute, HOME } from '../../paths.ts';
import type { Invocation, Program } from '../../program.ts';

export const pwd: Program = {
  run: (call) => {
    call.stdout.write(`${call.machine.cwd}\n`);
    return 0;
  },
};

export const cd: Program = {
  run: (call) => {
    const operands = call.args.filter((arg) => !/^-[LP]$|^--$/.test(arg));
    if (operands.length > 1) return complain(call, 'too many arguments');
    const [given] = operands;
    const target = given ?? call.environment.get('HOME') ?? HOME;
    const path = target === '-' ? call.shell.previousFolder : absolute(target, call.machine.cwd);
    if (call.machine.files.isFile(path)) return complain(call, `${target}: Not a directory`);
    if (!call.machine.files.isDirectory(path)) return complain(call, `${target}: No such file or directory`);
    call.shell.previousFolder = call.machine.cwd;
    call.machine.cwd = path;
    if (target === '-') call.stdout.write(`${path}\n`);
    return 0;
  },
};

function complain(call: Invocation, text: string): number {
  call.stderr.write(`bash: cd: ${text}\n`);
  return 1;
}

interface Walk {
  readonly call: Invocation;
  readonly flags: ReadonlySet<string>;
  readonly depth: number;
  readonly hidden: readonly RegExp[];
  readonly wanted: readonly RegExp[];
  readonly count: { folders: number; files: number };
}

const TREE_LONG = { dirsfirst: '1', noreport: '2', help: '3' };

export const tree: Program = {
  options: ['-a', '-d', '-f', '-i', '-L', '-I', '-P', '-F', '--dirsfirst', '--noreport'],
  run: (call) => {
    const { flags, values, given, operands, problem } = parseArguments(
      call.args,
      'adfiFNCL:I:P:123',
      TREE_LONG,
    );
    if (problem) return refuse(call, problem, 1);
    const level = values.get('L');
    if (level !== undefined && !(Number(level) > 0)) {
      call.stderr.write('tree: Invalid level, must be greater than 0.\n');
      return 1;
    }
    const patterns = (letter: string) =>
      given
        .filter(([option]) => option === letter)
        .flatMap(([, text]) => text.split('|'))
        .map((text) => new RegExp(`^${globSource(text.replace(/\/$/, ''), '[^/]')}$`, 'su'));
    const walk: Walk = {
      call,
      flags,
      depth: level === undefined ? Number.POSITIVE_INFINITY : Number(level),
      hidden: patterns('I'),
      wanted: patterns('P'),
      count: { folders: 0, files: 0 },
    };
    let failed = false;
    let out = '';
    for (const root of operands.length > 0 ? operands : ['.']) {
      const path = absolute(root, call.machine.cwd);
      if (call.machine.files.isDirectory(path)) {
        walk.count.folders += 1;
        out += `${root}\n${branches(walk, path, root, '', 1)}`;
      } else {
        failed = true;
        out += `${root}  [error opening dir]\n`;
      }
    }
    const plural = (amount: number, one: string, many: string) => `${amount} ${amount === 1 ? one : many}`;
    if (!flags.has('2')) {
      const report = plural(walk.count.folders, 'directory', 'directories');
      out += `\n${report}${flags.has('d') ? '' : `, ${plural(walk.count.files, 'file', 'files')}`}\n`;
    }
    call.stdout.write(out);
    return failed ? 2 : 0;
  },
};

function branches(walk: Walk, path: string, shown: string, indent: string, level: number): string {
  const { files } = walk.call.machine;
  const { flags, hidden, wanted, count } = walk;
  const isFolder = (name: string) => files.isDirectory(`${path}/${name}`);
  let names = (files.list(path) ?? []).filter((name) => {
    if (name.startsWith('.') && !flags.has('a')) return false;
    if (hidden.some((test) => test.test(name))) return false;
    if (flags.has('d') && !isFolder(name)) return false;
    return isFolder(name) || wanted.length === 0 || wanted.some((test) => test.test(name));
  });
  if (flags.has('1')) names = [...names.filter(isFolder), ...names.filter((name) => !isFolder(name))];
  return names
    .map((name, index) => {
      const last = index === names.length - 1;
      const folder = isFolder(name);
      count[folder ? 'folders' : 'files'] += 1;
      const label = (flags.has('f') ? `${shown}/${name}` : name) + (flags.has('F') && folder ? '/' : '');
      const line = flags.has('i') ? `${label}\n` : `${indent}${last ? '└── ' : '├── '}${label}\n`;
      if (!folder || level >= walk.depth) return line;
      return (
        line +
        branches(
          walk,
          `${path}/${name}`,
          `${shown}/${name}`,
          `${indent}${last ? '    ' : '│\u00a0\u00a0 '}`,
          level + 1,
        )
      );
    })
    .join('');
}
