/** The parts of a comparison that `autogenerate_plugins` turns on and off. Answers to: alembic/runtime/plugins.py. */
import { Raise } from '../../../machine.ts';
import type { MigrationContext } from '../../runtime/context.ts';

const PREFIX = 'alembic.autogenerate.';
const NAMES = [
  'schemas',
  'tables',
  'types',
  'constraints',
  'defaults',
  'comments',
  'checkconstraint_byname',
] as const;

export type PluginName = (typeof NAMES)[number];

/**
 * Those that the patterns name; `~` in front takes away. Each is announced in the log.
 * @throws CommandError where a pattern fits none
 */
export function choosePlugins(context: MigrationContext): ReadonlySet<PluginName> {
  const { python } = context.process;
  const given = context.opts.autogenerate_plugins;
  const patterns =
    given === null || given === undefined
      ? [`${PREFIX}*`]
      : [...python.iterate(given)].map((pattern) => python.str(pattern));
  const chosen = new Set<PluginName>();
  const unknown: string[] = [];
  for (const pattern of patterns) {
    const fitting = NAMES.filter((name) => fits(pattern.replace(/^~/, ''), PREFIX + name));
    if (fitting.length === 0) unknown.push(pattern);
    for (const name of fitting) {
      if (pattern.startsWith('~')) chosen.delete(name);
      else chosen.add(name);
    }
  }
  if (unknown.length > 0) {
    throw new Raise('alembic.util.exc.CommandError', [`Did not locate plugins: ${unknown.join(', ')}`]);
  }
  const ordered = NAMES.filter((name) => chosen.has(name));
  for (const name of ordered)
    context.process.log('alembic.runtime.plugins', 'INFO', `setting up autogenerate plugin ${PREFIX}${name}`);
  return new Set(ordered);
}

/** `*` stands for anything within one part of the dotted name. */
function fits(pattern: string, name: string): boolean {
  const source = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${source.join('.*')}$`).test(name);
}
