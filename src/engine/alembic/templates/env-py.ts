/**
 * What `alembic init` writes as env.py. The comments are ours; the code stands on the lines on which the real tool's
 * stands, because tracebacks name them.
 */

const OFFLINE = `def run_migrations_offline() -> None:
    """Write the migrations as SQL; no database is asked.

    A URL is enough here: it names the dialect in which the
    statements are written. No engine is made and no driver is
    loaded, so this works where the database cannot be reached.

    Whatever the migrations would have executed on a
    connection goes to the script output, in the order in
    which it would have run.

    """
    url = config.get_main_option("sqlalchemy.url")
    context.configure(
        url=url,
        target_metadata=target_metadata,
        literal_binds=True,
        dialect_opts={"paramstyle": "named"},
    )

    with context.begin_transaction():
        context.run_migrations()
`;

const HEAD = `# The settings of the .ini file that this
# command was started with.
config = context.config

# Logging as the .ini file describes it:
# loggers, handlers, formatters.
if config.config_file_name is not None:
    fileConfig(config.config_file_name)

# Put your models' MetaData here, so that --autogenerate
# can compare them with the database, for example:
# from app.models import Base
# target_metadata = Base.metadata
target_metadata = None

# Other settings that env.py needs can be asked for
# by name:
# name = config.get_main_option("name")
# and are set in the main section of the .ini file.


`;

const FOOT = `

if context.is_offline_mode():
    run_migrations_offline()
else:
    run_migrations_online()
`;

/** One database, an ordinary engine. */
export const ENV_PY = `from logging.config import fileConfig

from sqlalchemy import engine_from_config
from sqlalchemy import pool

from alembic import context

${HEAD}${OFFLINE}

def run_migrations_online() -> None:
    """Connect to the database and migrate it.

    The engine is made from the settings, and the
    migrations run over one connection of it.

    """
    connectable = engine_from_config(
        config.get_section(config.config_ini_section, {}),
        prefix="sqlalchemy.",
        poolclass=pool.NullPool,
    )

    with connectable.connect() as connection:
        context.configure(
            connection=connection, target_metadata=target_metadata
        )

        with context.begin_transaction():
            context.run_migrations()
${FOOT}`;

/** One database, an engine that is awaited. */
export const ASYNC_ENV_PY = `import asyncio
from logging.config import fileConfig

from sqlalchemy import pool
from sqlalchemy.engine import Connection
from sqlalchemy.ext.asyncio import async_engine_from_config

from alembic import context

${HEAD}${OFFLINE}

def do_run_migrations(connection: Connection) -> None:
    context.configure(connection=connection, target_metadata=target_metadata)

    with context.begin_transaction():
        context.run_migrations()


async def run_async_migrations() -> None:
    """Make an engine that is awaited,
    and run the migrations inside its loop.

    """

    connectable = async_engine_from_config(
        config.get_section(config.config_ini_section, {}),
        prefix="sqlalchemy.",
        poolclass=pool.NullPool,
    )

    async with connectable.connect() as connection:
        await connection.run_sync(do_run_migrations)

    await connectable.dispose()


def run_migrations_online() -> None:
    """Connect to the database and migrate it."""

    asyncio.run(run_async_migrations())
${FOOT}`;

/** Several databases, one after the other. */
export const MULTIDB_ENV_PY = `import logging
from logging.config import fileConfig
import re

from sqlalchemy import engine_from_config
from sqlalchemy import pool

from alembic import context

USE_TWOPHASE = False

# The settings of the .ini file that this
# command was started with.
config = context.config

# Logging as the .ini file describes it:
# loggers, handlers, formatters.
if config.config_file_name is not None:
    fileConfig(config.config_file_name)
logger = logging.getLogger("alembic.env")

# The names of the databases; each has a section of its
# own in the .ini file, with its own
# sqlalchemy.url.
db_names = config.get_main_option("databases", "")

# Put the MetaData of each database here, by its name, so
# that --autogenerate can compare models and databases,
# for example:
# from app import models_one, models_two
# target_metadata = {
#     "engine1": models_one.metadata,
#     "engine2": models_two.metadata,
# }
# A name without MetaData is migrated, but not
# compared.
#
# The keys are the names in "databases".
target_metadata = {}

# Other settings that env.py needs can be asked for
# by name:
# name = config.get_main_option("name")
# and are set in the main section of the .ini file.


def run_migrations_offline() -> None:
    """Write the migrations as SQL; no database is asked.

    A URL is enough here: it names the dialect in which the
    statements are written. No engine is made and no driver is
    loaded, so this works where the database cannot be reached.

    Whatever the migrations would have executed goes to a
    file for each database.

    """
    # Each database gets its own file, named
    # after it.

    engines = {}
    for name in re.split(r",\\s*", db_names):
        engines[name] = rec = {}
        rec["url"] = context.config.get_section_option(name, "sqlalchemy.url")

    for name, rec in engines.items():
        logger.info("Migrating database %s" % name)
        file_ = "%s.sql" % name
        logger.info("Writing output to %s" % file_)
        with open(file_, "w") as buffer:
            context.configure(
                url=rec["url"],
                output_buffer=buffer,
                target_metadata=target_metadata.get(name),
                literal_binds=True,
                dialect_opts={"paramstyle": "named"},
            )
            with context.begin_transaction():
                context.run_migrations(engine_name=name)


def run_migrations_online() -> None:
    """Connect to every database and migrate it.

    The engines are made from the settings; all are
    committed together at the end.

    """

    # A transaction is open on every database before
    # the first migration runs.

    engines = {}
    for name in re.split(r",\\s*", db_names):
        engines[name] = rec = {}
        rec["engine"] = engine_from_config(
            context.config.get_section(name, {}),
            prefix="sqlalchemy.",
            poolclass=pool.NullPool,
        )

    for name, rec in engines.items():
        engine = rec["engine"]
        rec["connection"] = conn = engine.connect()

        if USE_TWOPHASE:
            rec["transaction"] = conn.begin_twophase()
        else:
            rec["transaction"] = conn.begin()

    try:
        for name, rec in engines.items():
            logger.info("Migrating database %s" % name)
            context.configure(
                connection=rec["connection"],
                upgrade_token="%s_upgrades" % name,
                downgrade_token="%s_downgrades" % name,
                target_metadata=target_metadata.get(name),
            )
            context.run_migrations(engine_name=name)

        if USE_TWOPHASE:
            for rec in engines.values():
                rec["transaction"].prepare()

        for rec in engines.values():
            rec["transaction"].commit()
    except:
        for rec in engines.values():
            rec["transaction"].rollback()
        raise
    finally:
        for rec in engines.values():
            rec["connection"].close()
${FOOT}`;
