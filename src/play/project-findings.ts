/** What can be said of a brought project before anything runs: pure, from its files and its revisions. */
import type { RevisionSnapshot } from '../engine/snapshot.ts';

export interface Findings {
  readonly hasSettings: boolean;
  readonly revisions: number;
  readonly heads: readonly string[];
  /** Revisions whose predecessor has no file. */
  readonly missing: readonly { readonly path: string; readonly revision: string; readonly wanted: string }[];
  readonly broken: readonly { readonly path: string; readonly problem: string }[];
  /** Why the folder of revisions cannot be read at all. */
  readonly problem: string | null;
  /** alembic.ini with its address pointing at this workbench's server; undefined where it does, or says none. */
  readonly pointed: string | undefined;
  readonly dumps: readonly string[];
}

const HERE = 'postgresql+psycopg2://learner:learner@localhost:5432/app';
const ADDRESS = /^(sqlalchemy\.url[ \t]*=[ \t]*)(\S.*)$/m;

/** @param files by path. @param revisions as the engine reads the files of `versions`, before anything runs */
export function findingsOf(files: Readonly<Record<string, string>>, revisions: RevisionSnapshot): Findings {
  const ini = files['alembic.ini'];
  const known = new Set(revisions.files.flatMap(({ revision }) => (revision === null ? [] : [revision])));
  return {
    hasSettings: ini !== undefined || /^\[tool\.alembic/m.test(files['pyproject.toml'] ?? ''),
    revisions: known.size,
    heads: revisions.heads,
    missing: revisions.files.flatMap(({ path, revision, down }) =>
      revision === null
        ? []
        : down.filter((one) => !known.has(one)).map((wanted) => ({ path, revision, wanted })),
    ),
    broken: revisions.files.flatMap(({ path, problem }) => (problem === null ? [] : [{ path, problem }])),
    problem: revisions.problem,
    pointed: ini === undefined ? undefined : pointedHere(ini),
    dumps: Object.keys(files).filter((path) => path.endsWith('.sql') && isDump(files[path]!)),
  };
}

function pointedHere(ini: string): string | undefined {
  const url = ADDRESS.exec(ini)?.[2]?.trim();
  if (
    url === undefined ||
    /^postgresql(\+\w+)?:\/\/learner:learner@(localhost|127\.0\.0\.1)(:5432)?\/app$/.test(url)
  )
    return undefined;
  // An asynchronous env.py needs its driver.
  const here = url.includes('+asyncpg') ? HERE.replace('psycopg2', 'asyncpg') : HERE;
  return ini.replace(ADDRESS, (_, key: string) => `${key}${here}`);
}

/** pg_dump writes this at the top; other dumps make tables. */
const isDump = (sql: string) => /PostgreSQL database dump|^\s*create\s+table/im.test(sql.slice(0, 200_000));
