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
  errors: {
    title: 'Error index',
    description:
      'Paste a message of Alembic, SQLAlchemy, PostgreSQL or Python: what it means, and the way out.',
    lead: 'Paste what the screen says. You learn what it means, and can mend it yourself on a workbench that is broken in the same way.',
    paste: 'Paste an error message or a traceback',
    placeholder: 'For example: FAILED: Target database is not up to date.',
    local: 'What you paste does not leave this browser.',
    none: 'No known message is in it. Is the last line there, too?',
    found: (count) => `Known messages found: ${count}.`,
    message: 'Message',
    causes: 'Why it comes',
    wayOut: 'The way out',
    tryIt: 'Mend it on a broken workbench',
    lesson: 'The lesson about it',
    whole: 'The whole output',
    meet: 'Meet the error',
    back: 'Look up another error',
    sources: {
      alembic: 'Said by Alembic',
      sqlalchemy: 'Said by SQLAlchemy',
      postgresql: 'Said by PostgreSQL',
      python: 'Said by Python',
      shell: 'Said by the terminal',
    },
  },
};
