/** `ls`. Answers to: GNU coreutils. */

import { complain, parseArguments, refuse } from '../../options.ts';
import { absolute } from '../../paths.ts';
import type { Invocation, Program } from '../../program.ts';
import { widthOf } from '../../psql/print.ts';
import { formatDate } from '../date-text.ts';
import { bytesOf } from '../text/input.ts';

const LONG = {
  all: 'a',
  'almost-all': 'A',
  recursive: 'R',
  'human-readable': 'h',
  reverse: 'r',
  classify: 'F',
  directory: 'd',
  color: '1',
  'group-directories-first': '2',
  size: 's',
  inode: 'i',
};

interface Listing {
  readonly call: Invocation;
  readonly has: (letter: string) => boolean;
}

export const ls: Program = {
  options: [
    '-l',
    '-a',
    '-A',
    '-1',
    '-R',
    '-h',
    '-t',
    '-r',
    '-S',
    '-d',
    '-F',
    '-p',
    '-C',
    '--color',
    '--group-directories-first',
  ],
  run: (call) => {
    const { flags, operands, problem } = parseArguments(call.args, 'laARhtrFSd1CpgnoUGmsi2', {
      ...LONG,
      color: 'G',
    });
    if (problem) return refuse(call, problem.replace(/^(option .*)$/, '$1'), 2);
    const { files, cwd } = call.machine;
    const names = operands.length > 0 ? operands : ['.'];
    const listing: Listing = { call, has: (letter) => flags.has(letter) };
    const isFolder = (name: string) => files.isDirectory(absolute(name, cwd)) && !flags.has('d');
    const isPlain = (name: string) =>
      (files.isFile(absolute(name, cwd)) && !name.endsWith('/')) ||
      (flags.has('d') && files.isDirectory(absolute(name, cwd)));
    const missing = names.filter((name) => !isFolder(name) && !isPlain(name));
    for (const name of missing)
      complain(
        call,
        `cannot access '${name}': ${files.isFile(absolute(name, cwd)) ? 'Not a directory' : 'No such file or directory'}`,
      );
    const plain = sorted(listing, names.filter(isPlain), '');
    const sections = plain.length > 0 ? [shown(listing, plain, '')] : [];
    for (const folder of sorted(listing, names.filter(isFolder), ''))
      sections.push(...folderSections(listing, folder, names.length > 1));
    call.stdout.write(sections.join('\n'));
    return missing.length > 0 ? 2 : 0;
  },
};

/** By name, by time (newest first) or by size (largest first), and `-r` the other way round. */
function sorted({ call, has }: Listing, names: readonly string[], folder: string): string[] {
  const { files, cwd } = call.machine;
  const path = (name: string) => absolute(name, folder || cwd);
  const byName = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  const order = (a: string, b: string): number => {
    if (has('2') && files.isDirectory(path(a)) !== files.isDirectory(path(b)))
      return files.isDirectory(path(a)) ? -1 : 1;
    if (has('t'))
      return Number((files.modified(path(b)) ?? 0n) - (files.modified(path(a)) ?? 0n)) || byName(a, b);
    if (has('S')) return sizeOf(call, path(b)) - sizeOf(call, path(a)) || byName(a, b);
    return byName(a, b);
  };
  const found = has('U') ? [...names] : [...names].sort(order);
  return has('r') ? found.reverse() : found;
}

function folderSections(listing: Listing, name: string, titled: boolean): string[] {
  const { call, has } = listing;
  const { files, cwd } = call.machine;
  const path = absolute(name, cwd);
  const entries = (files.list(path) ?? []).filter((entry) => has('a') || has('A') || !entry.startsWith('.'));
  const all = sorted(listing, has('a') ? ['.', '..', ...entries] : entries, path);
  const title = titled || has('R') ? `${name}:\n` : '';
  const isLong = has('l') || has('g') || has('n') || has('o');
  const blocks = all.reduce((sum, entry) => sum + blocksOf(call, absolute(entry, path)), 0);
  const total = isLong || has('s') ? `total ${has('h') ? human(blocks * 1024) : blocks}\n` : '';
  const section = title + total + shown(listing, all, path);
  if (!has('R')) return [section];
  const folders = sorted(listing, entries, path).filter((entry) => files.isDirectory(`${path}/${entry}`));
  return [
    section,
    ...folders.flatMap((entry) => folderSections(listing, `${name.replace(/\/+$/, '')}/${entry}`, true)),
  ];
}

const FOLDER_SIZE = 4096;
const BLOCK = 4096;

const sizeOf = (call: Invocation, path: string): number =>
  call.machine.files.isDirectory(path) ? FOLDER_SIZE : bytesOf(call.machine.files.read(path) ?? '');

/** Kilobytes on a disk whose blocks have 4,096 bytes. */
const blocksOf = (call: Invocation, path: string): number =>
  (Math.ceil(sizeOf(call, path) / BLOCK) * BLOCK) / 1024;

function human(bytes: number): string {
  let [value, unit] = [bytes, ''];
  for (const next of ['K', 'M', 'G']) {
    if (value < 1024) break;
    value /= 1024;
    unit = next;
  }
  if (unit === '') return String(bytes);
  const rounded = Math.ceil(value * 10) / 10;
  return (rounded < 10 ? rounded.toFixed(1) : String(Math.ceil(value))) + unit;
}

function shown(listing: Listing, names: readonly string[], folder: string): string {
  const { call, has } = listing;
  if (names.length === 0) return '';
  const labels = names.map(
    (name) => quoted(listing, name) + suffix(listing, absolute(name, folder || call.machine.cwd)),
  );
  if (has('l') || has('g') || has('n') || has('o')) return longLines(listing, names, labels, folder);
  if (has('m')) return `${labels.join(', ')}\n`;
  if (has('C') || (call.terminal && !has('1'))) return columns(labels, call.machine.columns);
  return labels.map((name) => `${name}\n`).join('');
}

/** Names with blanks and the like are quoted where a person reads them. */
const quoted = ({ call }: Listing, name: string): string =>
  call.terminal && /[\s'"$&()*;<>?[\]\\`{|}!#~]/.test(name) && name !== '.' && name !== '..'
    ? name.includes("'")
      ? `"${name}"`
      : `'${name}'`
    : name;

function suffix({ call, has }: Listing, path: string): string {
  return (has('F') || has('p')) && call.machine.files.isDirectory(path) ? '/' : '';
}

const HALF_YEAR = 15_778_476_000_000n;

function longLines(
  listing: Listing,
  names: readonly string[],
  labels: readonly string[],
  folder: string,
): string {
  const { call, has } = listing;
  const { files, cwd } = call.machine;
  const now = call.machine.now();
  const rows = names.map((name, at) => {
    const path = absolute(name, folder || cwd);
    const isFolder = files.isDirectory(path);
    const links = isFolder
      ? 2 + (files.list(path) ?? []).filter((one) => files.isDirectory(`${path}/${one}`)).length
      : 1;
    const size = sizeOf(call, path);
    const time = files.modified(path) ?? 0n;
    // As GNU's ls has it: what was written in this very moment is not recent yet.
    const recent = time < now && now - time < HALF_YEAR;
    return {
      mode: isFolder ? 'drwxr-xr-x' : '-rw-r--r--',
      links: String(links),
      size: has('h') ? human(size) : String(size),
      time: formatDate(recent ? '%b %e %H:%M' : '%b %e  %Y', time),
      label: labels[at]!,
    };
  });
  const wide = (key: 'links' | 'size') => Math.max(...rows.map((row) => row[key].length));
  const [links, sizes] = [wide('links'), wide('size')];
  const who = has('n') ? '1000' : 'learner';
  const owner = (has('g') ? [] : [who]).concat(has('o') || has('G') ? [] : [who]).join(' ');
  return rows
    .map(
      (row) =>
        `${row.mode} ${row.links.padStart(links)} ${owner}${owner ? ' ' : ''}${row.size.padStart(sizes)} ${row.time} ${row.label}\n`,
    )
    .join('');
}

/** Names in as many columns as fit, filled from top to bottom. */
function columns(names: readonly string[], width: number): string {
  for (let rows = 1; rows < names.length; rows++) {
    const groups: string[][] = [];
    for (let at = 0; at < names.length; at += rows) groups.push(names.slice(at, at + rows));
    const widths = groups.map((group) => Math.max(...group.map(widthOf)) + 2);
    if (widths.reduce((sum, one) => sum + one, -2) >= width) continue;
    return Array.from({ length: rows }, (_, row) => {
      const cells = groups.flatMap((group) => group[row] ?? []);
      return `${cells.map((cell, at) => (at < cells.length - 1 ? cell + ' '.repeat(widths[at]! - widthOf(cell)) : cell)).join('')}\n`;
    }).join('');
  }
  return names.map((name) => `${name}\n`).join('');
}
