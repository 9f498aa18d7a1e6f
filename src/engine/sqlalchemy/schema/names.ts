/** Names with a meaning beyond their text. Answers to: sqlalchemy/sql/elements.py (quoted_name, _truncated_label, conv). */
import { host } from '../expression/host.ts';

/**
 * A str of Python that also says how it is quoted, or that it is final.
 * `conv`: already went through a naming convention (what `op.f()` gives); `truncated`: shortened where it is too long.
 */
export class QuotedName {
  readonly kind = 'quoted-name';
  readonly text: string;
  readonly quote: boolean | null;
  readonly form: 'quoted_name' | 'truncated_label' | 'conv';
  /** A str of a class of the learner's own: what it is, and the `repr()` that its class gives it. */
  readonly own: { readonly value: unknown; readonly repr: string } | undefined;

  constructor(
    text: string,
    quote: boolean | null,
    form: QuotedName['form'] = 'quoted_name',
    own?: QuotedName['own'],
  ) {
    this.text = text;
    this.quote = quote;
    this.form = form;
    this.own = own;
  }

  toString(): string {
    return this.text;
  }
}

/** `conv(text)`: a name that no naming convention touches again. */
export const conv = (text: string): QuotedName => new QuotedName(text, null, 'conv');

/** A name as the learner may give it. */
export type GivenName = string | QuotedName | null | undefined;

/** What a name says: text (null for None), explicit quoting, and whether it is a conv. */
export interface NameFacts {
  readonly text: string | null;
  readonly quote: boolean | null;
  readonly conv: boolean;
}

/** A name as `quoted_name` takes it: another value than text counts as its `str()`, a table as its name. */
export const textual = (name: GivenName): GivenName =>
  name === null || name === undefined || typeof name === 'string' || name instanceof QuotedName
    ? name
    : host().str(name);

/** A name that stands where any text may, as that text; everything else as it is. */
export const plainText = (value: unknown): unknown => (value instanceof QuotedName ? value.text : value);

/** A name as it was given: its text, whether it is quoted, whether a convention must leave it alone. */
export function nameFacts(name: GivenName, quote: boolean | null = null): NameFacts {
  if (name instanceof QuotedName) {
    return { text: name.text, quote: quote ?? name.quote, conv: name.form === 'conv' };
  }
  return { text: name ?? null, quote, conv: false };
}
