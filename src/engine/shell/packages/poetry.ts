/** `poetry`: dependencies of the project in pyproject.toml. Answers to: Poetry 2. */

import * as shelf from '../../modules/packages/shelf.ts';
import { absolute } from '../paths.ts';
import type { Invocation, Program } from '../program.ts';
import { shellWords } from '../words.ts';
import { type Dependency, dependencies, newProject, withDependency, withoutDependency } from './pyproject.ts';

export const poetry: Program = {
  run: (call) => {
    const [command, ...args] = call.args;
    if (command === '--version' || command === '-V') {
      call.stdout.write('Poetry (version 2.1.4)\n');
      return 0;
    }
    const known = command === undefined ? undefined : COMMANDS[command];
    if (known)
      return known(
        call,
        args.filter((arg) => !arg.startsWith('-')),
        args,
      );
    call.stderr.write(`The requested command ${command ?? ''} does not exist.\n`);
    return 1;
  },
};

type Command = (call: Invocation, names: readonly string[], args: readonly string[]) => number;

const COMMANDS: Readonly<Record<string, Command>> = {
  add,
  remove,
  install,
  show,
  init,
  lock: install,
  update: install,
};

const pathOf = (call: Invocation) => absolute('pyproject.toml', call.machine.cwd);

function project(call: Invocation): string | undefined {
  const text = call.machine.files.read(pathOf(call));
  if (text === undefined) {
    call.stderr.write(
      `\nPoetry could not find a pyproject.toml file in ${call.machine.cwd} or its parents\n`,
    );
  }
  return text;
}

function init(call: Invocation, _names: readonly string[], args: readonly string[]): number {
  if (call.machine.files.isFile(pathOf(call))) {
    call.stderr.write('A pyproject.toml file with a project and/or a poetry section already exists.\n');
    return 1;
  }
  if (!args.includes('-n') && !args.includes('--no-interaction')) {
    call.stderr.write(`${shellWords(call.machine).poetryInit}\n`);
    return 1;
  }
  call.machine.files.write(pathOf(call), newProject(call.machine.cwd.replace(/^.*\//, '')));
  return 0;
}

function add(call: Invocation, names: readonly string[], args: readonly string[]): number {
  const text = project(call);
  if (text === undefined) return 1;
  if (names.length === 0) {
    call.stderr.write('\nNot enough arguments (missing: "name")\n');
    return 1;
  }
  const group = /(?:^|\s)(?:-D|--dev|--group[= ]dev|-G dev)(?:\s|$)/.test(args.join(' ')) ? 'dev' : undefined;
  const asked = names
    .filter((name) => name !== 'dev' || group === undefined)
    .map((name) => name.replace(/@latest$/, ''));
  const chosen: (Dependency & { readonly given: boolean })[] = [];
  for (const one of asked) {
    const parsed = shelf.requirement(one);
    const item = parsed && shelf.distribution(parsed.name);
    if (!parsed || !item) {
      call.stderr.write(`\nCould not find a matching version of package ${parsed?.name ?? one}\n`);
      return 1;
    }
    if (!shelf.satisfies(item.version, parsed.range)) {
      call.stderr.write(`\nCould not find a matching version of package ${parsed.name} (${parsed.range})\n`);
      return 1;
    }
    chosen.push({
      name: item.name.toLowerCase(),
      range: parsed.range || `^${item.version}`,
      given: parsed.range !== '',
    });
  }
  const present = chosen.filter(({ name }) =>
    dependencies(text).some((one) => shelf.plainName(one.name) === shelf.plainName(name)),
  );
  if (present.length === chosen.length) {
    call.stdout.write(
      `The following packages are already present in the pyproject.toml and will be skipped:\n\n${present.map(({ name }) => `  - ${name}\n`).join('')}\nIf you want to update it to the latest compatible version, you can use \`poetry update package\`.\nIf you prefer to upgrade it to the latest available version, you can use \`poetry add package@latest\`.\n\nNothing to add.\n`,
    );
    return 0;
  }
  const using = chosen
    .filter(({ given }) => !given)
    .map(({ name, range }) => `Using version ${range} for ${name}\n`);
  const fresh = chosen.flatMap(({ name }) => shelf.missingFor(call.machine.installed, name));
  call.stdout.write(
    `${using.join('')}${using.length > 0 ? '\n' : ''}Updating dependencies\nResolving dependencies...\n\n`,
  );
  perform(call, [...new Set(fresh)], []);
  call.machine.files.write(
    pathOf(call),
    chosen.reduce((before, one) => withDependency(before, one, group), text),
  );
  return 0;
}

function perform(
  call: Invocation,
  added: readonly shelf.Distribution[],
  removed: readonly shelf.Distribution[],
): void {
  const count = (amount: number, word: string) => `${amount} ${word}${amount === 1 ? '' : 's'}`;
  if (added.length + removed.length > 0) {
    const lines = [
      ...removed.map(({ name, version }) => `  - Removing ${name.toLowerCase()} (${version})\n`),
      ...added.map(({ name, version }) => `  - Installing ${name.toLowerCase()} (${version})\n`),
    ];
    call.stdout.write(
      `Package operations: ${count(added.length, 'install')}, 0 updates, ${count(removed.length, 'removal')}\n\n${lines.join('')}\nWriting lock file\n`,
    );
  } else call.stdout.write('No dependencies to install or update\n\nWriting lock file\n');
  for (const { name } of added) shelf.install(call.machine.installed, name);
  for (const { name } of removed) shelf.uninstall(call.machine.installed, name);
}

function remove(call: Invocation, names: readonly string[]): number {
  const text = project(call);
  if (text === undefined) return 1;
  const missing = names.filter(
    (name) => !dependencies(text).some((one) => shelf.plainName(one.name) === shelf.plainName(name)),
  );
  if (missing.length > 0 || names.length === 0) {
    call.stderr.write(
      names.length === 0
        ? '\nNot enough arguments (missing: "packages")\n'
        : `\nThe following packages were not found: ${missing.join(', ')}\n`,
    );
    return 1;
  }
  call.stdout.write('Updating dependencies\nResolving dependencies...\n\n');
  const gone = names.flatMap((name) =>
    shelf.isInstalled(call.machine.installed, name) ? (shelf.distribution(name) ?? []) : [],
  );
  perform(call, [], gone);
  call.machine.files.write(pathOf(call), names.reduce(withoutDependency, text));
  return 0;
}

function install(call: Invocation): number {
  const text = project(call);
  if (text === undefined) return 1;
  const fresh = dependencies(text).flatMap(({ name }) => shelf.missingFor(call.machine.installed, name));
  call.stdout.write('Installing dependencies from lock file\n\n');
  if (fresh.length === 0) call.stdout.write('No dependencies to install or update\n');
  else {
    const lines = fresh.map(({ name, version }) => `  - Installing ${name.toLowerCase()} (${version})\n`);
    call.stdout.write(
      `Package operations: ${fresh.length} install${fresh.length === 1 ? '' : 's'}, 0 updates, 0 removals\n\n${lines.join('')}`,
    );
    for (const { name } of fresh) shelf.install(call.machine.installed, name);
  }
  return 0;
}

function show(call: Invocation, names: readonly string[]): number {
  if (project(call) === undefined) return 1;
  const rows = shelf
    .allInstalled(call.machine.installed)
    .filter(
      ({ name }) => names.length === 0 || names.some((one) => shelf.plainName(one) === shelf.plainName(name)),
    );
  const [name] = names;
  if (name !== undefined) {
    const [one] = rows;
    if (!one) {
      call.stderr.write(`\nPackage ${name} not found\n`);
      return 1;
    }
    call.stdout.write(
      ` name         : ${one.name.toLowerCase()}\n version      : ${one.version}\n description  : ${one.summary}\n`,
    );
    return 0;
  }
  const width = Math.max(0, ...rows.map((row) => row.name.length));
  const versions = Math.max(0, ...rows.map((row) => row.version.length));
  for (const row of rows)
    call.stdout.write(
      `${row.name.toLowerCase().padEnd(width)} ${row.version.padEnd(versions)} ${row.summary}\n`,
    );
  return 0;
}
