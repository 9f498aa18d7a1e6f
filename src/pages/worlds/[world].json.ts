/** A world for the playground: the same for every language. `/worlds/team.json` */
import { getCollection, getEntry } from 'astro:content';
import type { APIRoute, GetStaticPaths } from 'astro';
import { playFiles, worldFiles } from '../../lessons/files/project-files.ts';
import type { WorldData } from '../../lessons/files/world-schema.ts';

/** A file for each world. */
export const getStaticPaths: GetStaticPaths = async () =>
  (await getCollection('worlds')).map(({ id }) => ({ params: { world: id } }));

/** @returns its plan and its files */
export const GET: APIRoute = async ({ params }) => {
  const id = String(params.world);
  const world = await getEntry('worlds', id);
  if (!world) return new Response(null, { status: 404 });
  const data: WorldData = {
    id,
    plan: world.data,
    files: { ...playFiles(process.cwd()), ...worldFiles(process.cwd(), id) },
  };
  return Response.json(data);
};
