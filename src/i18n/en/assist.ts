/** What the editor offers beside a file: problems, ways out, differences. */
import type { Dictionary } from '../ko.ts';

export const assist: Dictionary['assist'] = {
  addComma: 'Insert the comma',
  addColon: 'Insert the colon',
  addImport: (name) => `Import ${name}`,
  forgotten: (table, path) =>
    `env.py does not import ${path}, so to Alembic there is no model of the table ${table}.`,
  importModel: (path) => `Import ${path}`,
  fix: 'Fix',
  fixes: 'Ways to fix it',
  diff: 'Show what changed since the last run',
  closeDiff: 'Back to the editor',
  noChange: 'Nothing has changed since a command last ran.',
  diffLabel: (path) => `${path}: as it was at the last run on the left, as it is now on the right`,
  dryRun: 'In a dry run',
};
