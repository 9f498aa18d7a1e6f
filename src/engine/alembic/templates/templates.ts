/** The templates of `alembic init`, by name. */
import { ASYNC_ENV_PY, ENV_PY, MULTIDB_ENV_PY } from './env-py.ts';
import { MULTIDB_SCRIPT_MAKO, SCRIPT_MAKO } from './script-mako.ts';
import { ALEMBIC_INI, DATABASE_INI, MULTIDB_INI, PYPROJECT_TOML } from './settings.ts';

/** A template's files. */
export interface ProjectTemplate {
  /** The first line of its README: what `list_templates` shows. */
  readonly summary: string;
  readonly ini: string;
  /** For templates that keep settings in pyproject.toml. */
  readonly pyproject?: string;
  readonly env: string;
  readonly script: string;
}

export const TEMPLATES: Readonly<Record<string, ProjectTemplate>> = {
  async: {
    summary: 'Generic single-database configuration with an async dbapi.',
    ini: ALEMBIC_INI,
    env: ASYNC_ENV_PY,
    script: SCRIPT_MAKO,
  },
  generic: {
    summary: 'Generic single-database configuration.',
    ini: ALEMBIC_INI,
    env: ENV_PY,
    script: SCRIPT_MAKO,
  },
  multidb: {
    summary: 'Rudimentary multi-database configuration.',
    ini: MULTIDB_INI,
    env: MULTIDB_ENV_PY,
    script: MULTIDB_SCRIPT_MAKO,
  },
  pyproject: {
    summary: 'pyproject configuration, based on the generic configuration.',
    ini: DATABASE_INI,
    pyproject: PYPROJECT_TOML,
    env: ENV_PY,
    script: SCRIPT_MAKO,
  },
  pyproject_async: {
    summary: 'pyproject configuration, with an async dbapi.',
    ini: DATABASE_INI,
    pyproject: PYPROJECT_TOML,
    env: ASYNC_ENV_PY,
    script: SCRIPT_MAKO,
  },
};
