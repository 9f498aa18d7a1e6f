/** branches, current, heads, history, show: what there is. Answers to: alembic/command.py. */
import { Raise } from '../../machine.ts';
import { asBoolean, type Config } from '../config/config.ts';
import { runEnvironment } from '../runtime/environment-context.ts';
import { assertionError, commandError } from '../script/errors.ts';
import type { Place } from '../script/revision.ts';
import type { Identifier } from '../script/revision-map.ts';
import type { Script } from '../script/script.ts';
import { type ScriptDirectory, scriptDirectoryOf } from '../script/script-directory.ts';

/** `alembic branches`: each branch point with the revisions that leave it. */
export function branches(config: Config, verbose: boolean): void {
  const script = scriptDirectoryOf(config);
  for (const found of script.walkRevisions()) {
    const one = itself(found);
    if (!one.isBranchPoint) continue;
    const indent = ' '.repeat([...one.revision].length);
    const below = one.next.map((id) => {
      const next = script.getRevision(id)!;
      return `${indent} -> ${next.format(false, { branches: true, doc: verbose })}`;
    });
    config.print(`${one.format(verbose, { branches: true })}\n${below.join('\n')}\n`);
  }
}

/** `alembic heads`. @param resolveDependencies whether a head that another one depends on is left out */
export function heads(config: Config, verbose: boolean, resolveDependencies: boolean): void {
  const script = scriptDirectoryOf(config);
  const found = script.getRevisions(resolveDependencies ? 'heads' : script.getHeads());
  for (const head of found) config.print((head as Script).format(verbose, { branches: true, tree: false }));
}

/** `alembic show`: the log entry of a revision. @throws CommandError for one that is not there */
export function show(config: Config, revision: Identifier): void {
  const script = scriptDirectoryOf(config);
  const print = (id: Identifier) => {
    for (const place of script.getRevisions(id)) config.print(scriptOf(place, 'log_entry').logEntry());
  };
  if (revision !== 'current') print(revision);
  else
    runEnvironment(config, script, {
      fn: 'show.<locals>.show_current',
      steps: (rows) => {
        print(rows);
        return [];
      },
    });
}

/** Relative specifiers may lead nowhere. @throws AttributeError, AssertionError */
function scriptOf(place: Place, attribute: string): Script {
  if (place === null) {
    throw new Raise('builtins.AttributeError', [`'NoneType' object has no attribute '${attribute}'`]);
  }
  if (place === 'base')
    throw new Raise('builtins.AttributeError', [`'str' object has no attribute '${attribute}'`]);
  return place as Script;
}

/** Options of `alembic current`. */
export interface CurrentOptions {
  readonly verbose: boolean;
  readonly checkHeads: boolean;
}

/** @throws CommandError where `checkHeads` finds the database elsewhere */
export function current(config: Config, { verbose, checkHeads }: CurrentOptions): void {
  const script = scriptDirectoryOf(config);
  runEnvironment(config, script, {
    dontMutate: true,
    fn: 'current.<locals>.display_version',
    steps: (rows, context) => {
      if (verbose)
        config.print(`Current revision(s) for ${context.connection?.engine.url.render() ?? 'None'}:`);
      if (checkHeads) {
        const applied = context.currentHeads();
        const wanted = script.getHeads();
        if (new Set(applied).size !== new Set(wanted).size || !applied.every((id) => wanted.includes(id))) {
          const at = 'Database is not on all head revisions';
          throw new Raise('alembic.util.exc.DatabaseNotAtHead', [at]);
        }
      }
      for (const revision of script.getAllCurrent(rows)) config.print(revision.format(verbose));
      return [];
    },
  });
}

/** Options of `alembic history`. */
export interface HistoryOptions {
  readonly range: string | null;
  readonly verbose: boolean;
  readonly indicateCurrent: boolean;
}

/** @throws CommandError */
export function history(config: Config, options: HistoryOptions): void {
  const script = scriptDirectoryOf(config);
  const [base, head] = rangeOf(options.range);
  const environment =
    asBoolean(config.alembicOption('revision_environment') ?? false) || options.indicateCurrent;
  if (base !== 'current' && head !== 'current' && !environment) {
    print(config, script, base, head, [], options);
    return;
  }
  runEnvironment(config, script, {
    fn: 'history.<locals>._display_history_w_current.<locals>._display_current_history',
    steps: (rows) => {
      print(
        config,
        script,
        base === 'current' && head !== 'current' ? rows : base,
        head === 'current' ? rows : head,
        rows,
        options,
      );
      return [];
    },
  });
}

function rangeOf(range: string | null): [string | null, string | null] {
  if (range === null) return [null, null];
  if (!range.includes(':')) throw commandError('History range requires [start]:[end], [start]:, or :[end]');
  const parts = range.trim().split(':');
  if (parts.length > 2) {
    throw new Raise('builtins.ValueError', ['too many values to unpack (expected 2)']);
  }
  return [parts[0]!, parts[1]!];
}

function print(
  config: Config,
  script: ScriptDirectory,
  base: Identifier,
  head: Identifier,
  currents: readonly string[],
  options: HistoryOptions,
): void {
  for (const found of script.walkRevisions(given(base) ?? 'base', given(head) ?? 'heads')) {
    const revision = itself(found);
    if (options.indicateCurrent) revision.isCurrent = currents.includes(revision.revision);
    config.print(revision.format(options.verbose, { branches: true, doc: true, parents: true }));
  }
}

/** A revision that calls itself `base` is found under that name as nothing. @throws AssertionError */
function itself(found: Script | null): Script {
  if (!found) throw assertionError();
  return found;
}

/** Nothing, where it is empty. */
const given = (id: Identifier): Identifier => (id === null || id.length === 0 ? null : id);
