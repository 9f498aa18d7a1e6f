/** The course as a whole: every row of the guide and every problem is covered or listed as unbuilt; every link leads somewhere. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { lessonFolder, lessonIds, lessonPlan } from '../../src/lessons/files/lesson-files.ts';
import { ROOT } from './play.ts';

const ids = lessonIds(ROOT);
const plans = ids.map((id) => lessonPlan(ROOT, id));
const rows = parse(readFileSync(join(ROOT, 'content', 'rows.yaml'), 'utf8')) as {
  guide: string[];
  problems: number[];
  'told-only': number[];
  unbuilt: { guide: string[]; problems: number[] };
};

it.each([
  ['guide' as const, rows.guide, plans.flatMap((plan) => plan.guide)],
  [
    'problems' as const,
    rows.problems.filter((one) => !rows['told-only'].includes(one)),
    plans.flatMap((plan) => plan.problems),
  ],
])('every row of %s is covered or listed as unbuilt, and none is both', (kind, all, covered) => {
  const unbuilt: readonly (string | number)[] = rows.unbuilt[kind];
  const missing = (all as readonly (string | number)[]).filter(
    (row) => !(covered as readonly (string | number)[]).includes(row),
  );
  expect(unbuilt).toEqual(missing);
  expect(
    (covered as readonly (string | number)[]).filter(
      (row) => !([...all, ...rows['told-only']] as (string | number)[]).includes(row),
    ),
  ).toEqual([]);
});

it('prerequisites and predecessors are lessons that come earlier', () => {
  const order = new Map(ids.map((id, index) => [id, placeOf(id, index)]));
  for (const [index, plan] of plans.entries()) {
    const before = [...plan.prerequisites, ...(plan.from.kind === 'after' ? [plan.from.lesson] : [])];
    for (const other of before)
      expect(order.get(other) ?? Infinity, `${ids[index]} → ${other}`).toBeLessThan(order.get(ids[index]!)!);
  }
});

it('links in the prose lead to pages of the site, or to secure addresses', () => {
  const files = readdirSync(join(ROOT, 'content'), { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.mdx'),
  );
  const wrong = files.flatMap((path) => {
    const language = path.slice(-6, -4);
    const text = readFileSync(join(ROOT, 'content', path), 'utf8');
    const links = [...text.matchAll(/\]\(([^)\s]+)\)|\bhref="([^"]+)"/g)].map(
      (found) => found[1] ?? found[2]!,
    );
    return links.filter((link) => !leadsSomewhere(link, language)).map((link) => `${path}: ${link}`);
  });
  expect(wrong).toEqual([]);
});

const PAGES = new Set([
  '',
  'lessons/',
  'play/',
  'errors/',
  'review/',
  'commands/',
  'glossary/',
  'search/',
  'start/',
  'result/',
]);

function leadsSomewhere(link: string, language: string): boolean {
  if (link.startsWith('#') || link.startsWith('https://')) return true;
  const [path = ''] = link.split('#');
  if (!path.startsWith(`/${language}/`) || !path.endsWith('/')) return false;
  const page = path.slice(language.length + 2);
  const [room, ...rest] = page.split('/').slice(0, -1);
  if (rest.length === 0) return PAGES.has(page);
  if (room === 'lessons') return existsSync(join(lessonFolder(ROOT, rest.join('/')), 'lesson.yaml'));
  return room === 'errors' && existsSync(join(ROOT, 'content', 'errors', rest.join('/')));
}

/** Chapter number and order in it. */
function placeOf(id: string, index: number): number {
  const [chapter = ''] = id.split('/');
  const { number } = parse(
    readFileSync(join(ROOT, 'content', 'lessons', chapter, 'chapter.yaml'), 'utf8'),
  ) as { number: number };
  return number * 1000 + plans[index]!.order;
}
