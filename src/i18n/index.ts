/** The languages of the site, their dictionaries, and the addresses of pages in each. */
import { en } from './en.ts';
import { type Dictionary, ko } from './ko.ts';

export type { Dictionary } from './ko.ts';

export const LANGUAGES = ['ko', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const DICTIONARIES: Readonly<Record<Language, Dictionary>> = { ko, en };

/** The words of a language. */
export function dictionaryOf(language: Language): Dictionary {
  return DICTIONARIES[language];
}

/** The language that is not this one; the switch in the header offers it. */
export function otherLanguage(language: Language): Language {
  return language === 'ko' ? 'en' : 'ko';
}

/** Whether a text names a language that we have. */
export function isLanguage(value: string | undefined | null): value is Language {
  return LANGUAGES.some((language) => language === value);
}

/** @param page path below the language, such as "lessons/"; empty for the front page. */
export function pathIn(language: Language, page: string): string {
  return `/${language}/${page}`;
}
