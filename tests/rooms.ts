/** The rooms of the house and the arrows between them, as data (see the design's list). */

export interface Room {
  readonly name: string;
  /** Rooms that this one may import. */
  readonly may: readonly string[];
  readonly why: string;
}

const ENGINE_BASE = ['machine', 'stdlib'];

/** Adding an arrow is a decision: do it here, with the reason, in the commit that needs it. */
export const ROOMS: readonly Room[] = [
  { name: 'machine', may: [], why: 'ports and plain data: machine, events, snapshot, files' },
  { name: 'i18n', may: [], why: 'dictionaries' },
  { name: 'styles', may: [], why: 'tokens and fonts' },
  { name: 'stdlib', may: ['machine'], why: "the parts of Python's library that the tools rely on" },
  { name: 'python', may: ENGINE_BASE, why: 'the language: knows nothing of SQLAlchemy' },
  { name: 'sqlalchemy', may: ENGINE_BASE, why: 'knows nothing of Python' },
  { name: 'alembic', may: [...ENGINE_BASE, 'sqlalchemy'], why: 'calls the learner through ports of machine' },
  {
    name: 'sqlacodegen',
    may: [...ENGINE_BASE, 'sqlalchemy'],
    why: 'reads a reflected schema, writes models',
  },
  {
    name: 'modules',
    may: [...ENGINE_BASE, 'python', 'sqlalchemy', 'alembic', 'sqlacodegen'],
    why: 'what an import finds: the only room that knows both worlds',
  },
  {
    name: 'shell',
    may: [...ENGINE_BASE, 'i18n', 'python', 'modules', 'alembic', 'sqlacodegen'],
    why: 'starts the tools; what it says itself is in the dictionaries',
  },
  { name: 'engine', may: [...ENGINE_BASE, 'shell', 'python', 'modules'], why: "the engine's entry" },
  {
    name: 'database',
    may: ['machine'],
    why: 'implements the database port: the only room that imports PGlite',
  },
  { name: 'checks', may: ['machine', 'i18n'], why: 'pure functions of a snapshot' },
  {
    name: 'git',
    may: ['machine', 'shell'],
    why: 'repositories in memory, asynchronous; line differences are those of diff',
  },
  {
    name: 'session',
    may: ['machine', 'i18n', 'engine', 'database', 'git', 'checks'],
    why: 'the one asynchronous boundary: brings engine and database together',
  },
  {
    name: 'workbench',
    may: ['machine', 'i18n', 'styles', 'session', 'checks'],
    why: 'shows what a session says; the drift strip reads model files as the checks do',
  },
  {
    name: 'teach',
    may: ['machine', 'i18n', 'styles', 'session', 'checks'],
    why: 'grading replays a journal',
  },
  {
    name: 'lessons',
    may: ['machine', 'i18n', 'styles', 'workbench', 'checks', 'session'],
    why: 'what a lesson may use; ticks are judged by the steps of a journal and their results',
  },
  {
    name: 'play',
    may: ['machine', 'i18n', 'styles', 'workbench', 'session', 'checks', 'lessons'],
    why: "the playground: the lessons' worlds and the visitor's own project, on the same workbench",
  },
  { name: 'offline', may: ['i18n'], why: 'the service worker and what pages say of it: knows no lesson' },
  {
    name: 'build',
    may: ['machine', 'i18n', 'styles', 'offline', 'database', 'engine', 'session', 'lessons'],
    why: "runs at build time only: host files, notices, icons, precompression, the service worker, the local server, the engine's parts, for which it plays a lesson",
  },
  {
    name: 'layouts',
    may: ['i18n', 'styles', 'lessons', 'play', 'offline', 'build'],
    why: 'frames; the policy that build knows goes into their head',
  },
  { name: 'pages', may: ['i18n', 'styles', 'layouts', 'lessons', 'play', 'teach'], why: 'routes' },
];

/** Folders inside which files may name one another in a circle: only function bodies do so, never work at import time. */
export const CIRCLES: readonly { readonly folder: string; readonly why: string }[] = [
  { folder: 'engine/alembic/operations/', why: 'an operation and its reverse make each other' },
];

/** Packages that only some rooms may import; every other package may be used anywhere outside the engine. */
export const PACKAGES: readonly {
  readonly name: string;
  readonly rooms: readonly string[];
  readonly why: string;
}[] = [
  { name: '@electric-sql/pglite', rooms: ['database'], why: 'one room knows the server' },
  { name: '@electric-sql/pglite-tools', rooms: ['database'], why: 'pg_dump' },
  { name: 'isomorphic-git', rooms: ['git'], why: 'large: its own chunk, loaded with the first git command' },
  { name: 'buffer', rooms: ['git'], why: 'isomorphic-git needs it' },
  { name: 'monaco-editor', rooms: ['workbench'], why: 'large: loaded with the workbench only' },
  { name: 'get-east-asian-width', rooms: ['shell', 'workbench'], why: "psql's tables align by width" },
];

/** Rooms inside src/engine: synchronous, without clock, randomness, DOM, and without packages that PACKAGES does not give them. */
export const ENGINE_ROOMS = new Set([
  'machine',
  'stdlib',
  'python',
  'sqlalchemy',
  'alembic',
  'sqlacodegen',
  'modules',
  'shell',
  'engine',
]);

/** @param path below src, such as "engine/python/parse/tokens.ts". */
export function roomOf(path: string): string {
  const [first, second, third] = path.split('/');
  if (first !== 'engine') return second === undefined ? 'pages' : first!;
  if (third !== undefined) return second!;
  return second === 'index.ts' ? 'engine' : 'machine';
}
