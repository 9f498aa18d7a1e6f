/** The real engine in a workspace: the guide's scenario, replayed, and what newcomers do to it. */
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { readBootFiles } from '../../../src/database/read-boot-files.ts';
import { engine } from '../../../src/engine/index.ts';
import type { Journal, Step } from '../../../src/session/journal/journal.ts';
import { replay } from '../../../src/session/workspace/replay.ts';
import { newServers, type Servers } from '../../../src/session/workspace/servers.ts';
import type { Workspace } from '../../../src/session/workspace/workspace.ts';
import { readCase } from '../../conformance/cases.ts';

const CASE = readCase(
  fileURLToPath(new URL('../../conformance/cases/models/guide-add-phone.json', import.meta.url)),
);
const MODEL = 'app/models/user.py';

let servers: Servers;
let at = 1_768_469_400_000;

beforeAll(() => {
  const files = readBootFiles();
  servers = newServers(() => files);
});

const host = { engine, fulfil: () => Promise.reject(new Error('nothing to fulfil')) };

const tick = () => {
  at += 1000;
  return at;
};
const run = (line: string): Step => ({ do: 'run', at: tick(), line });
const quoted = (word: string) => (/^[\w./-]+$/.test(word) ? word : `'${word}'`);

/** The case's steps as somebody types them. */
const scenario = (): Step[] =>
  CASE.steps.flatMap((step): Step[] => {
    if (step.do === 'write') return [{ ...step, at: tick() }];
    return step.do === 'run' ? [run((step.argv ?? []).map(quoted).join(' '))] : [];
  });

const journalOf = (steps: readonly Step[]): Journal => ({
  version: 1,
  seed: 'fedcba9876543210fedcba9876543210',
  start: CASE.files ?? {},
  machine: {},
  steps,
});

const play = (steps: readonly Step[]): Promise<Workspace> =>
  replay(journalOf(steps), steps.length, servers, host);
const said = (workspace: Workspace) =>
  workspace.results
    .at(-1)
    ?.output.map((piece) => piece.text)
    .join('') ?? '';

describe('the guide in a workspace', () => {
  it('ends alike in every replay', async () => {
    const steps = scenario();
    // The server's own numbers go on counting; reflection asks by them.
    const drop = (key: string, value: unknown) => {
      if (key === 'milliseconds' || key === 'oid') return undefined;
      return typeof value === 'string' ? value.replace(/'\{[\d,]+\}'::oid\[\]/g, 'oids') : value;
    };
    const facts = (workspace: Workspace) =>
      JSON.parse(
        JSON.stringify([workspace.snapshot(), workspace.results, workspace.shell()], drop),
      ) as unknown;
    const first = await play(steps);
    const one = facts(first);
    expect(facts(await play(steps))).toEqual(one);
    expect(first.results.map((result) => result.exit)).toEqual(
      CASE.steps.flatMap((step) => (step.do === 'run' ? [step.exit] : step.do === 'write' ? [0] : [])),
    );
  });

  it('shows what a step did and where the revisions stand', async () => {
    const steps = scenario();
    const upgraded =
      steps.findLastIndex((step) => step.do === 'run' && step.line === 'alembic upgrade head') + 1;
    const workspace = await play(steps.slice(0, upgraded));
    const { database, events } = workspace.results.at(-1)!;
    expect(
      database.tables
        .find((table) => table.name === 'users')
        ?.columns.map((column) => [column.name, column.change]),
    ).toEqual([
      ['phone', 'added'],
      ['birth_date', 'added'],
    ]);
    expect(events.filter((event) => event.kind === 'revision')).toMatchObject([{ direction: 'upgrade' }]);
    const { revisions } = workspace.snapshot();
    expect(revisions.current).toEqual(revisions.heads);
    expect(revisions.files.length).toBe(2);
    expect(workspace.drift({}).changes).toEqual([]);
    const draft = workspace.snapshot().files[MODEL]!.replace('phone', 'mobile');
    expect(
      workspace
        .drift({ [MODEL]: draft })
        .changes?.map((one) => `${one.change} ${one.subject}`)
        .sort(),
    ).toEqual(['add_column mobile', 'remove_column phone']);
  });

  it('answers bad input in the terminal and stays whole', async () => {
    const model = CASE.files![MODEL]!;
    const broken = async (text: string) => {
      const workspace = await play([{ do: 'write', at: tick(), path: MODEL, text }, run('alembic check')]);
      expect(workspace.results.at(-1)?.exit).not.toBe(0);
      expect(workspace.snapshot().files[MODEL]).toBe(text);
      return said(workspace);
    };
    expect(await broken(model.replace('class User(Base):', 'class User(Base)'))).toContain(
      "SyntaxError: expected ':'",
    );
    expect(await broken(`import nothing_like_it\n${model}`)).toContain(
      "ModuleNotFoundError: No module named 'nothing_like_it'",
    );
    expect(await broken(`${model}\nwhile True:\n    pass\n`)).toMatch(/steps|budget|too long|stopped/i);
    expect(said(await play([run('almebic check')]))).toBe('bash: almebic: command not found\n');
  });
});
