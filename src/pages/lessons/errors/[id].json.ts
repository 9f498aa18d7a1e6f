/** An entry of the error index for its workbench. `/lessons/errors/multiple-heads.json` */
import type { APIRoute, GetStaticPaths } from 'astro';
import { errorEntries, errorLesson } from '../../../lessons/errors/error-files.ts';

/** A file for each entry. */
export const getStaticPaths: GetStaticPaths = () =>
  errorEntries(process.cwd()).map((entry) => ({ params: { id: entry.id }, props: { entry } }));

/** @returns what a lesson of its own would hold */
export const GET: APIRoute = ({ props }) => Response.json(errorLesson(process.cwd(), props.entry));
