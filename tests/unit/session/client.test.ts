/** The page's side of a session, over threads in place of workers: undo, lost workers, other tabs, full or damaged storage. */
import { afterEach, describe, expect, it } from 'vitest';
import { openSession } from '../../../src/session/page/client.ts';
import type { Session, SessionState } from '../../../src/session/session.ts';
import { type TestPlatform, threadPlatform } from './thread-platform.ts';

const OPTIONS = { key: 'lesson/one', start: { 'app/models.py': 'a' }, timeLimit: 1500 };
const open: Session[] = [];

function start(platform: TestPlatform, options: Partial<typeof OPTIONS> = {}): Session {
  const session = openSession({ ...OPTIONS, ...options }, platform);
  open.push(session);
  return session;
}

afterEach(() => {
  for (const session of open.splice(0)) session.close();
});

/** Waits for a state. */
function until(session: Session, is: (state: SessionState) => boolean): Promise<SessionState> {
  return new Promise((resolve) => {
    if (is(session.state)) return resolve(session.state);
    const stop = session.subscribe((state) => {
      if (!is(state)) return;
      stop();
      resolve(state);
    });
  });
}

const ready = (session: Session) => until(session, (state) => state.phase === 'ready');
const tables = (session: Session) => session.state.snapshot?.database.tables.map((table) => table.name);
const text = (session: Session) => session.state.snapshot?.files['app/models.py'];

describe('a session', () => {
  it('does steps, keeps them, and finds them again', async () => {
    const platform = threadPlatform();
    const session = start(platform);
    await ready(session);
    const result = await session.run('revision');
    await session.write('app/models.py', 'b');
    await session.write('app/models.py', 'c');
    await session.sql('create table t (x int)');
    expect(result?.exit).toBe(0);
    expect(session.state.journal.steps.map((step) => step.do)).toEqual(['run', 'write', 'sql']);
    expect(session.state.results.map((one) => one.step)).toEqual(session.state.journal.steps);
    expect([text(session), tables(session)]).toEqual(['c', ['t']]);
    expect(await session.query('select count(*) from t')).toMatchObject({
      results: [{ rows: [['0']] }],
    });
    expect(await session.query('drop table t')).toMatchObject({ error: { code: '25006' } });
    expect(await session.complete('rev')).toEqual(['revision']);
    const { snapshot, journal } = session.state;
    session.close();

    const again = start(platform);
    const state = await ready(again);
    expect(state.journal).toEqual(journal);
    expect(state.snapshot?.files).toEqual(snapshot?.files);
    expect(state.storage).toBe('kept');
  });

  it('undoes and redoes any step, and keeps the way not taken', async () => {
    const session = start(threadPlatform());
    await ready(session);
    await session.sql('create table one (x int)');
    await session.sql('create table two (x int)');
    await session.write('app/models.py', 'b');
    await session.undo();
    expect([text(session), tables(session), session.state.position]).toEqual(['a', ['one', 'two'], 2]);
    await session.undo();
    expect(tables(session)).toEqual(['one']);
    await session.redo();
    expect(tables(session)).toEqual(['one', 'two']);
    await session.goTo(1);
    await session.sql('create table three (x int)');
    expect(tables(session)).toEqual(['one', 'three']);
    expect(session.state.branches).toMatchObject([{ position: 1 }]);
    await session.takeBranch(0);
    expect([text(session), tables(session)]).toEqual(['b', ['one', 'two']]);
    expect(session.state.branches[0]?.steps.length).toBe(2);
    await session.reset();
    expect([tables(session), session.state.position, session.state.branches.length]).toEqual([[], 0, 2]);
  });

  it('replaces a worker that hangs, dies or breaks, without the step that did it', async () => {
    const platform = threadPlatform();
    const session = start(platform);
    await ready(session);
    await session.sql('create table kept (x int)');
    expect(await session.run('loop')).toBeUndefined();
    expect(session.state.word).toEqual({ kind: 'worker-hung', line: 'loop' });
    expect([tables(session), session.state.phase, platform.started]).toEqual([['kept'], 'ready', 2]);

    const looping = session.run('loop');
    await until(session, (state) => state.running?.output[0]?.text === 'looping\n');
    await session.interrupt();
    expect(await looping).toBeUndefined();
    expect(session.state.word).toEqual({ kind: 'interrupted', line: 'loop' });

    await session.run('bug');
    expect(session.state.word).toEqual({ kind: 'our-bug', message: 'a bug of ours' });
    expect(session.state.snapshot?.files).toEqual({ 'app/models.py': 'a' });
    expect(session.state.journal.steps.length).toBe(1);
    expect((await session.run('echo on'))?.output).toEqual([{ stream: 'stdout', text: 'on\n' }]);
  });

  it('replaces a worker that dies between two steps', async () => {
    const platform = threadPlatform();
    const session = start(platform);
    await ready(session);
    await session.sql('create table kept (x int)');
    platform.kill();
    await until(session, (state) => state.word?.kind === 'worker-died');
    expect(tables(session)).toEqual(['kept']);
    expect((await session.run('echo on'))?.exit).toBe(0);
  });

  it('streams output while the command runs and forgets it when it starts over', async () => {
    const session = start(threadPlatform(), { timeLimit: 20_000 });
    await ready(session);
    await session.sql('create table before (x int)');
    const result = await session.run('sql create extension citext');
    expect(result?.exit).toBe(0);
    expect(session.state.journal.machine.extensions).toEqual(['citext']);
    expect(tables(session)).toEqual(['before']);
  });

  it('tells a second tab, gives it a copy, and lets it take over', async () => {
    const kept = new Map<string, unknown>();
    const first = start(threadPlatform(navigator.locks, kept));
    await ready(first);
    await first.write('app/models.py', 'first');
    const second = start(threadPlatform(navigator.locks, kept));
    await ready(second);
    expect([second.state.storage, text(second)]).toEqual(['elsewhere', 'first']);
    expect(await second.run('echo x')).toBeUndefined();
    await second.takeCopy();
    await second.write('app/models.py', 'copy');
    expect([second.state.storage, text(second), text(first)]).toEqual(['kept', 'copy', 'first']);
    expect([...kept.keys()]).toEqual(['lesson/one', 'lesson/one~copy']);
    const third = start(threadPlatform(navigator.locks, kept));
    await until(third, (state) => state.storage === 'elsewhere' && state.phase === 'ready');
    first.close();
    await until(third, (state) => state.storage === 'kept' && state.phase === 'ready');
    expect(text(third)).toBe('first');
  });

  it('goes on in memory when storage is full, and says so', async () => {
    const platform = threadPlatform();
    const session = start(platform);
    await ready(session);
    platform.saveResult = { kind: 'full' };
    await session.run('echo a');
    expect([session.state.storage, session.state.word]).toEqual(['memory', { kind: 'storage-full' }]);
    expect((await session.run('echo b'))?.exit).toBe(0);
    session.dismissWord();
    expect(session.state.word).toBeUndefined();
  });

  it('starts anew beside damaged work, and says so', async () => {
    const session = start(threadPlatform(undefined, new Map([['lesson/one', { journal: { version: 1 } }]])));
    const state = await ready(session);
    expect(state.word?.kind).toBe('stored-work-damaged');
    expect(text(session)).toBe('a');
  });
});
