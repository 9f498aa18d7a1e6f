/** A project around random models, and what a person types in it. */
import type { Case, CaseStep } from '../../conformance/cases.ts';
import { ENV_HEAD, envTail, INI, MAKO } from '../project.ts';
import type { Random } from '../random.ts';
import { edited } from './edits.ts';
import { renderModels } from './render.ts';
import { anyModels, type Models } from './schema.ts';

const OPTIONS = [
  'compare_server_default=True',
  'compare_type=False',
  'include_schemas=True',
  'render_as_batch=True',
  'version_table="migrations"',
  'transaction_per_migration=True',
  'include_object=lambda o, n, t, r, c: n != "state"',
  'include_name=lambda n, t, p: n != "items"',
];

/** With them the files that are made need imports that the template does not have. */
const PREFIXES = [
  'user_module_prefix="types."',
  'sqlalchemy_module_prefix="db."',
  'alembic_module_prefix="ops."',
];

function env(r: Random, models: Models): string {
  const options = r.some(OPTIONS, 0, 2);
  if (r.chance(40)) options.push(r.pick(PREFIXES));
  if (models.schema || models.tables.some((one) => one.schema)) options.push('include_schemas=True');
  const lines = [...new Set(options)].map((one) => `            ${one},\n`).join('');
  return `${ENV_HEAD}from app.models import metadata\n\ntarget_metadata = metadata\n${envTail(lines)}`;
}

const run = (...argv: string[]): CaseStep => ({
  do: 'run',
  argv: ['alembic', ...argv],
  exit: 0,
  stdout: '',
  stderr: '',
  files: {},
});
const schema: CaseStep = { do: 'schema', schema: null };

/** Autogenerate, upgrade, check, edit, once more, and down again. */
export function modelsCase(r: Random, id: string): Case {
  const models = anyModels(r);
  const steps: CaseStep[] = [];
  if (models.schema || r.chance(4)) steps.push({ do: 'sql', sql: 'CREATE SCHEMA IF NOT EXISTS shop' });
  steps.push({ do: 'sql', sql: 'CREATE SCHEMA stock' }, run('revision', '--autogenerate', '-m', 'create'));
  if (r.chance(8)) steps.push(run('upgrade', 'head', '--sql'));
  steps.push(run('upgrade', 'head'), run('check'), schema);
  let now = models;
  for (let i = 1 + r.int(2); i > 0; i--) {
    now = edited(r, now);
    steps.push(
      { do: 'write', path: 'app/models.py', text: renderModels(now) },
      run('revision', '--autogenerate', '-m', 'change it'),
    );
    steps.push(run('upgrade', 'head'), run('check'), schema);
  }
  steps.push(run('downgrade', '-1'), schema, run('downgrade', 'base'), schema);
  if (r.chance(5)) steps.push(run('upgrade', 'head'), schema);
  const files = {
    'alembic.ini': INI,
    'migrations/env.py': env(r, models),
    'migrations/script.py.mako': r.chance(8)
      ? MAKO
      : MAKO.replace('import sqlalchemy as sa\n', 'import sqlalchemy as sa\nimport app.models\n'),
    'app/__init__.py': '',
    'app/models.py': renderModels(models),
  };
  return { id, source: 'fuzzer: random models', files, steps };
}
