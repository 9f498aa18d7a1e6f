/** A revision file beside the models. */
import { count as counted } from './count.ts';

export const modelDiff = {
  open: 'Compare with the models, show what changed',
  views: 'Compare with',
  view: { models: 'With the models', run: 'With the last run' },
  label: (path: string) => `${path} beside the models`,
  comparing: 'Comparing with the models.',
  same: 'This file does just what the models say now.',
  differs: (count: number) => `Differs from the models in ${counted(count, 'place')}.`,
  whatWaiting:
    'This revision is not applied yet. If the models are right, mend the file; if the file is right, mend the models.',
  whatApplied:
    'This revision is applied: editing the file leaves the database as it is. If the models are right, make a new revision.',
  laterNote: (count: number) =>
    `${counted(count, 'revision')} come after it, and the models are as the last one leaves them. What those do is not counted.`,
  legend: { models: 'As the models say', file: 'This file' },
  thisFile: 'this file',
  nothing: 'Does nothing.',
  kind: {
    same: 'Alike',
    changed: 'Different',
    models: 'Only in the models',
    file: 'Only in this file',
    hand: 'Written by hand: autogenerate does not write such lines',
  },
  later: (revision: string) => `Done by a later revision, ${revision}`,
  cannot: {
    before: 'The revisions before this one do not run, so there is nothing to compare with.',
    generate: 'Autogenerate fails, so there is nothing to compare with.',
    file: 'This file cannot be read as a revision.',
    merge: 'This revision joins two branches. Nothing in it comes from the models.',
  },
};
