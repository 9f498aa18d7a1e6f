/** What the course says beside its lessons, in English. */
import type { courseKo } from '../ko/course.ts';

export const courseEn: typeof courseKo = {
  quiz: {
    predict: 'Predict',
    choose: 'Choose',
    order: 'Put in order',
    mark: 'Find the dangerous line',
    type: 'Type the command',
    reason: 'Why is it dangerous?',
    line: (number) => `Line ${number}`,
    up: (what) => `Move up: ${what}`,
    down: (what) => `Move down: ${what}`,
    command: 'Command',
    changed: (file) => `Lines changed in ${file}`,
    thenRun: 'Then run',
    made: 'The options come from real runs',
    answerFirst: 'Answer first.',
  },
  output: { label: (command) => `Output of ${command}` },
};
