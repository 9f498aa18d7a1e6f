/** Names and strings in rendered Python. */
import { QuotedName } from '../../../sqlalchemy/schema/index.ts';
import { reprString } from '../../../stdlib/repr.ts';
import { isFinal, nameText } from '../../operations/names.ts';
import type { AutogenContext } from '../context.ts';

/** `repr()` of a name: of its text, but for a str of the learner's own class. */
export const quoted = (name: unknown): string =>
  name instanceof QuotedName && name.own ? name.own.repr : reprString(nameText(name));

/** A constraint's or index's name: `op.f('…')` where it is final, None where there is none. */
export function renderName(name: unknown, context: AutogenContext): string {
  if (name === null || name === undefined) return 'None';
  return isFinal(name) ? `${context.opPrefix}f(${quoted(name)})` : quoted(name);
}
