/** `count(*)`, as queries ask it. */
import type { Element } from '../../../../sqlalchemy/expression/elements.ts';
import { TYPES } from '../../../../sqlalchemy/expression/operators/type-rules.ts';

export const Func = {
  count: (what: Element): Element =>
    ({ kind: 'function', name: 'count', packages: [], args: [what], type: TYPES.integer }) as Element,
};
