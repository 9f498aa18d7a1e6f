/** Names and strings in rendered Python. */
import { reprString } from '../../../stdlib/repr.ts';
import { isFinal, nameText } from '../../operations/names.ts';
import type { AutogenContext } from '../context.ts';

/** `repr()` of a name's text. */
export const quoted = (name: unknown): string => reprString(nameText(name));

/** A constraint's or index's name: `op.f('…')` where it is final, None where there is none. */
export function renderName(name: unknown, context: AutogenContext): string {
  if (name === null || name === undefined) return 'None';
  return isFinal(name) ? `${context.opPrefix}f(${quoted(name)})` : quoted(name);
}
