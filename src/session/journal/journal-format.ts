/** Reads journals that came from outside: storage, links, files. Whatever is in them, the answer is a journal or a clear refusal. */
import * as v from 'valibot';
import { JOURNAL_VERSION, type Journal } from './journal.ts';

/** Beyond these a journal is not one of ours: they bound the time and memory that reading one takes. */
export const LIMITS = {
  /** Characters of the whole text. */
  text: 8_000_000,
  files: 2_000,
  steps: 10_000,
  fileText: 1_000_000,
  path: 300,
  line: 20_000,
  /** Brackets inside brackets; a journal has four. */
  depth: 8,
} as const;

/** Why a journal is not taken. */
export class JournalRefused extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'JournalRefused';
  }
}

/** A path inside the project, in its one plain form: no "..", no "//", nothing that a terminal would not show. */
export const isPlainPath = (path: string): boolean =>
  !/[\u0000-\u001f\u007f\\]/.test(path) &&
  path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');

const path = v.pipe(
  v.string(),
  v.maxLength(LIMITS.path, 'a path is too long'),
  v.check(isPlainPath, 'a path leaves the project or is not plain'),
);
const text = v.pipe(v.string(), v.maxLength(LIMITS.fileText, 'a file is too large'));
const line = v.pipe(v.string(), v.maxLength(LIMITS.line, 'a command is too long'));
const at = v.pipe(
  v.number(),
  v.safeInteger(),
  v.minValue(0),
  v.maxValue(253_402_300_799_999, 'a time is out of range'),
);
const name = v.pipe(v.string(), v.regex(/^[\w.-]{1,60}$/, 'a name is not plain'));

const step = v.variant('do', [
  v.strictObject({ do: v.literal('write'), at, path, text }),
  v.strictObject({ do: v.literal('delete'), at, path }),
  v.strictObject({ do: v.literal('run'), at, line, input: v.optional(text) }),
  v.strictObject({ do: v.literal('sql'), at, sql: text }),
]);

const RESERVED = ['__proto__', 'constructor', 'prototype'];

const journal = v.strictObject({
  version: v.literal(JOURNAL_VERSION),
  seed: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/, 'the seed is not 32 hex digits')),
  start: v.pipe(
    // A record of valibot leaves these names out without a word.
    v.custom<object>(
      (files) =>
        typeof files === 'object' && files !== null && !RESERVED.some((one) => Object.hasOwn(files, one)),
      'the files are missing or have a name that cannot be kept',
    ),
    v.record(path, text),
    v.check((files) => Object.keys(files).length <= LIMITS.files, 'there are too many files'),
    v.check(noFileInsideAFile, 'a file lies inside another file'),
  ),
  machine: v.strictObject({
    installed: v.optional(v.pipe(v.array(name), v.maxLength(200))),
    environment: v.optional(v.record(v.pipe(v.string(), v.regex(/^[A-Za-z_]\w{0,99}$/)), line)),
    databaseStopped: v.optional(v.boolean()),
    extensions: v.optional(v.pipe(v.array(name), v.maxLength(50))),
  }),
  steps: v.pipe(v.array(step), v.maxLength(LIMITS.steps, 'there are too many steps')),
});

function noFileInsideAFile(files: Readonly<Record<string, string>>): boolean {
  const paths = new Set(Object.keys(files));
  for (const one of paths) {
    for (let slash = one.indexOf('/'); slash >= 0; slash = one.indexOf('/', slash + 1)) {
      if (paths.has(one.slice(0, slash))) return false;
    }
  }
  return true;
}

/**
 * @param value what JSON.parse gave.
 * @throws JournalRefused with the first reason.
 */
export function checkJournal(value: unknown): Journal {
  const version = (value as { version?: unknown } | null)?.version;
  if (typeof version === 'number' && version > JOURNAL_VERSION) {
    throw new JournalRefused(
      `it was made by a newer version of this site (format ${version}, here ${JOURNAL_VERSION})`,
    );
  }
  const result = v.safeParse(journal, value, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  const where = v.getDotPath(issue)?.slice(0, 80);
  throw new JournalRefused(where ? `${where}: ${issue.message}` : issue.message);
}

/** Counts brackets outside strings, before any of them becomes an object. */
function nestsTooDeep(json: string): boolean {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < json.length; i++) {
    const mark = json[i];
    if (inString) {
      if (mark === '\\') i += 1;
      else inString = mark !== '"';
    } else if (mark === '"') inString = true;
    else if (mark === '[' || mark === '{') depth += 1;
    else if (mark === ']' || mark === '}') depth -= 1;
    if (depth > LIMITS.depth) return true;
  }
  return false;
}

/** @throws JournalRefused */
export function parseJournal(json: string): Journal {
  if (json.length > LIMITS.text) throw new JournalRefused('it is too large');
  if (nestsTooDeep(json)) throw new JournalRefused('it nests too deep');
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new JournalRefused('it is damaged: not JSON');
  }
  return checkJournal(value);
}
