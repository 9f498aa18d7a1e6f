/**
 * Nothing is lost: at random moments of work the page or its worker is killed, and after the reload the workspace is what its journal
 * says, up to the last step that was acknowledged. $KILLS says how often, in batches of ten, each of a visitor of its own; the moments
 * come from $SEED. `npm run kill` does 200 and keeps the count in $KILL_COUNT: stopped, it goes on where it was.
 */
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { readBootFiles } from '../../src/database/read-boot-files.ts';
import { engine } from '../../src/engine/index.ts';
import type { Step } from '../../src/session/journal/journal.ts';
import { randomSource } from '../../src/session/workspace/random.ts';
import { replay } from '../../src/session/workspace/replay.ts';
import { newServers } from '../../src/session/workspace/servers.ts';
import { type Kill, newCount } from './kill/count.ts';
import { type Doing, KILLERS, KILLS, MOMENTS } from './kill/moments.ts';
import {
  type Acknowledged,
  buildOf,
  type Found,
  foundIn,
  openLesson,
  openVisitor,
  untilReady,
} from './kill/page.ts';

const WANTED = Number(process.env.KILLS ?? 10);
const SEED = process.env.SEED ?? 'kill';
/** Then a new visitor comes: replays would get long. */
const BATCH = 10;
const batches = Array.from({ length: Math.ceil(WANTED / BATCH) }, (_, index) => index);
const count = newCount(process.env.KILL_COUNT, `${SEED}/${process.env.KILL_COUNT ? buildOf() : ''}`);
const servers = newServers(() => readBootFiles());

/** What the journal says, played from its beginning. */
async function saidBy({ journal, position }: Found) {
  const fulfil = () => Promise.reject(new Error('nothing asynchronous here'));
  const workspace = await replay(journal, position, servers, { engine, fulfil });
  const { files, database } = workspace.snapshot();
  return { files, database };
}

/** Without the server's own numbers, which go on counting. */
const plain = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, one) => (key === 'oid' ? undefined : (one as unknown))));

const text = (steps: readonly Step[]) => JSON.stringify(steps);

/** Steps that may stand there: those acknowledged, with or without what was under way. */
function judge(kept: readonly Step[], doing: Doing, found: readonly Step[]): Kill['step'] | 'lost' {
  const startsWith = (steps: readonly Step[]) => text(found.slice(0, steps.length)) === text(steps);
  if (text(found) === text(kept)) return 'cut';
  if (doing === 'undoing') return text(found) === text(kept.slice(0, -1)) ? 'through' : 'lost';
  if (startsWith(kept)) return found.length === kept.length + 1 ? 'through' : 'lost';
  const [last, now] = [kept.at(-1), found.at(-1)];
  const sameFile = last?.do === 'write' && now?.do === 'write' && last.path === now.path;
  // Two writes to one file are one step: the later text, which goes on where the earlier one ended.
  const written = sameFile && found.length === kept.length && now.text.startsWith(last.text);
  return doing === 'writing' && written && startsWith(kept.slice(0, -1)) ? 'through' : 'lost';
}

/** A visitor whose pages are killed. */
async function visitor(context: BrowserContext) {
  const acknowledged: Acknowledged = { steps: [] };
  let stands = () => {};
  await openVisitor(context, acknowledged, () => stands());
  const opened = async () => {
    const page = await newPage(context);
    await openLesson(page);
    return page;
  };
  let page: Page | undefined;

  return async (number: number, wait: number): Promise<Kill> => {
    const [name, killer] = KILLS[number % KILLS.length]!;
    const moment = MOMENTS[name]!;
    page ??= await opened();
    acknowledged.steps = await stepsIn(page);
    await moment.prepare(page, number);
    const second = name === 'tab' ? await opened() : undefined;
    const standing = new Promise<void>((resolve) => {
      stands = resolve;
    });
    const before = acknowledged.steps;
    moment.begin(page, number);
    await (moment.atWrite ? standing : page.waitForTimeout(wait % (moment.within + 1)));
    await KILLERS[killer](page);
    if (killer === 'worker') {
      // The page itself puts another worker in its place, and says the same before the reload as after it.
      await page.waitForTimeout(50);
      await untilReady(page, 'kept');
      const survived = await foundIn(page);
      expect(plain(survived), `kill ${number} (${name}): before the reload`).toEqual(
        plain({ ...survived, ...(await saidBy(survived)) }),
      );
      await page.close();
    }
    if (second) await untilReady(second, 'kept');
    page = second ?? (await opened());
    const found = await foundIn(page);
    const steps = found.journal.steps.slice(0, found.position);
    const where = `kill ${number} (${name}, ${killer}) after ${before.length} steps`;
    const step = judge(acknowledged.steps, moment.doing, steps);
    expect(step, `${where}: ${text(steps)} for ${text(acknowledged.steps)}`).not.toBe('lost');
    expect(plain({ files: found.files, database: found.database }), where).toEqual(
      plain(await saidBy(found)),
    );
    return { moment: name, killer, step: step as Kill['step'] };
  };
}

/** A browser whose page has just crashed may never open the next one: then it is asked again. */
async function newPage(context: BrowserContext): Promise<Page> {
  for (let tries = 0; tries < 3; tries++) {
    const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), 30_000));
    const page = await Promise.race([context.newPage().catch(() => undefined), late]);
    if (page) return page;
  }
  throw new Error('the browser opens no page any more');
}

async function stepsIn(page: Page): Promise<readonly Step[]> {
  const { journal, position } = await foundIn(page);
  return journal.steps.slice(0, position);
}

for (const batch of batches) {
  const first = batch * BATCH;
  const end = Math.min(WANTED, first + BATCH);
  test(`nothing is lost in kills ${first + 1} to ${end} of ${WANTED}`, async ({ browser }) => {
    test.skip(count.has(batch), 'counted already');
    test.setTimeout(BATCH * 60_000);
    const bytes = randomSource(SEED, batch);
    const context = await browser.newContext();
    const kill = await visitor(context);
    const kills: Kill[] = [];
    for (let number = first; number < end; number++) {
      const [high = 0, low = 0] = bytes(2);
      kills.push(await kill(number, (high << 8) | low));
    }
    await context.close();
    console.log(count.add(batch, kills));
  });
}
