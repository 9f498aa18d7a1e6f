/** What the page fetches for its workbench. */
import type { LessonStart } from './lesson-files.ts';
import type { LessonPlan, SolutionLine } from './lesson-schema.ts';

export interface LessonData {
  readonly id: string;
  readonly plan: LessonPlan;
  readonly start: LessonStart;
  readonly solution: readonly SolutionLine[];
}
