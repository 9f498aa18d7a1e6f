/** The alembic.ini of projects that tests, fuzzer and benchmark make. */

const TEXT = `[alembic]
script_location = migrations
prepend_sys_path = .
path_separator = os
sqlalchemy.url = %URL%

[loggers]
keys = root,sqlalchemy,alembic

[handlers]
keys = console

[formatters]
keys = generic

[logger_root]
level = WARNING
handlers = console
qualname =

[logger_sqlalchemy]
level = WARNING
handlers =
qualname = sqlalchemy.engine

[logger_alembic]
level = INFO
handlers =
qualname = alembic

[handler_console]
class = StreamHandler
args = (sys.stderr,)
level = NOTSET
formatter = generic

[formatter_generic]
format = %(levelname)-5.5s [%(name)s] %(message)s
datefmt = %H:%M:%S
`;

/** @param url of the database, as SQLAlchemy writes it; a percent sign in it must be doubled. */
export const alembicIni = (url: string): string => TEXT.replace('%URL%', url);
