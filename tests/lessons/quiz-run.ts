/** Runs what a lesson's questions rest on: the options that the engine makes, the effect of commands to be typed. */
import { expect } from 'vitest';
import { passes } from '../../src/checks/index.ts';
import type { Snapshot } from '../../src/engine/snapshot.ts';
import type { LessonPlan } from '../../src/lessons/files/lesson-schema.ts';
import type { Outcomes } from '../../src/lessons/files/outcomes.ts';
import type { Showing, TypePlan } from '../../src/lessons/files/quiz-schema.ts';
import { type Playing, startLesson } from './play.ts';

/** Plays every way of every made prediction. */
export async function makeOptions(id: string, plan: LessonPlan): Promise<Outcomes['made']> {
  const made: Record<string, Record<string, string>> = {};
  for (const quiz of plan.quiz) {
    if (quiz.kind !== 'made') continue;
    const texts: Record<string, string> = {};
    for (const way of quiz.ways) {
      const playing = await startLesson(id, quiz.from);
      for (const action of way.actions) await playing.do(action);
      texts[way.id] = shown(quiz.show, playing);
      expect(texts[way.id], `${quiz.id}: the way "${way.id}" shows nothing`).not.toBe('');
    }
    expect(new Set(Object.values(texts)).size, `${quiz.id}: two ways show the same`).toBe(quiz.ways.length);
    made[quiz.id] = texts;
  }
  return made;
}

/** Every command that is accepted does what the question asks for; before it, that was not so. */
export async function proveEffect(id: string, quiz: TypePlan): Promise<void> {
  for (const line of quiz.accept) {
    const playing = await startLesson(id, quiz.from);
    expect(passes(quiz.effect, playing.world()), `${quiz.id}: holds before "${line}"`).toBe(false);
    await playing.do({ do: 'run', line });
    expect(
      passes(quiz.effect, playing.world()),
      `${quiz.id}: does not hold after "${line}": ${playing.printed()}`,
    ).toBe(true);
  }
}

function shown(show: Showing, playing: Playing): string {
  const snapshot = playing.workspace.snapshot();
  if (show.kind === 'upgrade') return upgradeBody(snapshot);
  if (show.kind === 'rows') return rowsOf(snapshot, show.table);
  const lines = playing.printed().trimEnd().split('\n');
  const { matching } = show;
  return (matching === undefined ? lines : lines.filter((line) => new RegExp(matching).test(line))).join(
    '\n',
  );
}

/** The statements of the newest revision's `upgrade()`, without indentation and comments. */
function upgradeBody({ revisions, files }: Snapshot): string {
  const newest = revisions.files.find(
    ({ revision }) => revision !== null && revisions.heads.includes(revision),
  );
  const text = newest ? (files[newest.path] ?? '') : '';
  const body = /def upgrade\(\)[^\n]*\n([\s\S]*?)(?=\ndef |$(?![\s\S]))/.exec(text)?.[1] ?? '';
  return body
    .split('\n')
    .map((line) => line.replace(/^ {4}/, ''))
    .filter((line) => line.trim() !== '' && !line.startsWith('#') && !line.startsWith('"""'))
    .join('\n');
}

function rowsOf({ database }: Snapshot, name: string): string {
  const table = database.tables.find((one) => one.name === name);
  if (!table) return `(no table ${name})`;
  const rows = [
    table.columns.map((one) => one.name),
    ...table.rows.map((row) => row.map((cell) => cell ?? 'NULL')),
  ];
  const widths = table.columns.map((_, at) => Math.max(...rows.map((row) => row[at]!.length)));
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at]!))
        .join(' | ')
        .trimEnd(),
    )
    .join('\n');
}
