/** What `alembic init` writes as alembic.ini and into pyproject.toml. The words are ours, the settings the real tool's. */

const D = '$';

const LOGGING = `
# What is logged, and how it looks.
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

const MAIN = `[alembic]
# Where env.py, script.py.mako and the versions folder lie. %(here)s is the folder of this file.
script_location = ${D}{script_location}

# How new revision files are named; a percent sign is written twice.
# file_template = %%(year)d_%%(month).2d_%%(day).2d_%%(hour).2d%%(minute).2d-%%(rev)s_%%(slug)s

# Folders from which env.py can import, such as that of your models.
prepend_sys_path = .

# The timezone of the dates in new revision files; local time if there is none.
# timezone = Asia/Seoul

# How much of a message goes into a file's name.
# truncate_slug_length = 40

# Run env.py for the revision command even without --autogenerate.
# revision_environment = false

# Folders of revision files, if there are several.
# version_locations = %(here)s/one:%(here)s/two

# What separates the folders in these settings: os, space, newline, ":" or ";".
path_separator = os

# Look for revision files in the folders below as well.
# recursive_version_locations = false

# The encoding of new revision files.
# output_encoding = utf-8
`;

const URL = `
# The database. Only env.py reads this; it may as well take the address from elsewhere.
sqlalchemy.url = driver://user:pass@localhost/dbname
`;

const HOOKS = `

# Programs that run over each new revision file.
[post_write_hooks]
# hooks = tidy
# tidy.type = console_scripts
# tidy.entrypoint = black
# tidy.options = -l 79 REVISION_SCRIPT_FILENAME
`;

export const ALEMBIC_INI = `# Settings of Alembic for one database.

${MAIN}${URL}${HOOKS}
${LOGGING}`;

export const MULTIDB_INI = `# Settings of Alembic for several databases.

${MAIN}
# The databases that env.py migrates; each has a section below.
databases = engine1, engine2

[engine1]
sqlalchemy.url = driver://user:pass@localhost/dbname

[engine2]
sqlalchemy.url = driver://user:pass@localhost/dbname2
${HOOKS}
${LOGGING}`;

/** Beside pyproject.toml, which has the rest. */
export const DATABASE_INI = `# The database and the logging; everything else is in pyproject.toml.

[alembic]
${URL}
${LOGGING}`;

export const PYPROJECT_TOML = `[tool.alembic]
# Where env.py, script.py.mako and the versions folder lie. %(here)s is the folder of this file.
script_location = "${D}{script_location}"

# How new revision files are named; a percent sign is written twice.
# file_template = "%%(year)d_%%(month).2d_%%(day).2d_%%(hour).2d%%(minute).2d-%%(rev)s_%%(slug)s"

# Folders from which env.py can import, such as that of your models.
prepend_sys_path = [
    "."
]

# The timezone of the dates in new revision files; local time if there is none.
# timezone = "Asia/Seoul"

# How much of a message goes into a file's name.
# truncate_slug_length = 40

# Run env.py for the revision command even without --autogenerate.
# revision_environment = false

# Folders of revision files, if there are several.
# version_locations = [
#     "%(here)s/one",
#     "%(here)s/two",
# ]

# The encoding of new revision files.
# output_encoding = "utf-8"

# Programs that run over each new revision file.
# [[tool.alembic.post_write_hooks]]
# name = "tidy"
# type = "console_scripts"
# entrypoint = "black"
# options = "-l 79 REVISION_SCRIPT_FILENAME"
`;
