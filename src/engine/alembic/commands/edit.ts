/** edit: opens revision files. There is no editor at this terminal, and the real tool says so. Answers to: alembic/command.py, util/editor.py. */
import type { Config } from '../config/config.ts';
import { runEnvironment } from '../runtime/environment-context.ts';
import { commandError } from '../script/errors.ts';
import type { Identifier } from '../script/revision-map.ts';
import { type ScriptDirectory, scriptDirectoryOf } from '../script/script-directory.ts';

/** @throws CommandError, always */
export function edit(config: Config, revision: string): void {
  const script = scriptDirectoryOf(config);
  if (revision !== 'current') {
    const found = script.getRevisions(revision);
    if (found.length === 0) throw commandError(`No revision files indicated by symbol '${revision}'`);
    open(script, revision);
    return;
  }
  runEnvironment(config, script, {
    fn: 'edit.<locals>.edit_current',
    steps: (rows) => {
      if (rows.length === 0) throw commandError('No current revisions');
      open(script, rows);
      return [];
    },
  });
}

function open(script: ScriptDirectory, id: Identifier): void {
  if (script.getRevisions(id).length === 0) return;
  throw commandError(
    'Error executing editor (No suitable editor found. Please set the "EDITOR" or "VISUAL" environment variables)',
  );
}
