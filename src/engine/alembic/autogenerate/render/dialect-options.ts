/** `postgresql_using='gin'` and the like. */
import type { AutogenContext } from '../context.ts';
import { renderExpression } from './expression.ts';

/** One argument for each option, in the order given. */
export const renderDialectOptions = (
  options: ReadonlyMap<string, unknown>,
  context: AutogenContext,
): string[] => [...options].map(([name, value]) => `${name}=${renderExpression(value, context, 'text')}`);
