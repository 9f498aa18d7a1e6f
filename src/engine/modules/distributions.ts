/** What a machine's installed distributions let a program import. */

/** Distributions whose module has another name. */
const IMPORT_NAMES: Readonly<Record<string, string>> = {
  'python-dotenv': 'dotenv',
  'python-decouple': 'decouple',
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
  environs: ['python-dotenv'],
  typer: ['click'],
  fastapi: ['pydantic', 'starlette', 'typing_extensions'],
  'fastapi-users': ['fastapi', 'email-validator', 'pyjwt', 'pwdlib', 'python-multipart', 'makefun'],
  'fastapi-users-db-sqlalchemy': ['fastapi', 'fastapi-users', 'sqlalchemy'],
  flask: ['werkzeug', 'jinja2', 'click', 'itsdangerous', 'blinker', 'markupsafe'],
  'flask-bcrypt': ['flask'],
  'flask-login': ['flask'],
  'flask-cors': ['flask'],
  'flask-jwt-extended': ['flask'],
  'flask-mail': ['flask'],
  'flask-caching': ['flask'],
  'flask-limiter': ['flask'],
  'flask-restful': ['flask'],
  'flask-socketio': ['flask'],
  'flask-session': ['flask'],
  'flask-moment': ['flask'],
  'flask-babel': ['flask'],
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

/** Modules of Python 3.11's standard library that are not simulated: importing them works, using them fails by name. */
const REST_OF_LIBRARY: ReadonlySet<string> = new Set(
  (
    'aifc array ast asynchat asyncore atexit audioop bdb bz2 cProfile cgi cgitb chunk cmath cmd code codecs codeop ' +
    'colorsys compileall concurrent copyreg crypt csv ctypes curses dbm difflib dis distutils doctest email ' +
    'encodings ensurepip faulthandler fcntl filecmp fileinput fractions ftplib genericpath getopt gettext graphlib ' +
    'errno grp gzip html http imaplib imghdr imp ipaddress lib2to3 linecache lzma mailbox mailcap marshal mimetypes mmap ' +
    'modulefinder netrc nis nntplib ntpath nturl2path numbers opcode optparse ossaudiodev pdb pickletools pipes ' +
    'plistlib poplib posix pprint profile pstats pty py_compile pyclbr pydoc quopri readline reprlib ' +
    'resource rlcompleter runpy sched select selectors shelve shlex signal site smtpd smtplib sndhdr socketserver ' +
    'spwd sqlite3 sre_compile ssl stat stringprep struct sunau symtable sysconfig syslog tabnanny tarfile telnetlib ' +
    'termios timeit tkinter token tokenize trace tracemalloc tty unicodedata unittest uu venv wave ' +
    'webbrowser wsgiref xdrlib xml xmlrpc zipapp zipfile zipimport zlib'
  ).split(' '),
);

/** Whether a name below this top-level one belongs to the standard library, though nothing simulates it. */
export const isRestOfLibrary = (top: string): boolean => REST_OF_LIBRARY.has(top);
