/** `pip`: installs from a fixed shelf of packages. Answers to: pip 23.2. */

import * as shelf from '../../modules/packages/shelf.ts';
import { absolute } from '../paths.ts';
import type { Invocation, Program } from '../program.ts';

const SITE = '/home/learner/.venv/lib/python3.11/site-packages';

export const pip: Program = {
  run: (call) => {
    const [command, ...args] = call.args;
    if (command === '--version' || command === '-V') {
      call.stdout.write(`pip 23.2.1 from ${SITE}/pip (python 3.11)\n`);
      return 0;
    }
    if (command === undefined) return usage(call);
    const known = COMMANDS[command];
    if (known) return known(call, args);
    call.stderr.write(`ERROR: unknown command "${command}"\n`);
    return 1;
  },
};

function usage(call: Invocation): number {
  call.stdout.write('\nUsage:   \n  pip <command> [options]\n');
  return 0;
}

const COMMANDS: Readonly<Record<string, (call: Invocation, args: readonly string[]) => number>> = {
  install,
  uninstall,
  list,
  freeze: (call) => {
    for (const { name, version } of shelf.allInstalled(call.machine.installed))
      call.stdout.write(`${name}==${version}\n`);
    return 0;
  },
  show,
};

/** Names on the line and in the files that `-r` names. */
function wanted(call: Invocation, args: readonly string[]): string[] | number {
  const names: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at]!;
    if (arg === '-r' || arg === '--requirement') {
      const file = args[++at] ?? '';
      const text = call.machine.files.read(absolute(file, call.machine.cwd));
      if (text === undefined) {
        call.stderr.write(
          `ERROR: Could not open requirements file: [Errno 2] No such file or directory: '${file}'\n`,
        );
        return 1;
      }
      names.push(
        ...text
          .split('\n')
          .map((line) => line.replace(/#.*/, '').trim())
          .filter(Boolean),
      );
    } else if (!arg.startsWith('-')) names.push(arg);
  }
  return names;
}

function install(call: Invocation, args: readonly string[]): number {
  const names = wanted(call, args);
  if (typeof names === 'number') return names;
  if (names.length === 0) {
    call.stderr.write('ERROR: You must give at least one requirement to install (see "pip help install")\n');
    return 1;
  }
  const { installed } = call.machine;
  const fresh: shelf.Distribution[] = [];
  const collect = (name: string, via: (one: shelf.Distribution) => string): void => {
    for (const one of shelf.missingFor(installed, name)) {
      if (fresh.includes(one)) continue;
      call.stdout.write(`Collecting ${via(one)}\n`);
      fresh.push(one);
    }
  };
  for (const text of names) {
    const asked = shelf.requirement(text);
    if (!asked) {
      call.stderr.write(`ERROR: Invalid requirement: '${text}'\n`);
      return 1;
    }
    const item = shelf.distribution(asked.name);
    if (!item || !shelf.satisfies(item.version, asked.range)) return notFound(call, text, item);
    if (shelf.isInstalled(installed, asked.name)) {
      call.stdout.write(`Requirement already satisfied: ${text} in ${SITE} (${item.version})\n`);
    } else collect(asked.name, (one) => (one === item ? text : `${one.name} (from ${item.name})`));
    for (const other of asked.extra) collect(other, (one) => `${one.name} (from ${text})`);
  }
  for (const one of fresh) shelf.install(installed, one.name);
  if (fresh.length > 0) {
    call.stdout.write(`Installing collected packages: ${fresh.map(({ name }) => name).join(', ')}\n`);
    const done = [...fresh].sort((a, b) => (shelf.plainName(a.name) < shelf.plainName(b.name) ? -1 : 1));
    call.stdout.write(
      `Successfully installed ${done.map(({ name, version }) => `${name}-${version}`).join(' ')}\n`,
    );
  }
  return 0;
}

function notFound(call: Invocation, text: string, item: shelf.Distribution | undefined): number {
  const versions = item ? item.version : 'none';
  call.stderr.write(
    `ERROR: Could not find a version that satisfies the requirement ${text} (from versions: ${versions})\n` +
      `ERROR: No matching distribution found for ${text}\n`,
  );
  return 1;
}

function uninstall(call: Invocation, args: readonly string[]): number {
  const names = wanted(call, args);
  if (typeof names === 'number') return names;
  if (names.length === 0) {
    call.stderr.write(
      'ERROR: You must give at least one requirement to uninstall (see "pip help uninstall")\n',
    );
    return 1;
  }
  for (const name of names) {
    const item = shelf.distribution(name);
    if (!item || !shelf.isInstalled(call.machine.installed, name)) {
      call.stderr.write(`WARNING: Skipping ${name} as it is not installed.\n`);
      continue;
    }
    shelf.uninstall(call.machine.installed, name);
    const full = `${item.name}-${item.version}`;
    call.stdout.write(
      `Found existing installation: ${item.name} ${item.version}\nUninstalling ${full}:\n  Successfully uninstalled ${full}\n`,
    );
  }
  return 0;
}

function list(call: Invocation): number {
  const rows = [
    ...shelf.allInstalled(call.machine.installed),
    { name: 'pip', version: '23.2.1' },
    { name: 'setuptools', version: '65.5.0' },
  ].sort((a, b) => (shelf.plainName(a.name) < shelf.plainName(b.name) ? -1 : 1));
  const width = Math.max(7, ...rows.map(({ name }) => name.length));
  const versions = Math.max(7, ...rows.map(({ version }) => version.length));
  const line = (left: string, right: string) => `${left.padEnd(width)} ${right}\n`;
  call.stdout.write(line('Package', 'Version') + line('-'.repeat(width), '-'.repeat(versions)));
  for (const { name, version } of rows) call.stdout.write(line(name, version));
  return 0;
}

function show(call: Invocation, args: readonly string[]): number {
  const names = args.filter((arg) => !arg.startsWith('-'));
  if (names.length === 0) {
    call.stderr.write('WARNING: ERROR: Please provide a package name or names.\n');
    return 1;
  }
  const { installed } = call.machine;
  const found = names.flatMap((name) =>
    shelf.isInstalled(installed, name) ? (shelf.distribution(name) ?? []) : [],
  );
  const missing = names.filter((name) => !shelf.isInstalled(installed, name));
  if (missing.length > 0) call.stderr.write(`WARNING: Package(s) not found: ${missing.join(', ')}\n`);
  call.stdout.write(
    found
      .map(({ name, version, summary, requires }) => {
        const sorted = (all: readonly string[]) =>
          [...all].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)).join(', ');
        const users = shelf
          .allInstalled(installed)
          .filter((one) => one.requires.some((other) => shelf.plainName(other) === shelf.plainName(name)));
        return `Name: ${name}\nVersion: ${version}\nSummary: ${summary}\nLocation: ${SITE}\nRequires: ${sorted(requires)}\nRequired-by: ${sorted(users.map((one) => one.name))}\n`;
      })
      .join('---\n'),
  );
  return found.length > 0 ? 0 : 1;
}
