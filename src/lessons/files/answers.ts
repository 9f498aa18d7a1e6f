/** The answer key of a lesson, read from its prose and its plan at build time. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../i18n/index.ts';
import { lessonFolder, lessonOutcomes, lessonPlan } from './lesson-files.ts';
import { partsOf } from './prose-parts.ts';
import type { QuizPlan } from './quiz-schema.ts';

export interface KeyEntry {
  readonly question: string;
  /** Lines of the answer. */
  readonly answer: readonly string[];
}

/** @returns title of each step, by its id. */
export function titlesOf(root: string, id: string, language: Language): Record<string, string> {
  const steps = proseParts(root, id, language).filter(({ component }) => component === 'Step');
  return Object.fromEntries(steps.map(({ attributes }) => [attributes.id ?? '', attributes.title ?? '']));
}

/** Every question of the lesson with its answer, in the prose's words. */
export function answersOf(root: string, id: string, language: Language): KeyEntry[] {
  const parts = proseParts(root, id, language);
  const made = lessonOutcomes(root, id).made;
  // Ids of options may come in several questions: those behind the question and before the next one are its own.
  const textsOf = (quiz: string): Map<string, string> => {
    const from = parts.findIndex(
      ({ component, attributes }) => component === 'Quiz' && attributes.id === quiz,
    );
    const next = parts.findIndex(({ component }, index) => index > from && component === 'Quiz');
    const own = parts.slice(from + 1, next < 0 ? undefined : next);
    return new Map(own.map(({ attributes }) => [attributes.id ?? '', attributes.text ?? '']));
  };
  const question = (quiz: string) =>
    parts.find(({ component, attributes }) => component === 'Quiz' && attributes.id === quiz)?.attributes
      .question ?? quiz;
  return lessonPlan(root, id).quiz.map((quiz) => ({
    question: question(quiz.id),
    answer: answerOf(quiz, textsOf(quiz.id), made[quiz.id] ?? {}),
  }));
}

function answerOf(
  quiz: QuizPlan,
  texts: Map<string, string>,
  made: Readonly<Record<string, string>>,
): string[] {
  const text = (id: string) => texts.get(id) ?? id;
  switch (quiz.kind) {
    case 'predict':
    case 'choose':
      return [text(quiz.answer)];
    case 'made':
      return (made[quiz.ways[0]!.id] ?? '').split('\n');
    case 'order':
      return quiz.lines.map((id, index) => `${index + 1}. ${text(id)}`);
    case 'mark':
      return [`${quiz.line}: ${quiz.code.split('\n')[quiz.line - 1]?.trim() ?? ''}`, text(quiz.answer)];
    case 'type':
      return [...quiz.accept];
  }
}

const proseParts = (root: string, id: string, language: Language) =>
  partsOf(readFileSync(join(lessonFolder(root, id), `${language}.mdx`), 'utf8'));
