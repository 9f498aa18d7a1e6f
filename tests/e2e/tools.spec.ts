/** The guide's commands around Alembic, typed into the terminal as it types them: poetry, docker compose, sqlacodegen, pg_dump, psql, git. */
import { expect, type Page, test } from '@playwright/test';
import { ready, runCommand, watchPage } from './lesson-page.ts';
import { watchEveryPage } from './watch-every-page.ts';

/** The world's address, where the guide has one of its own. */
const URL_OF_APP = 'postgresql+psycopg2://learner:learner@localhost:5432/app';

const PYPROJECT = `cat > pyproject.toml <<EOF
[project]
name = "bookshop"
version = "0.1.0"
requires-python = ">=3.11"
dependencies = []
EOF`;

watchEveryPage();
test.beforeEach(async ({ page }) => {
  await page.goto('/ko/play/');
  await page.locator('[data-world="bookshop"]').click();
  await ready(page);
});

const lastBlock = (page: Page) => page.locator('.blk').last();
const input = (page: Page) => page.locator('.prompt input');
const sign = (page: Page) => page.locator('.prompt .p');

/** Runs a command and expects each of these in its output. */
async function says(page: Page, line: string, ...expected: readonly string[]): Promise<void> {
  await runCommand(page, line);
  for (const text of expected) await expect(lastBlock(page)).toContainText(text);
}

/** Runs a command that prints long output: it is looked for in a file, since the terminal folds it. */
async function writes(page: Page, line: string, file: string, ...expected: readonly string[]): Promise<void> {
  await runCommand(page, line);
  await expect(lastBlock(page).locator('.cmd .tag')).toHaveCount(0);
  for (const text of expected)
    await says(page, `grep -c -- "${text}" ${file} > /dev/null && echo found`, 'found');
}

/** Types a command of several lines, each with Enter. */
async function typeLines(page: Page, text: string): Promise<void> {
  const lines = text.split('\n');
  for (const line of lines.slice(0, -1)) {
    await input(page).fill(line);
    await input(page).press('Enter');
    await expect(sign(page)).toHaveText('>');
  }
  await runCommand(page, lines.at(-1)!);
}

test('packages, the database, models from tables, a backup: the guide from G2.1 to G8.7', async ({
  page,
}) => {
  await test.step('G2.1 packages', async () => {
    await typeLines(page, PYPROJECT);
    await says(page, 'python -c "import asyncpg"', "ModuleNotFoundError: No module named 'asyncpg'");
    await says(page, 'poetry add asyncpg', 'Installing asyncpg');
    await says(page, 'poetry add psycopg2-binary', 'psycopg2-binary');
    await says(page, 'poetry add alembic', 'alembic');
    await says(page, 'cat pyproject.toml', 'asyncpg (>=', 'psycopg2-binary (>=', 'alembic (>=');
    await says(page, 'python -c "import asyncpg; print(asyncpg.__name__)"', 'asyncpg');
  });

  await test.step('G5.3 the database does not run', async () => {
    await runCommand(page, 'docker compose stop');
    await says(page, 'alembic current', 'connection to server at "localhost"', 'Connection refused');
    await says(page, 'docker-compose up -d', 'Started');
    await says(page, 'alembic current', '(head)');
    await says(page, 'psql app -c "SELECT count(*) FROM users"', '3', '(1 row)');
  });

  await test.step('G8.1–G8.4 sqlacodegen and its options', async () => {
    await says(page, 'poetry add "sqlacodegen>=3.0,<3.1"', 'sqlacodegen');
    await says(page, 'grep sqlacodegen pyproject.toml', '>=3.0,<3.1');
    await runCommand(
      page,
      'psql app -c "CREATE TABLE orders (id serial PRIMARY KEY, user_id integer NOT NULL REFERENCES users (id), price numeric(8,2))"',
    );
    await runCommand(page, 'psql app -c "CREATE VIEW dear AS SELECT * FROM orders WHERE price > 10"');
    await runCommand(page, 'psql app -c "CREATE SCHEMA custom"');
    await runCommand(page, 'psql app -c "CREATE TABLE custom.notes (id integer PRIMARY KEY)"');
    await says(
      page,
      `sqlacodegen ${URL_OF_APP}`,
      'class Users(Base):',
      'class Orders(Base):',
      't_dear = Table(',
    );
    await says(page, `sqlacodegen ${URL_OF_APP} --tables users,orders`, 'orders: Mapped[');
    await expect(lastBlock(page)).not.toContainText('alembic_version');
    await writes(
      page,
      `sqlacodegen ${URL_OF_APP} > app/models/generated.py`,
      'app/models/generated.py',
      'mapped_column(Numeric(8, 2))',
    );
    await writes(
      page,
      `sqlacodegen ${URL_OF_APP} --outfile app/models/generated_models.py`,
      'app/models/generated_models.py',
      'class Base(DeclarativeBase):',
    );
    await writes(
      page,
      `sqlacodegen ${URL_OF_APP} --generator dataclasses --outfile app/models/dataclass_models.py`,
      'app/models/dataclass_models.py',
      'class Base(MappedAsDataclass, DeclarativeBase):',
    );
    await writes(
      page,
      `sqlacodegen ${URL_OF_APP} --generator tables --outfile app/models/table_models.py`,
      'app/models/table_models.py',
      't_users = Table(',
    );
    await says(
      page,
      `sqlacodegen ${URL_OF_APP} --schemas public,custom`,
      'class Notes(Base):',
      'class Users(Base):',
    );
    await runCommand(page, `sqlacodegen ${URL_OF_APP} --noviews`);
    await expect(lastBlock(page)).toContainText('class Orders(Base):');
    await expect(lastBlock(page)).not.toContainText('dear');
  });

  await test.step('G8.5–G8.7 the tables become the baseline', async () => {
    await writes(page, `sqlacodegen ${URL_OF_APP} > temp_models.py`, 'temp_models.py', 'class Orders(Base)');
    await writes(
      page,
      `sqlacodegen ${URL_OF_APP} --tables users,orders --outfile app/models/from_db.py`,
      'app/models/from_db.py',
      'relationship(',
    );
    await runCommand(page, "sed -i '/^class Base/,/pass/d' app/models/from_db.py");
    await runCommand(
      page,
      "sed -i 's/^from sqlalchemy.orm import DeclarativeBase, /from app.models.base import Base\\nfrom sqlalchemy.orm import /' app/models/from_db.py",
    );
    await runCommand(
      page,
      "sed -i 's/^from app.models import user$/from app.models import from_db/' migrations/env.py",
    );
    await runCommand(page, 'alembic stamp head');
    await says(page, 'alembic current', '(head)');
    await says(page, 'alembic check', 'No new upgrade operations detected.');
    await runCommand(
      page,
      "sed -i 's/^    username: .*/&\\n    nickname: Mapped[str] = mapped_column(String(30), nullable=True)/' app/models/from_db.py",
    );
    await says(
      page,
      'alembic revision --autogenerate -m "새로운 기능 추가"',
      "Detected added column 'users.nickname'",
      'done',
    );
    await expect(lastBlock(page)).not.toContainText('Detected removed');
  });

  await test.step('G6.1 backup, preview, upgrade; and back from the backup', async () => {
    await writes(page, 'pg_dump app > backup.sql', 'backup.sql', 'COPY public.users (id, username', 'jiwoo');
    await says(
      page,
      'alembic upgrade head --sql',
      'ALTER TABLE users ADD COLUMN nickname VARCHAR(30);',
      'COMMIT;',
    );
    await says(page, 'psql app -c "SELECT nickname FROM users"', 'column "nickname" does not exist');
    await says(page, 'alembic upgrade head', '새로운 기능 추가');
    await says(page, 'psql app -c "SELECT nickname FROM users"', '(3 rows)');
    await runCommand(page, 'psql app -c "DROP SCHEMA public CASCADE; CREATE SCHEMA public"');
    await runCommand(page, 'psql app -q < backup.sql');
    await says(page, 'psql app -c "SELECT username FROM users"', 'haneul', '(3 rows)');
  });
});

test("psql's own prompt, a commit, and the search through what was typed", async ({ page }) => {
  await test.step('psql', async () => {
    await runCommand(page, 'psql app');
    await expect(sign(page)).toHaveText('app=#');
    await expect(page.locator('.chips')).toHaveCount(0);
    await says(page, '\\dt', 'List of tables', ' public | users           | table | ');
    await input(page).fill('INSERT INTO users (username)');
    await input(page).press('Enter');
    await expect(sign(page)).toHaveText('app-#');
    await says(page, "VALUES ('김하늘'), ('ab');", 'INSERT 0 2');
    await says(
      page,
      'SELECT id, username FROM users WHERE id > 3;',
      ' id | username ',
      '  4 | 김하늘',
      '(2 rows)',
    );
    await input(page).fill('\\q');
    await input(page).press('Enter');
    await expect(sign(page)).toHaveText('$');
  });

  await test.step('git', async () => {
    await says(page, 'git init', 'Initialized empty Git repository in /home/learner/app/.git/');
    await runCommand(page, 'git add .');
    await says(page, 'git commit -m "첫 커밋"', '(root-commit)', '첫 커밋', 'create mode 100644 alembic.ini');
    await says(page, 'git log --oneline', '첫 커밋');
    await says(page, 'git status', 'nothing to commit, working tree clean');
  });

  await test.step('Ctrl+R', async () => {
    await input(page).press('Control+r');
    await input(page).pressSequentially('init');
    await expect(sign(page)).toHaveText('(reverse-i-search) git init');
    const blocks = page.locator('.blk:not(.running)');
    const before = await blocks.count();
    await input(page).press('Enter');
    await expect(blocks).toHaveCount(before + 1);
    await expect(lastBlock(page)).toContainText('Reinitialized existing Git repository');
    await expect(input(page)).toHaveValue('');
  });
});

test('what was installed, stopped and committed undoes and travels in a link; Ctrl+C ends a loop', async ({
  page,
  browser,
}) => {
  await test.step('Ctrl+C', async () => {
    await input(page).fill('while true; do echo again; done');
    await input(page).press('Enter');
    await expect(page.locator('.blk.running')).toHaveCount(1);
    await input(page).press('Control+c');
    await expect(page.locator('.blk.running')).toHaveCount(0, { timeout: 30_000 });
    await ready(page);
    await says(page, 'echo here', 'here');
  });

  await test.step('undo', async () => {
    await runCommand(page, 'docker compose stop');
    await says(page, 'alembic current', 'Connection refused');
    await page.getByRole('button', { name: '한 단계 뒤로', exact: true }).click();
    await page.getByRole('button', { name: '한 단계 뒤로', exact: true }).click();
    await says(page, 'alembic current', '(head)');
  });

  await test.step('share', async () => {
    await runCommand(page, 'pip install asyncpg');
    await runCommand(page, 'git init && git add . && git commit -m "Begin the bookshop"');
    await runCommand(page, 'docker compose stop');
    await page.locator('.top [data-share]').click();
    const link = await page.locator('dialog.share input').inputValue();
    const visitor = await (await browser.newContext()).newPage();
    const wrongThere = watchPage(visitor);
    await visitor.goto(link);
    await expect(visitor.locator('.boot')).toHaveCount(0, { timeout: 45_000 });
    await says(visitor, 'git log --oneline', 'Begin the bookshop');
    await says(visitor, 'python -c "import asyncpg; print(asyncpg.__name__)"', 'asyncpg');
    await says(visitor, 'alembic current', 'Connection refused');
    await runCommand(visitor, 'docker compose start');
    await says(visitor, 'alembic current', '(head)');
    expect(wrongThere).toEqual([]);
    await visitor.context().close();
  });
});
