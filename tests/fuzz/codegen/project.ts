/** Random schemas in SQL, turned into models by sqlacodegen, which `alembic check` then holds against the database. */
import type { Case, CaseStep } from '../../conformance/cases.ts';
import { ENV_HEAD, envTail, INI, MAKO } from '../project.ts';
import type { Random } from '../random.ts';
import { anySchemaSql } from './schema.ts';

/** Options that every generator knows; of the others at most one, since several unknown ones are named in no fixed order. */
const OPTIONS = ['nocomments', 'noindexes', 'noconstraints'];
const OTHER_OPTIONS = [
  'use_inflect',
  'nojoined',
  'nobidi',
  'nofknames',
  'include_dialect_options',
  'keep_dialect_types',
];

const run = (...argv: string[]): CaseStep => ({
  do: 'run',
  argv,
  exit: 0,
  stdout: '',
  stderr: '',
  files: {},
});

/** How env.py finds the metadata of what a generator wrote; where there are no classes, the module has it itself. */
const OF_BASE = 'import app.models as m\n\nmetadata = getattr(m, "Base", m).metadata';
const METADATA_OF: Readonly<Record<string, string>> = {
  tables: 'from app.models import metadata',
  sqlmodels: 'import app.models\nfrom sqlmodel import SQLModel\n\nmetadata = SQLModel.metadata',
};

/** @param generators which of sqlacodegen's to draw from */
export function codegenCase(r: Random, id: string, generators: readonly string[]): Case {
  const generator = r.pick(generators);
  const options = [...r.some(OPTIONS, 0, r.chance(2) ? 0 : 2), ...r.some(OTHER_OPTIONS, 0, 1)];
  const argv = ['sqlacodegen', '--generator', generator, '--outfile', 'app/models.py'];
  if (options.length > 0) argv.push('--options', options.join(','));
  if (r.chance(6)) argv.push('--noviews');
  if (r.chance(8)) argv.push('--schemas', r.pick(['other', 'public,other', 'public']));
  if (r.chance(12)) argv.push('--tables', r.pick(['users', 'orders,users', 'nodes,things', 'dogs,log']));
  const url = 'postgresql+psycopg2://learner:learner@localhost:5432/app';
  const env = `${ENV_HEAD}${METADATA_OF[generator] ?? OF_BASE}\n\ntarget_metadata = metadata\n${envTail(r.chance(2) ? '            compare_server_default=True,\n' : '')}`;
  const steps: CaseStep[] = [
    { do: 'sql', sql: anySchemaSql(r) },
    run(...argv, url),
    run('alembic', 'check'),
    run('alembic', 'revision', '--autogenerate', '-m', 'difference'),
  ];
  if (r.chance(3)) steps.push(run('alembic', 'upgrade', 'head'), { do: 'schema', schema: null });
  const files = {
    'alembic.ini': INI,
    'migrations/env.py': env,
    'migrations/script.py.mako': MAKO,
    'app/__init__.py': '',
  };
  return {
    id,
    source: 'fuzzer: random schema',
    ...(generator === 'sqlmodels' ? { installed: ['sqlmodel'] } : {}),
    files,
    steps,
  };
}
