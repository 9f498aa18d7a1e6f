/** Packages that projects import beside SQLAlchemy and Alembic. Each has a folder of its own, with one entry. */
import type { NativeModule } from '../../python/values/native/native.ts';
import { CLICK_MODULES } from './click/index.ts';
import { DOTENV_MODULES } from './dotenv/index.ts';
import { FASTAPI_MODULES } from './fastapi/index.ts';
import { FASTAPI_USERS_MODULES } from './fastapi-users/index.ts';
import { FLASK_MODULES } from './flask/index.ts';
import { FLASK_EXTENSION_MODULES } from './flask-extensions/index.ts';
import { JINJA2_MODULES } from './jinja2/index.ts';
import { LOGURU_MODULES } from './loguru/index.ts';
import { PASSLIB_MODULES } from './passlib/index.ts';
import { PGVECTOR_MODULES } from './pgvector/index.ts';
import { PYDANTIC_MODULES } from './pydantic/index.ts';
import { SETTINGS_READER_MODULES } from './settings-readers/index.ts';
import { SQLALCHEMY_UTILS_MODULES } from './sqlalchemy-utils/index.ts';
import { SQLMODEL_MODULES } from './sqlmodel/index.ts';
import { STRUCTLOG_MODULES } from './structlog/index.ts';
import { WERKZEUG_MODULES } from './werkzeug/index.ts';

/** Their modules. */
export const PACKAGES: readonly NativeModule[] = [
  ...CLICK_MODULES,
  ...DOTENV_MODULES,
  ...FASTAPI_MODULES,
  ...FASTAPI_USERS_MODULES,
  ...FLASK_MODULES,
  ...FLASK_EXTENSION_MODULES,
  ...JINJA2_MODULES,
  ...LOGURU_MODULES,
  ...PASSLIB_MODULES,
  ...PGVECTOR_MODULES,
  ...PYDANTIC_MODULES,
  ...SETTINGS_READER_MODULES,
  ...SQLALCHEMY_UTILS_MODULES,
  ...SQLMODEL_MODULES,
  ...STRUCTLOG_MODULES,
  ...WERKZEUG_MODULES,
];
