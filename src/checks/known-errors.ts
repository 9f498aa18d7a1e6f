/** The error index as pages fetch it, from `/errors.json`. */
import type { Language } from '../i18n/index.ts';
import type { Recognisable } from './recognise.ts';

export interface KnownError extends Recognisable {
  readonly titles: Readonly<Record<Language, string>>;
}
