/** Every lesson can be gone on with on one's own computer: its lines are written for a real shell. */
import { expect, it } from 'vitest';
import { lessonIds, lessonSolution, lessonStart } from '../../../src/lessons/files/lesson-files.ts';
import { ownLines } from '../../../src/lessons/own-lines.ts';
import { ROOT } from '../../lessons/play.ts';

it('makes the start’s database again, sends SQL through psql and leaves edits to the editor', () => {
  const lines = ownLines(
    [
      { do: 'run', line: 'alembic upgrade head' },
      { do: 'write', path: 'app/models/user.py', text: '' },
      { do: 'run', line: 'alembic revision --autogenerate -m "Add email"' },
      { do: 'sql', sql: "INSERT INTO users (username) VALUES ('jiwoo')" },
    ],
    [
      { do: 'prove' },
      { do: 'run', line: "sed -i 's/a/b/' migrations/env.py" },
      { do: 'run', line: 'sed -i "s/\\"c\\"/d/" migrations/env.py' },
      { do: 'run', line: 'alembic check' },
      { do: 'sql', sql: 'SELECT "name" FROM users' },
    ],
  );
  expect(lines).toEqual([
    { run: 'alembic upgrade head' },
    {
      run: `docker compose exec db psql -U learner -d app -c "INSERT INTO users (username) VALUES ('jiwoo')"`,
    },
    { edit: 'migrations/env.py' },
    { run: 'alembic check' },
    { run: 'docker compose exec db psql -U learner -d app -c "SELECT \\"name\\" FROM users"' },
  ]);
});

it('leaves no line of a lesson that macOS or Windows would read otherwise', () => {
  const all = lessonIds(ROOT).flatMap((id) =>
    ownLines(
      lessonStart(ROOT, id).setup,
      lessonSolution(ROOT, id).map(({ action }) => action),
    ),
  );
  expect(
    all.flatMap((line) => ('run' in line ? [line.run] : [])).filter((line) => /^sed\b/.test(line)),
  ).toEqual([]);
});
