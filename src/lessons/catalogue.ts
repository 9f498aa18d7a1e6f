/** Chapters and lessons in their order, for pages. */
import { type CollectionEntry, getCollection, getEntry } from 'astro:content';
import { dictionaryOf, LANGUAGES, type Language } from '../i18n/index.ts';
import { type LessonStart, lessonOutcomes, lessonPlan, lessonStart } from './files/lesson-files.ts';
import type { LessonPlan, SolutionLine } from './files/lesson-schema.ts';
import type { Outcomes } from './files/outcomes.ts';

export interface ListedLesson {
  /** "workflow/add-columns" */
  readonly id: string;
  /** Path below the language. */
  readonly page: string;
  readonly title: string;
  readonly short: string;
  readonly description: string;
  readonly minutes: number;
  readonly stepCount: number;
  readonly quizCount: number;
}

export interface ListedChapter {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly description: string;
  readonly lessons: readonly ListedLesson[];
}

/** The frontmatter of a lesson's prose. */
export interface LessonWords {
  readonly title: string;
  readonly short: string;
  readonly description: string;
  readonly learned: readonly string[];
}

/** A lesson with everything that its page needs. */
export interface OpenedLesson {
  readonly id: string;
  readonly plan: LessonPlan;
  readonly start: LessonStart;
  readonly outcomes: Outcomes;
  readonly words: LessonWords;
  readonly solution: readonly SolutionLine[];
  readonly trail: Trail;
  readonly next: ListedLesson | undefined;
  /** Lessons to have done before. */
  readonly before: readonly ListedLesson[];
}

/** Where a page stands: what leads to it, and its place among its neighbours. */
export interface Trail {
  /** Path below the language of the page that leads here. */
  readonly page: string;
  readonly title: string;
  /** Chapter number, 1-based place in it, and how many lessons it has; undefined outside chapters. */
  readonly place: { readonly chapter: number; readonly position: number; readonly count: number } | undefined;
}

/** Every chapter with its lessons, in order. */
export async function chaptersWithLessons(language: Language): Promise<ListedChapter[]> {
  const [chapters, lessons] = await Promise.all([getCollection('chapters'), getCollection('lessons')]);
  const listed = await Promise.all(
    lessons
      .sort((a, b) => a.data.order - b.data.order)
      .map(async ({ id, data }) => {
        const { title, short, description } = (await proseOf(id, language)).data;
        return {
          id,
          page: `lessons/${id}/`,
          title,
          short,
          description,
          minutes: data.minutes,
          stepCount: data.steps.length,
          quizCount: data.quiz.length,
        };
      }),
  );
  return chapters
    .sort((a, b) => a.data.number - b.data.number)
    .map(({ id, data }) => ({
      id,
      number: data.number,
      title: data.title[language],
      description: data.description[language],
      lessons: listed.filter((lesson) => lesson.id.startsWith(`${id}/`)),
    }));
}

/** A question of each chapter, its first one: what the placement test asks. */
export async function placementQuestions(
  language: Language,
): Promise<
  { readonly chapter: string; readonly page: string; readonly lesson: string; readonly quiz: string }[]
> {
  return (await chaptersWithLessons(language)).flatMap(({ title, lessons }) => {
    const lesson = lessons.find((one) => one.quizCount > 0);
    const quiz = lesson && lessonPlan(process.cwd(), lesson.id).quiz[0];
    return lesson && quiz ? [{ chapter: title, page: lesson.page, lesson: lesson.id, quiz: quiz.id }] : [];
  });
}

/** Every lesson in the order of the course. */
export async function allLessons(language: Language): Promise<ListedLesson[]> {
  return (await chaptersWithLessons(language)).flatMap((chapter) => chapter.lessons);
}

/** The paths of every page that there is once for each lesson and language. */
export async function lessonPaths() {
  const lessons = await getCollection('lessons');
  return LANGUAGES.flatMap((language) =>
    lessons.map(({ id }) => ({ params: { language, id }, props: { language, id } })),
  );
}

/** One lesson for its page, with its neighbours. @throws Error where a file of it is missing */
export async function openLesson(id: string, language: Language): Promise<OpenedLesson> {
  const [lesson, solution, prose, chapters] = await Promise.all([
    getEntry('lessons', id),
    getEntry('solutions', id),
    proseOf(id, language),
    chaptersWithLessons(language),
  ]);
  if (!lesson || !solution) throw new Error(`content/lessons/${id} needs lesson.yaml and solution.yaml`);
  const chapter = chapters.find((one) => id.startsWith(`${one.id}/`));
  if (!chapter) throw new Error(`content/lessons/${id}: its chapter has no chapter.yaml`);
  const all = chapters.flatMap((one) => one.lessons);
  return {
    id,
    plan: lesson.data,
    start: lessonStart(process.cwd(), id),
    outcomes: lessonOutcomes(process.cwd(), id),
    words: prose.data,
    solution: solution.data.lines,
    trail: {
      page: 'lessons/',
      title: `${dictionaryOf(language).map.chapter(chapter.number)} ${chapter.title}`,
      place: {
        chapter: chapter.number,
        position: chapter.lessons.findIndex((one) => one.id === id) + 1,
        count: chapter.lessons.length,
      },
    },
    next: all[all.findIndex((one) => one.id === id) + 1],
    before: all.filter((one) => lesson.data.prerequisites.includes(one.id)),
  };
}

/** A lesson's prose in a language. @throws Error where there is none */
export async function proseOf(id: string, language: Language): Promise<CollectionEntry<'prose'>> {
  const entry = await getEntry('prose', `${id}/${language}`);
  if (!entry) throw new Error(`content/lessons/${id} has no ${language}.mdx`);
  return entry;
}
