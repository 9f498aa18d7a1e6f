/** A SELECT of mapped classes for `str()`. Answers to: sqlalchemy/orm/context.py. */
import type { Select } from '../../../../sqlalchemy/expression/select/selectables.ts';
import { planOf } from './plan.ts';

/** A statement that shows what would be sent. */
export const shownSelect = (select: Select): Select => planOf(select)?.select ?? select;
