/** Steps by name, on the track and in the list. */
import type { Dictionary } from '../../i18n/index.ts';
import type { Step } from '../../session/journal/journal.ts';

/** A step in a few words. */
export function stepLabel(step: Step, t: Dictionary): string {
  const name = 'path' in step ? step.path.slice(step.path.lastIndexOf('/') + 1) : '';
  switch (step.do) {
    case 'write':
      return t.timeline.edited(name);
    case 'delete':
      return t.timeline.removed(name);
    case 'sql':
      return t.timeline.sql;
    case 'run':
      return /^alembic\s+revision\b/.test(step.line)
        ? t.timeline.revisionMade
        : step.line.replace(/^alembic\s+/, '');
  }
}
