/** What can be counted of a lesson's prose: its length and parts, the Korean of its sentences, cards where a row has a truth. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lessonFolder, lessonIds, lessonPlan } from '../../src/lessons/files/lesson-files.ts';
import { ROOT } from './play.ts';

/** Rows at which the guide is silent, old or wrong: their lesson shows what a run gives beside what the guide says. */
const ROWS_WITH_TRUTH =
  'G2.1 G2.3 G2.4 G3.2 G3.3 G3.4 G3.5 G4.2 G4.3 G4.4 G5.2 G5.4 G5.5 G6.2 G6.3 G6.4 G7.3 G7.4 G8.5'.split(' ');

const bodyOf = (id: string, language: string) =>
  readFileSync(join(lessonFolder(ROOT, id), `${language}.mdx`), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '');

/** The words alone, one paragraph a line: no code, no markup, no commands; titles, questions and answers among them. */
function wordsOf(body: string): string[] {
  const told = [...body.matchAll(/<(?:Step|Quiz|Option|Line)\b[^>]*>/g)].flatMap(([tag]) =>
    [...tag.matchAll(/\b(?:title|question|text)="([^"]*)"/g)].map((found) => found[1]!),
  );
  const prose = body
    .replaceAll(/^```[\s\S]*?^```/gm, '')
    .replaceAll(/<[A-Z][^>]*>|<\/[A-Z]\w*>/g, '\n')
    .replaceAll(/\]\([^)]*\)/g, ']');
  return [...prose.split('\n'), ...told]
    .map((line) => line.replaceAll(/`[^`]*`/g, 'C').trim())
    .filter(Boolean);
}

const sentencesOf = (body: string) => wordsOf(body).flatMap((line) => line.split(/(?<=[.?])\s+/));

describe.each(lessonIds(ROOT))('%s', (id) => {
  const plan = lessonPlan(ROOT, id);
  const body = { ko: bodyOf(id, 'ko'), en: bodyOf(id, 'en') };

  it('tells a reader of Korean nothing in English, and speaks to them politely', () => {
    const english = sentencesOf(body.ko).filter((one) => /[A-Za-z][a-z]+(\s+[A-Za-z][a-z]+){2,}/.test(one));
    expect(english).toEqual([]);
    // "-ㅂ니다" and "-ㅂ시다" are polite; "-ㄴ다", "-이다" are not.
    const plain = sentencesOf(body.ko).filter((one) => /(?<![니시])다[.]$/.test(one));
    expect(plain).toEqual([]);
  });

  it('keeps its sentences short', () => {
    expect(sentencesOf(body.ko).filter((one) => one.length > 110)).toEqual([]);
    expect(sentencesOf(body.en).filter((one) => one.split(' ').length > 36)).toEqual([]);
  });

  it.each(['ko', 'en'] as const)(
    'has a story, hints, three lines to keep and questions in %s',
    (language) => {
      const text = body[language];
      expect(text.match(/<Lead>/g)).toHaveLength(1);
      const recap = /<Recap>([\s\S]*?)<\/Recap>/.exec(text)?.[1] ?? '';
      expect(recap.match(/^\d\. /gm)).toHaveLength(3);
      const steps = text.match(/<Step [\s\S]*?<\/Step>/g) ?? [];
      expect(steps.filter((step) => !step.includes('<Hint>'))).toEqual([]);
      expect(plan.quiz.length).toBeGreaterThanOrEqual(2);
      expect(plan.minutes).toBeGreaterThanOrEqual(8);
      expect(plan.minutes).toBeLessThanOrEqual(15);
    },
  );

  it('shows what a run gives where the guide is silent, old or wrong', () => {
    const rows = plan.guide.filter((row) => ROWS_WITH_TRUTH.includes(row));
    // A drill goes over what another lesson has shown.
    if (rows.length > 0 && !plan.drill) expect(body.ko).toContain('<Truth>');
  });
});
