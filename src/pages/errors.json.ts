/** What the terminal needs to lead from a message to the error index (`KnownError` of checks): texts to recognise, titles. `/errors.json` */
import type { APIRoute } from 'astro';
import { errorEntries } from '../lessons/errors/error-files.ts';

/** Answers with all entries. */
export const GET: APIRoute = () => {
  const entries = errorEntries(process.cwd()).map(({ id, patterns, words }) => ({
    id,
    patterns,
    titles: { ko: words.ko.title, en: words.en.title },
  }));
  return Response.json(entries);
};
