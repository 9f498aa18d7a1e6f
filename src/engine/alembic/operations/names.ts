/** Names between schema objects (text and flags apart) and operations (one value, as Python passes it). */
import { conv, type GivenName, QuotedName, textual } from '../../sqlalchemy/schema/index.ts';

/** What a schema object keeps of its name. */
export interface NamedItem {
  readonly name: string | null;
  readonly quote: boolean | null;
  readonly conv: boolean;
}

/** The name as `op.…` takes it: a `conv` where it is final, a quoted name where quoting was asked for. */
export function givenName(item: NamedItem): GivenName {
  if (item.name === null) return null;
  if (item.conv) return conv(item.name);
  return quotable(item.name, item.quote);
}

/** A table's or column's name with its explicit quoting. */
export const quotable = (name: string, quote: boolean | null): string | QuotedName =>
  quote === null ? name : new QuotedName(name, quote);

/** The text of a name that is there. */
export const nameText = (name: unknown): string => String(textual(name as GivenName));

/** True where no naming convention touches the name again. */
export const isFinal = (name: unknown): boolean => name instanceof QuotedName && name.form === 'conv';
