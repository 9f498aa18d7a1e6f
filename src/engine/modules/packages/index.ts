/** Packages that projects import beside SQLAlchemy and Alembic. Each has a folder of its own, with one entry. */
import type { NativeModule } from '../../python/values/native/native.ts';
import { DOTENV_MODULES } from './dotenv/index.ts';
import { FASTAPI_MODULES } from './fastapi/index.ts';
import { FASTAPI_USERS_MODULES } from './fastapi-users/index.ts';
import { FLASK_MODULES } from './flask/index.ts';
import { PYDANTIC_MODULES } from './pydantic/index.ts';
import { SQLALCHEMY_UTILS_MODULES } from './sqlalchemy-utils/index.ts';
import { SQLMODEL_MODULES } from './sqlmodel/index.ts';
import { WERKZEUG_MODULES } from './werkzeug/index.ts';

/** Their modules. */
export const PACKAGES: readonly NativeModule[] = [
  ...DOTENV_MODULES,
  ...FASTAPI_MODULES,
  ...FASTAPI_USERS_MODULES,
  ...FLASK_MODULES,
  ...PYDANTIC_MODULES,
  ...SQLALCHEMY_UTILS_MODULES,
  ...SQLMODEL_MODULES,
  ...WERKZEUG_MODULES,
];
