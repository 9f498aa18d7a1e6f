/** What a migration does, seen: drift, revisions, database, trace, timeline and round trip, each as a person uses it. */
import { expect, type Page, test } from '@playwright/test';
import {
  CHANGED_MODEL,
  COMMANDS,
  expectNoViolations,
  openLesson,
  runCommand,
  typeFile,
} from './lesson-page.ts';
import { watchEveryPage } from './watch-every-page.ts';

watchEveryPage();
test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
});

const drift = (page: Page, key: string) => page.locator(`.drift .row[data-drift="${key}"]`);
const column = (page: Page, name: string) => page.locator('.db th', { hasText: name });

async function sql(page: Page, text: string): Promise<void> {
  await page.locator('#database-sql').click();
  const answers = await page.locator('.answer').count();
  await page.locator('.sql-input textarea').fill(text);
  await page.locator('.sql-input textarea').press('Control+Enter');
  await expect(page.locator('.answer')).toHaveCount(answers + 1);
  await page.locator('#database-rows').click();
}

test('drift is told while typing: whose turn it is, and where it is written', async ({ page }) => {
  await openLesson(page, 'en');
  await expect(drift(page, 'users.')).toHaveAttribute('data-next', 'same');
  await typeFile(page, CHANGED_MODEL);
  await expect(drift(page, 'users.phone')).toHaveAttribute('data-next', 'generate');
  await expect(page.locator('.drift .head .gauge').first()).toContainText('2 differ');
  await runCommand(page, COMMANDS.revision);
  await expect(drift(page, 'users.phone')).toHaveAttribute('data-next', 'upgrade');
  await expect(page.locator('.drift .head .gauge').first()).toContainText('No drift');
  await drift(page, 'users.phone').locator('button', { hasText: 'add_column' }).click();
  await expect(page.locator('[role="tab"][aria-selected="true"][data-place="revision"]')).toBeVisible();
  await runCommand(page, COMMANDS.upgrade);
  await expect(drift(page, 'users.phone')).toHaveAttribute('data-next', 'same');
  await sql(page, 'alter table users add nickname text; alter table users drop phone');
  await expect(drift(page, 'users.nickname')).toHaveAttribute('data-next', 'undeclared');
  await expect(drift(page, 'users.phone')).toHaveAttribute('data-next', 'missing');
  await page.locator('.drift-more').click();
  await expect(page.locator('.drift-list li[data-next="undeclared"]')).toContainText('no revision made it');
  await expectNoViolations(page);
});

test('a broken model, env.py or revision is shown with its line', async ({ page }) => {
  await openLesson(page, 'en');
  await typeFile(page, CHANGED_MODEL.replace('Column(DateTime', 'Colum(DateTime'));
  await expect(page.locator('.drift-problem')).toContainText("name 'Colum' is not defined");
  await page.locator('.drift-problem button').click();
  await typeFile(page, CHANGED_MODEL);
  await expect(page.locator('.drift-problem')).toHaveCount(0);
  await runCommand(page, 'echo "import nothing_here" >> migrations/env.py');
  await expect(page.locator('.drift-problem')).toContainText('env.py');
  await page.locator('.drift-problem button').click();
  await expect(page.locator('.tabs [role="tab"][aria-selected="true"]')).toHaveText('env.py');
});

test('the graph shows branches, merges and broken files, and types commands', async ({ page }) => {
  await openLesson(page, 'en');
  await runCommand(page, 'alembic revision -m "left" --rev-id aaaaaaaaaaaa');
  await runCommand(
    page,
    'alembic revision -m "right" --rev-id bbbbbbbbbbbb --head abc123f0e1d2 --splice --branch-label shop --depends-on aaaaaaaaaaaa',
  );
  const row = (id: string) => page.locator(`.graph [data-revision="${id}"]`);
  await expect(row('bbbbbbbbbbbb')).toContainText('shop');
  await expect(page.locator('.edges .depends')).toHaveCount(1);
  await expect(page.locator('.graph .tag', { hasText: 'head' })).toHaveCount(2);
  await runCommand(page, 'alembic merge -m "both" --rev-id cccccccccccc heads');
  await expect(row('cccccccccccc')).toContainText('head');
  await runCommand(page, 'echo "x = (" > migrations/versions/broken.py');
  await expect(page.locator('.problem-note')).toContainText('broken.py');
  await page.locator('.problem-note button').click();
  await expect(page.locator('.tabs [role="tab"][aria-selected="true"]')).toHaveText('broken.py');
  await row('aaaaaaaaaaaa').locator('.menu button').first().click();
  await page.locator('[role="menuitem"]:visible', { hasText: 'Upgrade to here' }).click();
  await expect(page.locator('.prompt input')).toHaveValue('alembic upgrade aaaaaa');
  await runCommand(page, 'rm migrations/versions/broken.py');
  await runCommand(page, 'alembic upgrade aaaaaa');
  await expect(row('aaaaaaaaaaaa')).toContainText('DB is here');
  await expectNoViolations(page);
});

test('rows that came, changed and went are marked; a column tells its line', async ({ page }) => {
  await openLesson(page, 'en');
  await typeFile(page, CHANGED_MODEL);
  await runCommand(page, COMMANDS.revision);
  await runCommand(page, COMMANDS.upgrade);
  await expect(page.locator('.vers del')).toHaveText('abc123f0e1d2');
  await expect(page.locator('.vers b')).toHaveText(/^[0-9a-f]{12}$/);
  await column(page, 'birth_date').locator('button').click();
  await expect(page.locator('.origin')).toContainText('Made by op.add_column');
  await page.locator('.origin button', { hasText: 'op.add_column' }).click();
  await expect(page.locator('.trace')).toContainText('add_column');
  await sql(
    page,
    "insert into users (username) values ('dara'); delete from users where id = 2; update users set username = 'J' where id = 1",
  );
  await expect(page.locator('.db .row-added')).toContainText('dara');
  await expect(page.locator('.db .row-dropped')).toContainText('minseo');
  await expect(page.locator('.db .row-changed del')).toHaveText('jiwoo');
  await expect(page.locator('.lostnote')).toContainText('2');
  await expectNoViolations(page);
  await page.locator('#database-sql').click();
  await page.locator('.sql-input textarea').press('ArrowUp');
  await expect(page.locator('.sql-input textarea')).toHaveValue(/^insert into users/);
});

test('the diagram draws tables and foreign keys; many and long tables stay usable', async ({ page }) => {
  await openLesson(page, 'en');
  const tables = Array.from(
    { length: 20 },
    (_, i) => `create table t${i} (id int primary key, user_id int references users(id))`,
  );
  await sql(page, `${tables.join(';')}; insert into t0 select n from generate_series(1, 250) n`);
  await expect(page.locator('.find-table input')).toBeVisible();
  await page.locator('.find-table input').fill('t0');
  await expect(page.locator('.db .table-block')).toHaveCount(1);
  await page.locator('.more-rows button').click();
  await expect(page.locator('.db tbody tr')).toHaveCount(201);
  // What happened to rows is counted over the whole table, and reachable, wherever they stand.
  await sql(page, 'delete from t0 where id in (3, 230); insert into t0 values (240000, 1)');
  await page.locator('.find-table input').fill('t0');
  await expect(page.locator('.row-marks')).toContainText('1 new row');
  await expect(page.locator('.row-marks')).toContainText('2 deleted rows');
  await page.locator('.row-marks button').click();
  await expect(page.locator('.db tbody tr')).toHaveCount(3);
  await expect(page.locator('.db .row-added')).toContainText('240000');
  await page.locator('#database-diagram').click();
  await expect(page.locator('.diagram .card')).toHaveCount(22);
  await expect(page.locator('.diagram svg[width] > path')).toHaveCount(20);
  await page.locator('.diagram-bar button').click();
  await expect(page.locator('.diagram-sheet .card')).toHaveCount(22);
  await expectNoViolations(page);
  await page.keyboard.press('Escape');
  await expect(page.locator('.diagram-sheet')).toHaveCount(0);
});

test('a line of a migration tells its SQL before and after it ran', async ({ page }) => {
  await openLesson(page, 'en');
  await typeFile(page, CHANGED_MODEL);
  await runCommand(page, COMMANDS.revision);
  await expect(drift(page, 'users.phone')).toHaveAttribute('data-next', 'upgrade');
  await drift(page, 'users.phone').locator('button', { hasText: 'add_column' }).click();
  const trace = page.locator('.trace');
  await expect(trace).toContainText('the next upgrade runs it');
  await trace.locator('.btn').click();
  await expect(trace.locator('code')).toHaveText('ALTER TABLE users ADD COLUMN phone VARCHAR(20)');
  await runCommand(page, COMMANDS.upgrade);
  await expect(trace.locator('.effect')).toContainText('users.phone');
  await expect(trace).toContainText('3 as before');
  await expectNoViolations(page);
});

test('the scrubber moves everything, by keyboard too, and ways not taken are kept', async ({ page }) => {
  await openLesson(page, 'en');
  await typeFile(page, CHANGED_MODEL);
  await runCommand(page, COMMANDS.revision);
  await runCommand(page, COMMANDS.upgrade);
  await expect(column(page, 'phone')).toBeVisible();
  const scrubber = page.locator('.scrubber input');
  await scrubber.focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(scrubber).toHaveAttribute('aria-valuetext', 'user.py edited, step 1 of 3');
  await expect(page.locator('.graph [data-revision]')).toHaveCount(2);
  await expect(column(page, 'phone')).toHaveCount(0);
  await expect(page.locator('.blk')).toHaveCount(0);
  await page.keyboard.press('End');
  await expect(column(page, 'phone')).toHaveClass(/new/);
  await expect(page.locator('.blk')).toHaveCount(2);
  await page.keyboard.press('Home');
  await expect(scrubber).toHaveAttribute('aria-valuetext', 'Start, step 0 of 3');
  await page.locator('.time .looking button').first().click();
  await expect(page.locator('.track li')).toHaveCount(1);
  // Another way from here: the one that was left stays.
  await runCommand(page, 'alembic history');
  await expect(page.locator('.track li')).toHaveCount(2);
  await page.locator('.time .menu button').first().click();
  await page.locator('.time [role="menuitem"]').first().click();
  await expect(column(page, 'phone')).toBeVisible();
  for (const line of ['ls', 'ls app', 'pwd', 'alembic heads', 'alembic current'])
    await runCommand(page, line);
  await typeFile(page, `${CHANGED_MODEL}\n`);
  await runCommand(page, 'alembic check');
  // The start, and eight commands with the edits that led to them.
  await expect(page.locator('.track li')).toHaveCount(9);
  await expectNoViolations(page);
});

test('on a phone the timeline is a list in the menu', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openLesson(page, 'en');
  await page.locator('[data-go-panel="term"]').click();
  await runCommand(page, 'ls');
  await page.getByRole('button', { name: 'Open the timeline' }).click();
  await expectNoViolations(page);
  await page.locator('.step-list button').first().click();
  await expect(page.locator('.blk')).toHaveCount(0);
  await page.locator('.timeline-sheet .looking button').last().click();
  await expect(page.locator('.blk')).toHaveCount(1);
});

test('the round trip says whether a downgrade is honest, and touches nothing', async ({ page }) => {
  await openLesson(page, 'en');
  await typeFile(page, CHANGED_MODEL);
  await runCommand(page, COMMANDS.revision);
  const steps = await page.locator('.track li').count();
  await page.locator('.proof-button').click();
  await expect(page.locator('.proven')).toContainText('This downgrade is honest');
  await page.keyboard.press('Escape');
  await runCommand(page, COMMANDS.upgrade);
  await sql(page, "update users set phone = '010-2741-0093' where id = 1");
  await page.locator('.proof-button').click();
  await expect(page.locator('.proven .gone')).toHaveText('010-2741-0093');
  await expectNoViolations(page);
  await page.keyboard.press('Escape');
  await expect(page.locator('.track li')).toHaveCount(steps + 2);
  await expect(page.locator('.db td', { hasText: '010-2741-0093' })).toBeVisible();
});
