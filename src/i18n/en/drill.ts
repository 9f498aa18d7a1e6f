/** Drills: incidents that are scored. */
import type { drill as ko } from '../ko/drill.ts';

export const drill: typeof ko = {
  title: 'Score of the repair',
  rows: 'Rows kept',
  commands: 'Changing commands',
  par: (count: number) => `our way: ${count}`,
  rule: 'Only commands that change something count. Looking is free, and so is what you take back on the timeline.',
  perfect: 'Every row is kept, with no more commands than our way.',
  kept: (par: number) => `Every row is kept. Our way took ${par} ${par === 1 ? 'command' : 'commands'}.`,
  lost: (count: number) =>
    `${count} ${count === 1 ? 'row is' : 'rows are'} not kept. Go back on the timeline and look for another way.`,
  best: (kept: number, rows: number, commands: number) =>
    `rows ${kept}/${rows}, ${commands} ${commands === 1 ? 'command' : 'commands'}`,
};
