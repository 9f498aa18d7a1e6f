/** Random commands over a revision graph, as a person types them. */
import type { Random } from '../random.ts';
import { LABELS, type Revision } from './graph.ts';

/** A way to name a revision: whole, part, symbol, label, relative. */
function anyTarget(r: Random, graph: readonly Revision[]): string {
  const { id } = r.pick(graph);
  const label = r.pick([...graph.flatMap((one) => one.labels), r.pick(LABELS)]);
  return r.pick([
    id,
    id,
    id.slice(0, 4),
    id.slice(0, 3),
    id.slice(0, 8),
    'head',
    'heads',
    'base',
    'current',
    `${label}@head`,
    `${label}@heads`,
    `${label}@base`,
    `${label}@current`,
    `${id}@head`,
    `${id.slice(0, 5)}@base`,
    label,
    `${label}@${id.slice(0, 5)}`,
    `${id}@${r.pick(graph).id}`,
    '+1',
    '-1',
    '+2',
    '-2',
    `${id}+1`,
    `${id}-1`,
    `${id.slice(0, 5)}+2`,
    `${label}+1`,
    `${label}-1`,
    `${label}@+1`,
    `${label}@+2`,
    `${label}@-1`,
    `${label}@head-1`,
    `${label}@${id}-1`,
    'head-1',
    'heads-1',
    'base+1',
    'current-1',
    'current+1',
    'nowhere',
    '',
    '+9',
    '+0',
    '@head',
    `${id}@`,
    'head+1',
    `${id},${r.pick(graph).id}`,
    `${id} `,
    id.toUpperCase(),
    'HEAD',
  ]);
}

type Maker = (r: Random, graph: readonly Revision[], folders: readonly string[]) => string[];

const flags = (r: Random, ...of: string[]) => r.some(of, 0, 2);
const target = anyTarget;
const range = (r: Random, graph: readonly Revision[]) =>
  r.pick([
    `${target(r, graph)}:${target(r, graph)}`,
    `:${target(r, graph)}`,
    `${target(r, graph)}:`,
    target(r, graph),
    ':',
    `${target(r, graph)}:current`,
    `current:${target(r, graph)}`,
    `base:${target(r, graph)}`,
    `${target(r, graph)}:heads`,
    `-${1 + r.int(3)}:`,
    `:+${1 + r.int(3)}`,
    `-1:+1`,
  ]);

const upgrade: Maker = (r, graph) => [
  'upgrade',
  r.pick(['head', 'heads', target(r, graph), target(r, graph), '+1']),
  ...(r.chance(8) ? ['--sql'] : []),
  ...(r.chance(20) ? ['--tag', 'nightly'] : []),
];
const downgrade: Maker = (r, graph) => [
  'downgrade',
  r.pick(['-1', 'base', target(r, graph), target(r, graph)]),
];
const history: Maker = (r, graph) => [
  'history',
  ...flags(r, '--verbose', '-i', `-r${range(r, graph)}`, `--rev-range=${range(r, graph)}`),
];
const heads: Maker = (r) => ['heads', ...flags(r, '--verbose', '--resolve-dependencies')];
const branches: Maker = (r) => ['branches', ...flags(r, '--verbose')];
const current: Maker = (r) => ['current', ...flags(r, '--verbose', '--check-heads')];
const show: Maker = (r, graph) => ['show', target(r, graph)];
const stamp: Maker = (r, graph) => [
  'stamp',
  target(r, graph),
  ...(r.chance(4) ? [target(r, graph)] : []),
  ...flags(r, '--purge'),
  ...(r.chance(8) ? ['--sql'] : []),
];
const revision: Maker = (r, graph, folders) => [
  'revision',
  ...r.pick([['-m', 'new one'], ['-m', 'add "phone" & it\'s 100%'], ['-m', '전화번호 추가'], []]),
  ...flags(
    r,
    '--splice',
    `--head=${target(r, graph)}`,
    `--head=${target(r, graph)}`,
    `--branch-label=${r.pick(['fresh', 'shop', 'a@b'])}`,
    `--depends-on=${target(r, graph)}`,
    `--rev-id=${r.pick(['feed0001', 'feed0001', r.pick(graph).id, 'a@b', '1+1', 'ab'])}`,
    `--version-path=${r.pick([...folders, 'elsewhere'])}`,
    '--autogenerate',
    '--sql',
  ),
];
const merge: Maker = (r, graph) => [
  'merge',
  ...r.pick([['heads'], [target(r, graph), target(r, graph)], [target(r, graph)]]),
  ...(r.chance(4) ? [] : ['-m', 'together']),
  ...flags(r, '--branch-label=joined', '--rev-id=feed0002'),
];
const offline: Maker = (r, graph) => [
  r.pick(['upgrade', 'upgrade', 'downgrade', 'downgrade', 'stamp']),
  range(r, graph),
  '--sql',
];
const others: Maker = (r) =>
  r.pick([
    ['check'],
    ['ensure_version'],
    ['ensure_version', '--sql'],
    ['list_templates'],
    ['--raiseerr', 'upgrade', 'nowhere'],
    ['-q', 'upgrade', 'heads'],
    ['-q', 'history'],
    ['-x', 'a=1', 'current'],
    ['-x', 'a', '-x', 'b=2=3', 'upgrade', 'heads'],
    ['--version'],
    ['show', 'heads'],
    ['show', 'base'],
    ['history', '--nothing'],
    ['revison'],
    ['downgrade'],
    ['stamp'],
    ['stamp', 'heads', '--purge'],
    ['current', '--check-heads', '-v'],
    ['upgrade', 'heads', 'heads'],
    ['branches', '-v'],
    ['-n', 'other', 'heads'],
    ['-c', 'none.ini', 'heads'],
    ['upgrade'],
    ['merge'],
    ['heads', 'extra'],
  ]);

const COMMANDS: readonly Maker[] = [
  ...Array<Maker>(5).fill(upgrade),
  ...Array<Maker>(3).fill(downgrade),
  history,
  history,
  heads,
  branches,
  current,
  show,
  stamp,
  revision,
  revision,
  merge,
  offline,
  offline,
  others,
];

/** @returns the arguments after `alembic`. @param folders the version locations */
export const anyCommand: Maker = (r, graph, folders) => r.pick(COMMANDS)(r, graph, folders);
