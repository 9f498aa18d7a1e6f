/** What Tab offers, line by line. */
import { describe, expect, it } from 'vitest';
import { openTerminal } from '../../../src/engine/index.ts';
import { terminal } from './support.ts';

const INI = '[alembic]\nscript_location = migrations\n';
const revision = (id: string, down: string, label: string) =>
  `revision = '${id}'\ndown_revision = ${down}\nbranch_labels = ${label}\ndef upgrade():\n    pass\n`;

const shell = () => {
  const { machine } = terminal({
    'alembic.ini': INI,
    'migrations/env.py': '',
    'migrations/script.py.mako': '',
    'migrations/versions/ab12_one.py': revision('ab12', 'None', "'shop'"),
    'migrations/versions/ac34_two.py': revision('ac34', "'ab12'", 'None'),
    'docker-compose.yml': 'services:\n  db:\n    image: postgres:18\n',
    'with space.txt': '',
    'notes.txt': '',
  });
  machine.files.write('/var/lib/git/home/learner/app/.git/refs/heads/main', 'x');
  machine.files.write('/var/lib/git/home/learner/app/.git/refs/heads/feature/phone', 'x');
  machine.installed.add('asyncpg');
  return openTerminal(machine);
};

describe('completion', () => {
  it.each([
    ['alem', ['alembic']],
    ['alembic upg', ['upgrade']],
    ['alembic upgrade a', ['ab12', 'ac34']],
    ['alembic upgrade sh', ['shop', 'shop@head']],
    ['alembic downgrade -', ['--sql', '--tag', '-1']],
    ['alembic history -r a', ['ab12', 'ac34']],
    ['alembic revision --head a', ['ab12', 'ac34']],
    ['alembic revision --aut', ['--autogenerate']],
    ['alembic init -t as', ['async']],
    ['poetry run alembic show ac', ['ac34']],
    ['git swi', ['switch']],
    ['git switch f', ['feature/phone']],
    ['git add no', ['notes.txt']],
    ['git commit --am', ['--amend']],
    ['poetry add psycopg2-', ['psycopg2-binary']],
    ['pip uninstall asy', ['asyncpg']],
    ['docker compose st', ['start', 'stop']],
    ['docker compose stop d', ['db']],
    ['docker-compose up --d', ['--detach']],
    ['psql --tup', ['--tuples-only']],
    ['pg_dump --data', ['--data-only']],
    ['sqlacodegen --generator d', ['dataclasses', 'declarative']],
    ['echo $HO', ['$HOME']],
    ['echo "${HO', ['"${HOME}']],
    ['cat with', ['with\\ space.txt']],
    ['cat "with s', ['"with space.txt"']],
    ["cat 'mig", ["'migrations/"]],
    ['ls && cat no', ['notes.txt']],
    ['cat < no', ['notes.txt']],
    ['for f in a; do cat no', ['notes.txt']],
    ['echo a | gre', ['grep']],
    ['sed --qu', ['--quiet']],
  ])('%s', (line, words) => expect(shell().complete(line)).toEqual(words));
});
