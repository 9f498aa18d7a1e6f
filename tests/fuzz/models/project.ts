/** A project around random models, and what a person types in it. */
import type { Case, CaseStep } from '../../conformance/cases.ts';
import { INI, MAKO, run, schema } from '../project.ts';
import type { Random } from '../random.ts';
import { anyDrift, anyRow } from './drift.ts';
import { edited } from './edits.ts';
import { renderModels } from './render.ts';
import { anyModels } from './schema.ts';
import { anyEnv } from './settings.ts';

/** Autogenerate, upgrade, check, edit, once more, and down again. */
export function modelsCase(r: Random, id: string): Case {
  const models = anyModels(r);
  const steps: CaseStep[] = [];
  if (r.chance(10)) steps.push({ do: 'sql', sql: anyDrift(r, models) });
  if (models.schema || r.chance(4)) steps.push({ do: 'sql', sql: 'CREATE SCHEMA IF NOT EXISTS shop' });
  steps.push({ do: 'sql', sql: 'CREATE SCHEMA stock' }, run('revision', '--autogenerate', '-m', 'create'));
  if (r.chance(8)) steps.push(run('upgrade', 'head', '--sql'));
  steps.push(run('upgrade', 'head'), run('check'), schema);
  let now = models;
  for (let i = 1 + r.int(2); i > 0; i--) {
    now = edited(r, now);
    if (r.chance(5)) steps.push({ do: 'sql', sql: anyDrift(r, models) });
    if (r.chance(9)) steps.push({ do: 'sql', sql: anyRow(r, now) });
    steps.push(
      { do: 'write', path: 'app/models.py', text: renderModels(now) },
      run('revision', '--autogenerate', '-m', 'change it'),
    );
    steps.push(run('upgrade', 'head'), run('check'), schema);
  }
  steps.push(run('downgrade', '-1'), schema, run('downgrade', 'base'), schema);
  if (r.chance(5)) steps.push(run('upgrade', 'head'), schema);
  if (r.chance(8)) steps.push(run('downgrade', 'head:base', '--sql'));
  const files = {
    'alembic.ini': INI,
    'migrations/env.py': anyEnv(r, models),
    'migrations/script.py.mako': r.chance(8)
      ? MAKO
      : MAKO.replace('import sqlalchemy as sa\n', 'import sqlalchemy as sa\nimport app.models\n'),
    'app/__init__.py': '',
    'app/models.py': renderModels(models),
  };
  return { id, source: 'fuzzer: random models', files, steps };
}
