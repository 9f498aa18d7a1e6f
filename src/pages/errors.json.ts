/** What the terminal needs to lead from a message to the error index: texts to recognise and titles. `/errors.json` */
import type { APIRoute } from 'astro';
import type { KnownError } from '../checks/known-errors.ts';
import { errorEntries } from '../lessons/errors/error-files.ts';

export const GET: APIRoute = () => {
  const entries: KnownError[] = errorEntries(process.cwd()).map(({ id, patterns, words }) => ({
    id,
    patterns,
    titles: { ko: words.ko.title, en: words.en.title },
  }));
  return Response.json(entries);
};
