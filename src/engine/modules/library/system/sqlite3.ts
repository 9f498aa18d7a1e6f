/** `sqlite3`: no database of its own is there. What programs that may run on it say at import time works: its errors, adapters, constants. */
import type { NativeModule } from '../../../python/values/native/native.ts';
import { pythonModule } from '../../library.ts';
import { unknownName } from '../../unknown.ts';

const plain = pythonModule(
  'sqlite3',
  String.raw`
PARSE_DECLTYPES = 1
PARSE_COLNAMES = 2
SQLITE_OK = 0
SQLITE_DENY = 1
SQLITE_IGNORE = 2
apilevel = "2.0"
paramstyle = "qmark"
threadsafety = 1
version = "2.6.0"
sqlite_version = "3.40.1"
sqlite_version_info = (3, 40, 1)


class Error(Exception):
    pass


class Warning(Exception):
    pass


class InterfaceError(Error):
    pass


class DatabaseError(Error):
    pass


class DataError(DatabaseError):
    pass


class OperationalError(DatabaseError):
    pass


class IntegrityError(DatabaseError):
    pass


class InternalError(DatabaseError):
    pass


class ProgrammingError(DatabaseError):
    pass


class NotSupportedError(DatabaseError):
    pass


def register_adapter(type, adapter, /):
    pass


def register_converter(typename, converter, /):
    pass


def enable_callback_tracebacks(enable, /):
    pass
`,
);

/** Its names; those that would reach a database can be named, and say by name that nothing is behind them. */
export const sqlite3Module: NativeModule = {
  name: 'sqlite3',
  get names() {
    return plain.names;
  },
  getattr: (_call, name) => (name.startsWith('__') ? undefined : unknownName(`sqlite3.${name}`, true)),
};
