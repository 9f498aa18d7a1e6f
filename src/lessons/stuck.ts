/** "I am stuck": what the step expects and how much of it is there, what the state says, and a report for a colleague. */
import type { World } from '../checks/index.ts';
import { type Part, partsOf } from '../checks/leaves.ts';
import type { Dictionary } from '../i18n/index.ts';
import type { StepPlan } from './files/lesson-schema.ts';

export interface StuckReport {
  readonly parts: readonly { readonly text: string; readonly holds: boolean }[];
  readonly facts: readonly string[];
  /** Plain text to be copied. */
  readonly report: string;
}

/** @param lesson its id. */
export function stuckReport(lesson: string, step: StepPlan, world: World, t: Dictionary): StuckReport {
  const parts = partsOf(step.done, world).map((part) => ({
    text: wordsOf(part, t.stuck),
    holds: part.holds,
  }));
  const facts = factsOf(world, t.stuck);
  const last = world.facts.commands.at(-1);
  const printed = last ? (last.stdout + last.stderr).trim().split('\n').slice(-8) : [];
  const report = [
    `${lesson} #${step.id}`,
    ...parts.map(({ text, holds }) => `[${holds ? 'x' : ' '}] ${text}`),
    ...facts,
    ...printed.map((line) => `  ${line}`),
  ].join('\n');
  return { parts, facts, report };
}

function factsOf({ snapshot, facts }: World, t: Dictionary['stuck']): string[] {
  const { current, heads, problem } = snapshot.revisions;
  const last = facts.commands.at(-1);
  return [
    ...(snapshot.database.running ? [] : [t.stopped]),
    current.length > 0 ? t.standsAt(current.join(', ')) : t.standsNowhere,
    heads.length > 0 ? t.headsAre(heads.join(', ')) : t.noHeads,
    ...(problem === null ? [] : [problem]),
    last ? t.lastCommand(last.line, last.exit) : t.noCommand,
  ];
}

function wordsOf({ check, negated }: Part, t: Dictionary['stuck']): string {
  const wanted = !('exists' in Object(check.of) && (check.of as { exists?: boolean }).exists === false);
  const text = thingOf(check, t);
  return wanted !== negated ? text : t.without(text);
}

function thingOf(check: Part['check'], t: Dictionary['stuck']): string {
  switch (check.kind) {
    case 'file':
      return t.file(check.of.path);
    case 'model':
      return check.of.column === undefined
        ? t.model(check.of.table)
        : t.modelColumn(check.of.table, check.of.column);
    case 'ops':
    case 'revision':
      return t.revision(
        check.of.has.map((one) => [one.name, one.table, one.subject].filter(Boolean).join(' ')).join(', '),
      );
    case 'graph':
      return t.graph(
        Object.entries(check.of)
          .filter(([, count]) => count !== undefined)
          .map(([what, count]) => `${what} ${count}`)
          .join(', '),
      );
    case 'current':
      return t.current(check.of);
    case 'table':
      return t.table(check.of.name);
    case 'column':
      return t.column(check.of.table, check.of.name);
    case 'index':
      return t.index(check.of.table);
    case 'constraint':
      return t.constraint(check.of.table, check.of.kind ?? '');
    case 'enum':
      return t.enum(check.of.name);
    case 'rows':
      return t.rows(check.of.table);
    case 'server':
      return t.server;
    case 'ran':
      return t.ran(plainCommand(check.of.matches));
    case 'output':
      return t.output(check.of.contains);
    case 'read':
      return t.read(check.of.path ?? '');
    case 'clean':
      return t.clean;
    case 'roundtrip':
      return t.roundtrip;
  }
}

/** A pattern over command lines as a person would write it. */
const plainCommand = (pattern: string): string =>
  pattern
    .replace(/\(\s?\.\*\)\?|\.\*|\\b|[\^$?]|\(\?:|[()]/g, '')
    .replaceAll('\\', '')
    .replace(/\s+/g, ' ')
    .trim();

/** Shows the report in the step's box, whose parts the page has made. */
export function showStuck(box: HTMLElement, { parts, facts, report }: StuckReport): void {
  const fill = (name: string, items: readonly HTMLElement[]) =>
    box.querySelector(`[data-stuck-${name}]`)?.replaceChildren(...items);
  const line = (text: string, holds?: boolean) => {
    const item = document.createElement('li');
    item.textContent = text;
    if (holds !== undefined) item.dataset.holds = String(holds);
    return item;
  };
  fill(
    'parts',
    parts.map(({ text, holds }) => line(text, holds)),
  );
  fill(
    'facts',
    facts.map((text) => line(text)),
  );
  const copy = box.querySelector<HTMLElement>('[data-copy-report]');
  if (copy) copy.dataset.copyReport = report;
  box.hidden = false;
}
