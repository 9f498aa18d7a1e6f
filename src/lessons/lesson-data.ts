/** What the page fetches for its workbench. */
import type { LessonPlan, SolutionLine } from './lesson-schema.ts';

export interface LessonData {
  readonly id: string;
  readonly plan: LessonPlan;
  /** The project's files before the setup. */
  readonly files: Readonly<Record<string, string>>;
  readonly solution: readonly SolutionLine[];
}
