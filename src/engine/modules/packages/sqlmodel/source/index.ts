/** Models that are pydantic's and SQLAlchemy's at once. Answers to: sqlmodel/main.py. */
import { COLUMNS } from './columns.ts';
import { FIELDS } from './fields.ts';
import { MODEL } from './model.ts';

export const SQLMODEL_SOURCE = FIELDS + COLUMNS + MODEL;
