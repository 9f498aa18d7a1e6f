/** An entry of the error index, as `content/errors/<id>/error.yaml` says it: how it is recognised, a state that is broken in this way, and the way out. */
import * as v from 'valibot';
import { type Check, readCheck } from '../../checks/index.ts';
import type { Language } from '../../i18n/index.ts';
import type { MachineStart } from '../../session/journal/journal.ts';
import { type Action, actionFields, actionOf, actionSchema, actionsOf, parsed } from '../actions.ts';

export interface ErrorEntry {
  readonly id: string;
  /** Whose message it is. */
  readonly source: ErrorSource;
  /** Regular expressions; one of them in a pasted text is enough. */
  readonly patterns: readonly string[];
  /** A lesson that teaches it. */
  readonly lesson: string | undefined;
  readonly start: {
    readonly world: string;
    readonly clock: string;
    readonly seed: string;
    readonly machine: MachineStart;
    readonly setup: readonly Action[];
  };
  readonly open: readonly string[];
  /** The command that gives the message. */
  readonly meet: string;
  readonly out: readonly WayOut[];
  readonly words: Readonly<Record<Language, ErrorWords>>;
}

export type ErrorSource = 'alembic' | 'sqlalchemy' | 'postgresql' | 'python' | 'shell';
export const ERROR_SOURCES: readonly ErrorSource[] = [
  'alembic',
  'sqlalchemy',
  'postgresql',
  'python',
  'shell',
];

/** One step of the way out. */
export interface WayOut {
  readonly action: Action;
  /** Undefined for a command: it is done once it ran well. */
  readonly done: Check | undefined;
  readonly words: Readonly<Record<Language, string>>;
}

interface ErrorWords {
  readonly title: string;
  readonly means: string;
  readonly causes: readonly string[];
}

const wordsSchema = v.strictObject({
  title: v.string(),
  means: v.string(),
  causes: v.pipe(v.array(v.string()), v.minLength(1, 'a cause is needed')),
});

const schema = v.strictObject({
  source: v.picklist(ERROR_SOURCES as [ErrorSource, ...ErrorSource[]]),
  patterns: v.pipe(v.array(v.string()), v.minLength(1, 'a pattern is needed')),
  lesson: v.optional(v.string()),
  world: v.optional(v.string(), 'bookshop'),
  machine: v.optional(
    v.strictObject({
      installed: v.optional(v.array(v.string())),
      databaseStopped: v.optional(v.boolean()),
    }),
    {},
  ),
  setup: v.optional(v.array(actionSchema), []),
  open: v.optional(v.array(v.string()), []),
  meet: v.string(),
  out: v.pipe(
    v.array(
      v.strictObject({ ...actionFields, done: v.optional(v.unknown()), ko: v.string(), en: v.string() }),
    ),
    v.minLength(1, 'a way out is needed'),
  ),
  ko: wordsSchema,
  en: wordsSchema,
});

/** @throws Error in words for the author. */
export function readError(written: unknown, id: string): ErrorEntry {
  const where = `errors/${id}`;
  const { source, patterns, lesson, world, machine, setup, open, meet, out, ko, en } = parsed(
    schema,
    written,
    where,
  );
  return {
    id,
    source,
    patterns,
    lesson,
    start: {
      world,
      clock: '2026-01-15T09:30:00.000Z',
      seed: 'e44044e44044e44044e44044e44044e4',
      machine: Object.fromEntries(Object.entries(machine).filter(([, value]) => value !== undefined)),
      setup: actionsOf(setup, `${where}: setup`),
    },
    open,
    meet,
    out: out.map((one, index) => wayOutOf(one, `${where}: out[${index}]`)),
    words: { ko, en },
  };
}

function wayOutOf(written: v.InferOutput<typeof schema>['out'][number], where: string): WayOut {
  const { done, ko, en, ...fields } = written;
  const action = actionOf(fields, where);
  if (done === undefined && action.do !== 'run') throw new Error(`${where}: says not when it is done`);
  return { action, done: done === undefined ? undefined : readCheck(done, where), words: { ko, en } };
}
