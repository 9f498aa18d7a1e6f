/** Python modules whose code is fetched when something imports them: their top-level names, as data, so that asking for another one asks nobody. */

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Of the standard library. */
export const LATER_LIBRARY = names(
  '_io _json _logging_more _operator _random _socket _ssl _struct _thread _weakref _weakrefset abc argparse ast asyncio atexit base64 binascii bisect calendar collections configparser contextlib contextvars copy ' +
    'csv dataclasses decimal difflib distutils enum fnmatch fractions functools gc getpass gettext glob hashlib heapq hmac html http imp importlib ' +
    'inspect io ipaddress itertools json keyword locale math multiprocessing numbers operator os pathlib pickle pkgutil platform ' +
    'posixpath pprint pwd queue random re secrets shlex shutil signal socket sqlite3 statistics string subprocess tempfile textwrap threading time ' +
    'tomllib traceback types unicodedata unittest urllib uuid warnings weakref zoneinfo',
);

/** Of other packages. */
export const LATER_PACKAGES = names(
  'click decouple dotenv environs fastapi fastapi_users fastapi_users_db_sqlalchemy flask flask_babel flask_bcrypt flask_bootstrap flask_caching flask_cors flask_jwt_extended flask_limiter flask_login flask_mail flask_migrate flask_moment flask_restful flask_session flask_socketio flask_sqlalchemy jinja2 loguru orjson passlib pgvector pydantic pydantic_core ' +
    'pydantic_settings sqlalchemy_utils sqlmodel starlette structlog toml tomli typer werkzeug yaml',
);
