/** A lesson for the workbench: the same for every language. `/lessons/workflow/add-columns.json` */
import { getCollection, getEntry } from 'astro:content';
import type { APIRoute, GetStaticPaths } from 'astro';
import type { LessonData } from '../../lessons/files/lesson-data.ts';
import { lessonStart } from '../../lessons/files/lesson-files.ts';

/** A file for each lesson. */
export const getStaticPaths: GetStaticPaths = async () =>
  (await getCollection('lessons')).map(({ id }) => ({ params: { id } }));

/** @returns its plan, the state that it starts from and the steps that solve it */
export const GET: APIRoute = async ({ params }) => {
  const id = String(params.id);
  const [lesson, solution] = await Promise.all([getEntry('lessons', id), getEntry('solutions', id)]);
  if (!lesson || !solution) return new Response(null, { status: 404 });
  const data: LessonData = {
    id,
    plan: lesson.data,
    start: lessonStart(process.cwd(), id),
    solution: solution.data.lines,
  };
  return Response.json(data);
};
