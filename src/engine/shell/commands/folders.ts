/** Commands about where one stands and what is there. Answers to: bash's cd and pwd, GNU ls, tree. */
import { absolute, baseName, HOME } from '../paths.ts';
import { type Invocation, type Program, parseArguments, unknownOption } from '../program.ts';

export const pwd: Program = {
  summary: 'print the current directory',
  run: (call) => {
    call.stdout.write(`${call.machine.cwd}\n`);
    return 0;
  },
};

export const cd: Program = {
  summary: 'change the current directory',
  run: (call) => {
    if (call.args.length > 1) return complain(call, 'too many arguments');
    const [target = HOME] = call.args;
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

export const ls: Program = {
  summary: 'list files',
  options: ['-l', '-a', '-1', '-R'],
  run: (call) => {
    const { flags, operands, unknown } = parseArguments(call.args, 'la1RAhtrF', { all: 'a', recursive: 'R' });
    if (unknown) {
      unknownOption(call, unknown);
      return 2;
    }
    const { files, cwd } = call.machine;
    const names = operands.length > 0 ? operands : ['.'];
    const isFolder = (name: string) => files.isDirectory(absolute(name, cwd));
    const missing = names.filter((name) => !isFolder(name) && !files.isFile(absolute(name, cwd)));
    for (const name of missing) {
      call.stderr.write(`ls: cannot access '${name}': No such file or directory\n`);
    }
    const plain = names.filter((name) => files.isFile(absolute(name, cwd)));
    const folders = names.filter(isFolder);
    const sections: string[] = [];
    if (plain.length > 0) sections.push(listing(call, plain, flags, ''));
    for (const folder of folders) sections.push(...folderSections(call, folder, flags, names.length > 1));
    call.stdout.write(sections.join('\n'));
    return missing.length > 0 ? 2 : 0;
  },
};

function folderSections(
  call: Invocation,
  name: string,
  flags: ReadonlySet<string>,
  titled: boolean,
): string[] {
  const { files, cwd } = call.machine;
  const path = absolute(name, cwd);
  const hidden = flags.has('a') || flags.has('A');
  const inner = (files.list(path) ?? []).filter((entry) => hidden || !entry.startsWith('.'));
  const shown = flags.has('a') ? ['.', '..', ...inner] : inner;
  const recursive = flags.has('R');
  const title = titled || recursive ? `${name}:\n` : '';
  const total = flags.has('l') ? `total ${inner.length * 4}\n` : '';
  const section = title + total + listing(call, shown, flags, path);
  if (!recursive) return [section];
  const folders = inner.filter((entry) => files.isDirectory(`${path}/${entry}`));
  return [section, ...folders.flatMap((entry) => folderSections(call, `${name}/${entry}`, flags, true))];
}

/** Names in columns as wide as the terminal, one a line where the output is not the terminal's width, or long. */
function listing(
  call: Invocation,
  names: readonly string[],
  flags: ReadonlySet<string>,
  folder: string,
): string {
  if (names.length === 0) return '';
  if (flags.has('l')) return names.map((name) => longLine(call, name, folder)).join('');
  if (flags.has('1')) return names.map((name) => `${name}\n`).join('');
  return columns(names, call.machine.columns);
}

function longLine(call: Invocation, name: string, folder: string): string {
  const { files, cwd } = call.machine;
  const path = absolute(name, folder || cwd);
  const isFolder = files.isDirectory(path);
  const size = isFolder ? 4096 : new TextEncoder().encode(files.read(path) ?? '').length;
  const mode = isFolder ? 'drwxr-xr-x 2' : '-rw-r--r-- 1';
  return `${mode} learner learner ${String(size).padStart(6)} ${name}\n`;
}

function columns(names: readonly string[], width: number): string {
  for (let rows = 1; rows < names.length; rows++) {
    const groups: string[][] = [];
    for (let at = 0; at < names.length; at += rows) groups.push(names.slice(at, at + rows));
    const widths = groups.map((group) => Math.max(...group.map((name) => name.length)) + 2);
    if (widths.reduce((sum, one) => sum + one, -2) > width) continue;
    const lines = Array.from({ length: rows }, (_, row) =>
      groups
        .map((group, column) => (group[row] ?? '').padEnd(widths[column]!))
        .join('')
        .trimEnd(),
    );
    return lines.map((line) => `${line}\n`).join('');
  }
  return names.map((name) => `${name}\n`).join('');
}

export const tree: Program = {
  summary: 'show folders and files as a tree',
  run: (call) => {
    const { operands } = parseArguments(call.args, 'aL:d');
    const root = operands[0] ?? '.';
    const { files, cwd } = call.machine;
    const path = absolute(root, cwd);
    const count = { folders: 0, files: 0 };
    if (!files.isDirectory(path)) {
      call.stdout.write(`${root}  [error opening dir]\n\n0 directories, 0 files\n`);
      return 2;
    }
    const branch = (folder: string, indent: string): string =>
      (files.list(folder) ?? [])
        .filter((name) => !name.startsWith('.'))
        .map((name, index, all) => {
          const last = index === all.length - 1;
          const inner = `${folder}/${name}`;
          const isFolder = files.isDirectory(inner);
          count[isFolder ? 'folders' : 'files'] += 1;
          const line = `${indent}${last ? '└── ' : '├── '}${baseName(inner)}\n`;
          return isFolder ? line + branch(inner, `${indent}${last ? '    ' : '│   '}`) : line;
        })
        .join('');
    const body = branch(path, '');
    const plural = (amount: number, one: string, many: string) => `${amount} ${amount === 1 ? one : many}`;
    call.stdout.write(
      `${root}\n${body}\n${plural(count.folders, 'directory', 'directories')}, ${plural(count.files, 'file', 'files')}\n`,
    );
    return 0;
  },
};
