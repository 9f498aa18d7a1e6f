/** What a machine's installed distributions let a program import. */

/** Distributions whose module has another name. */
const IMPORT_NAMES: Readonly<Record<string, string>> = {
  'python-dotenv': 'dotenv',
  pyyaml: 'yaml',
  pillow: 'PIL',
  'python-dateutil': 'dateutil',
  'psycopg2-binary': 'psycopg2',
  beautifulsoup4: 'bs4',
  'scikit-learn': 'sklearn',
  pyjwt: 'jwt',
  'python-jose': 'jose',
};

/** What installing a distribution brings with it, where a program may import that by itself. */
const BRINGS: Readonly<Record<string, readonly string[]>> = {
  fastapi: ['pydantic', 'starlette', 'typing_extensions'],
  'fastapi-users-db-sqlalchemy': ['fastapi', 'fastapi-users', 'sqlalchemy'],
  flask: ['werkzeug', 'jinja2', 'click', 'itsdangerous', 'blinker', 'markupsafe'],
  'flask-migrate': ['flask-sqlalchemy', 'alembic'],
  'flask-sqlalchemy': ['flask', 'sqlalchemy'],
  pydantic: ['pydantic_core', 'annotated_types', 'typing_extensions'],
  'pydantic-settings': ['pydantic', 'python-dotenv'],
  sqlmodel: ['pydantic', 'sqlalchemy'],
  'sqlalchemy-utils': ['sqlalchemy'],
};

const known = new WeakMap<ReadonlySet<string>, { readonly size: number; readonly names: Set<string> }>();

const nameOf = (distribution: string): string =>
  IMPORT_NAMES[distribution] ?? distribution.replaceAll('-', '_');

/** Names of the top-level modules that these distributions and what they bring hold. */
export function importable(installed: ReadonlySet<string>): ReadonlySet<string> {
  const before = known.get(installed);
  if (before?.size === installed.size) return before.names;
  const names = new Set<string>();
  const add = (distribution: string): void => {
    const plain = distribution.toLowerCase().replaceAll('_', '-');
    if (names.has(nameOf(plain))) return;
    names.add(nameOf(plain));
    for (const other of BRINGS[plain] ?? []) add(other);
  };
  for (const distribution of installed) add(distribution);
  known.set(installed, { size: installed.size, names });
  return names;
}
