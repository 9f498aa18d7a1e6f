/** What Astro finds in `content/`: lessons with their prose and solutions, chapters and worlds, each checked by the schema that tests use, too. */
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { readLesson, readSolution } from './lessons/files/lesson-schema.ts';
import { readWorld } from './lessons/files/world-schema.ts';

const base = './content/lessons';
const folderOf = (entry: string) => entry.slice(0, entry.lastIndexOf('/'));
const bothLanguages = z.strictObject({ ko: z.string(), en: z.string() });

/** Lets a reader that throws words for the author stand as a schema. */
function readBy<T>(read: (written: unknown, where: string) => T, file: string) {
  return z.unknown().transform((written, context) => {
    try {
      return read(written, file);
    } catch (error) {
      context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) });
      return z.NEVER;
    }
  });
}

export const collections = {
  chapters: defineCollection({
    loader: glob({ base, pattern: '*/chapter.yaml', generateId: ({ entry }) => folderOf(entry) }),
    schema: z.strictObject({ number: z.number(), title: bothLanguages, description: bothLanguages }),
  }),
  lessons: defineCollection({
    loader: glob({ base, pattern: '*/*/lesson.yaml', generateId: ({ entry }) => folderOf(entry) }),
    schema: readBy(readLesson, 'lesson.yaml'),
  }),
  solutions: defineCollection({
    loader: glob({ base, pattern: '*/*/solution.yaml', generateId: ({ entry }) => folderOf(entry) }),
    schema: readBy(readSolution, 'solution.yaml').transform((lines) => ({ lines })),
  }),
  worlds: defineCollection({
    loader: glob({ base: './content/worlds', pattern: '*.yaml' }),
    schema: readBy(readWorld, 'world.yaml'),
  }),
  prose: defineCollection({
    loader: glob({
      base,
      pattern: '*/*/{ko,en}.mdx',
      generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
    }),
    schema: z.strictObject({
      title: z.string(),
      short: z.string(),
      description: z.string(),
      learned: z.array(z.string()),
    }),
  }),
};
