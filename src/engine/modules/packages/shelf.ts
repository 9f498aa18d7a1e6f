/** Distributions that pip and poetry can bring here, as PyPI has them: name, version, summary, what each needs. */

export interface Distribution {
  readonly name: string;
  readonly version: string;
  readonly summary: string;
  readonly requires: readonly string[];
}

const TABLE: readonly (readonly [name: string, version: string, summary: string, requires: string])[] = [
  ['alembic', '1.19.1', 'A database migration tool for SQLAlchemy.', 'SQLAlchemy Mako typing-extensions'],
  [
    'annotated-doc',
    '0.0.7',
    'Document parameters, class attributes, return types, and variables inline, with Annotated.',
    '',
  ],
  ['annotated-types', '0.8.0', 'Reusable constraint types to use with typing.Annotated', ''],
  ['anyio', '4.16.0', 'High-level concurrency and networking framework on top of asyncio or Trio', 'idna'],
  ['asyncpg', '0.32.0', 'An asyncio PostgreSQL driver', ''],
  [
    'black',
    '26.10.1',
    'The uncompromising code formatter.',
    'click mypy-extensions packaging pathspec platformdirs pytokens',
  ],
  ['click', '8.5.1', 'Composable command line interface toolkit', ''],
  ['dnspython', '2.9.2', 'DNS toolkit', ''],
  [
    'email-validator',
    '2.4.0',
    'A robust email address syntax and deliverability validation library.',
    'dnspython idna',
  ],
  [
    'fastapi',
    '0.165.0',
    'FastAPI framework, high performance, easy to learn, fast to code, ready for production',
    'starlette anyio pydantic typing-extensions typing-inspection annotated-doc opentelemetry-api',
  ],
  ['greenlet', '3.5.6', 'Lightweight in-process concurrent programming', ''],
  ['h11', '0.16.0', 'A pure-Python, bring-your-own-I/O implementation of HTTP/1.1', ''],
  ['idna', '3.20', 'Internationalized Domain Names in Applications (IDNA)', ''],
  [
    'inflect',
    '7.6.0',
    'Correctly generate plurals, singular nouns, ordinals, indefinite articles',
    'jaraco.functools more_itertools typeguard',
  ],
  ['iniconfig', '2.3.1', 'brain-dead simple config-ini parsing', ''],
  ['jaraco.functools', '4.6.0', 'Functools like those found in stdlib', 'more_itertools'],
  [
    'Mako',
    '1.4.3',
    'A super-fast templating language that borrows the best ideas from the existing templating languages.',
    'MarkupSafe',
  ],
  ['MarkupSafe', '3.0.4', 'Safely add untrusted strings to HTML/XML markup.', ''],
  ['more-itertools', '11.2.1', 'More routines for operating on iterables, beyond itertools', ''],
  ['mypy_extensions', '1.2.0', 'Type system extensions for programs checked with the mypy type checker.', ''],
  ['opentelemetry-api', '1.45.2', 'OpenTelemetry Python API', 'typing-extensions'],
  ['packaging', '26.4', 'Core utilities for Python packages', ''],
  ['pathspec', '1.1.1', 'Utility library for gitignore style pattern matching of file paths.', ''],
  [
    'platformdirs',
    '4.14.8',
    'A small Python package for determining appropriate platform-specific dirs, e.g. a `user data dir`.',
    '',
  ],
  ['pluggy', '1.7.0', 'plugin and hook calling mechanisms for python', ''],
  ['psycopg', '3.3.9', 'PostgreSQL database adapter for Python', ''],
  ['psycopg-binary', '3.3.9', 'PostgreSQL database adapter for Python -- C optimisation distribution', ''],
  ['psycopg2', '2.9.13', 'psycopg2 - Python-PostgreSQL Database Adapter', ''],
  ['psycopg2-binary', '2.9.13', 'psycopg2 - Python-PostgreSQL Database Adapter', ''],
  [
    'pydantic',
    '2.14.4',
    'Data validation using Python type hints',
    'annotated-types pydantic-core typing-extensions typing-inspection',
  ],
  [
    'pydantic-settings',
    '2.16.3',
    'Settings management using Pydantic',
    'pydantic python-dotenv typing-extensions typing-inspection',
  ],
  [
    'pydantic_core',
    '2.50.5',
    'Core functionality for Pydantic validation and serialization',
    'typing-extensions',
  ],
  ['Pygments', '2.21.0', 'Pygments is a syntax highlighting package written in Python.', ''],
  ['pytest', '9.2.0', 'pytest: simple powerful testing with Python', 'iniconfig packaging pluggy pygments'],
  [
    'python-dotenv',
    '1.2.4',
    'Read key-value pairs from a .env file and set them as environment variables',
    '',
  ],
  ['pytokens', '0.4.1', 'A Fast, spec compliant Python 3.14+ tokenizer that runs on older Pythons.', ''],
  ['ruff', '0.17.6', 'An extremely fast Python linter and code formatter, written in Rust.', ''],
  ['sqlacodegen', '3.0.0', 'Automatic model code generator for SQLAlchemy', 'SQLAlchemy inflect'],
  ['SQLAlchemy', '2.0.52', 'Database Abstraction Library', 'typing-extensions'],
  [
    'sqlmodel',
    '0.0.50',
    'SQLModel, SQL databases in Python, designed for simplicity, compatibility, and robustness.',
    'SQLAlchemy pydantic typing-extensions',
  ],
  ['starlette', '1.10.0', 'The little ASGI library that shines.', 'anyio'],
  ['typeguard', '4.6.1', 'Run-time type checker for Python', 'typing_extensions'],
  ['typing-inspection', '0.4.5', 'Runtime typing introspection tools', 'typing-extensions'],
  ['typing_extensions', '4.16.0', 'Backported and Experimental Type Hints for Python 3.9+', ''],
  ['uvicorn', '0.54.0', 'The lightning-fast ASGI server.', 'click h11'],
];

/** What an extra of a distribution asks for beside it. */
const EXTRAS: Readonly<Record<string, readonly string[]>> = {
  'fastapi[standard]': ['uvicorn', 'email-validator'],
  'pydantic[email]': ['email-validator'],
};

/** One spelling of a name for all that PyPI takes for the same. */
export const plainName = (name: string): string => name.toLowerCase().replace(/[-_.]+/g, '-');

const known = new Map<string, Distribution>(
  TABLE.map(([name, version, summary, requires]) => [
    plainName(name),
    { name, version, summary, requires: requires.split(' ').filter(Boolean) },
  ]),
);

/** Every name that can be installed, as it is typed. */
export const shelfNames = (): string[] => [...known.keys()];

/** A distribution of the shelf, by its name in any spelling. */
export const distribution = (name: string): Distribution | undefined => known.get(plainName(name));

/** How the machine's list of installed distributions spells it. */
const keyOf = (plain: string): string => (plain === 'typing-extensions' ? 'typing_extensions' : plain);

/** Whether it is among those installed. */
export const isInstalled = (installed: ReadonlySet<string>, name: string): boolean =>
  installed.has(keyOf(plainName(name)));

/** Adds it to those installed. */
export const install = (installed: Set<string>, name: string): void =>
  void installed.add(keyOf(plainName(name)));

/** Takes it away from those installed. */
export const uninstall = (installed: Set<string>, name: string): void =>
  void installed.delete(keyOf(plainName(name)));

/** Every installed distribution with its version, in pip's order. */
export function allInstalled(installed: ReadonlySet<string>): Distribution[] {
  return [...installed]
    .flatMap((name) => distribution(name) ?? [])
    .sort((a, b) => (plainName(a.name) < plainName(b.name) ? -1 : 1));
}

/** What must come with a distribution and is not there yet, innermost first, itself last. */
export function missingFor(installed: ReadonlySet<string>, name: string): Distribution[] {
  const found: Distribution[] = [];
  const visit = (one: string): void => {
    const item = distribution(one);
    if (!item || isInstalled(installed, one) || found.includes(item)) return;
    for (const other of item.requires) visit(other);
    if (!found.includes(item)) found.push(item);
  };
  visit(name);
  return found;
}

/** A distribution that another one needs. */
export interface Requirement {
  readonly name: string;
  /** Such as "==2.0.1" or ">=3,<4"; empty for any version. */
  readonly range: string;
  /** Distributions that the extras in brackets ask for. */
  readonly extra: readonly string[];
}

/** @param text as pip takes it: `name[extra]>=1.0`. */
export function requirement(text: string): Requirement | undefined {
  const match = /^([A-Za-z0-9][\w.-]*)(?:\[([^\]]*)\])?\s*((?:[<>=!~^@].*)?)$/.exec(text.trim());
  if (!match) return undefined;
  const [, name, extras = '', range] = match;
  const extra = extras.split(',').flatMap((one) => EXTRAS[`${plainName(name!)}[${one.trim()}]`] ?? []);
  return { name: name!, range: range!.replace(/^@/, '').trim(), extra };
}

/** Whether a version lies in a range of pip's operators. */
export function satisfies(version: string, range: string): boolean {
  return range.split(',').every((part) => {
    const match = /^\s*(==|>=|<=|!=|~=|<|>|\^)?\s*v?([\d.]+)(\.\*)?\s*$/.exec(part);
    if (!match) return true;
    const [, sign = '==', wanted, star] = match;
    if (star) return (version.startsWith(`${wanted}.`) || version === wanted) === (sign !== '!=');
    const order = compare(version, wanted!);
    if (sign === '^' || sign === '~=') return order >= 0;
    return {
      '==': order === 0,
      '!=': order !== 0,
      '>=': order >= 0,
      '<=': order <= 0,
      '<': order < 0,
      '>': order > 0,
    }[sign]!;
  });
}

function compare(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)];
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
