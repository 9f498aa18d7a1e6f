/** Steps wear the colour of the place they touch, on the track and in the list. */
import type { Step } from '../../session/journal/journal.ts';
import { placeOf } from '../marks.tsx';

/** Which of the three places a step touched: the class of its mark. */
export function stepKind(step: Step | undefined, events: readonly { readonly kind: string }[]): string {
  if (!step) return '';
  if (step.do === 'sql') return 'd';
  if (step.do === 'write' || step.do === 'delete') return placeOf(step.path) === 'revision' ? 'r' : 'm';
  if (events.some(({ kind }) => kind === 'revision')) return 'd';
  return /^alembic\s+(revision|merge|edit)\b/.test(step.line) ? 'r' : '';
}
