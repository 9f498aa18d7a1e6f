/** Packages that projects import beside SQLAlchemy and Alembic. Each has a folder of its own, with one entry. */
import type { NativeModule } from '../../python/values/native.ts';
import { DOTENV_MODULES } from './dotenv/index.ts';
import { PYDANTIC_MODULES } from './pydantic/index.ts';
import { SQLMODEL_MODULES } from './sqlmodel/index.ts';

/** Their modules. */
export const PACKAGES: readonly NativeModule[] = [
  ...DOTENV_MODULES,
  ...PYDANTIC_MODULES,
  ...SQLMODEL_MODULES,
];
