/** The workspace as a project for one's own computer: its files, and what it takes to run them with the real tools. */
import { strToU8, zipSync } from 'fflate';
import type { Dictionary } from '../../i18n/index.ts';

/** What the learner's machine here has; at home it has to be installed. */
const PACKAGES: Readonly<Record<string, string>> = {
  alembic: 'alembic==1.19.1',
  sqlalchemy: 'sqlalchemy==2.0.52',
  sqlacodegen: 'sqlacodegen==3.0.0',
  psycopg2: 'psycopg2-binary',
};
/** They come along with the others. */
const DEPENDENCIES = new Set(['mako', 'markupsafe', 'greenlet', 'typing_extensions', 'inflect']);

/** @param installed distributions of the learner's machine, by name. */
function pyproject(installed: readonly string[]): string {
  const lines = requirements(installed).map((name) => `    "${name}",`);
  return `[project]
name = "my-migrations"
version = "0.1.0"
requires-python = ">=3.11"
dependencies = [
${lines.join('\n')}
]

# The folders here are read from where they lie; nothing is built.
[tool.setuptools]
packages = []
`;
}

const COMPOSE = `services:
  db:
    image: postgres:18
    environment:
      POSTGRES_USER: learner
      POSTGRES_PASSWORD: learner
      POSTGRES_DB: app
    ports:
      - "5432:5432"
    volumes:
      - data:/var/lib/postgresql

volumes:
  data:
`;

const IGNORE = `.venv/
__pycache__/
*.egg-info/
`;

/**
 * @param files path to text, as in a snapshot.
 * @returns the same with what is missing; a file of the learner's own is never replaced.
 */
export function projectToTakeHome(
  files: Readonly<Record<string, string>>,
  installed: readonly string[],
  t: Dictionary,
): Record<string, string> {
  // Alembic may keep its settings in pyproject.toml: then the list of packages goes beside it.
  const list: Readonly<Record<string, string>> =
    files['pyproject.toml'] === undefined
      ? { 'pyproject.toml': pyproject(installed) }
      : { 'requirements.txt': `${requirements(installed).join('\n')}\n` };
  const added = {
    ...list,
    'docker-compose.yml': COMPOSE,
    '.gitignore': IGNORE,
    'README.md': t.share.readme(files['pyproject.toml'] === undefined ? '.' : '-r requirements.txt'),
  };
  return { ...added, ...files };
}

const requirements = (installed: readonly string[]): string[] =>
  [
    ...new Set(installed.filter((name) => !DEPENDENCIES.has(name)).map((name) => PACKAGES[name] ?? name)),
  ].sort();

/** The project in a folder of a zip file. */
export function zipOf(files: Readonly<Record<string, string>>, folder: string): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(files).map(([path, text]) => [`${folder}/${path}`, strToU8(text)] as const);
  return zipSync(Object.fromEntries(entries), { level: 6 }) as Uint8Array<ArrayBuffer>;
}
