/** The lesson that the page being rendered shows, for the components of its MDX. */
import { type Dictionary, dictionaryOf, type Language } from '../i18n/index.ts';
import type { OpenedLesson } from './catalogue.ts';

/** @param locals Astro's, which the page fills. @throws Error outside a page of a lesson */
export function shownLesson(locals: App.Locals): { lesson: OpenedLesson; language: Language; t: Dictionary } {
  const { lesson, language } = locals;
  if (!lesson || !language) throw new Error('A lesson component stands outside a lesson page');
  return { lesson, language, t: dictionaryOf(language) };
}
