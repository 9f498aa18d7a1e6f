/** The marks of the three places and of changes: shape and colour say the same wherever they stand. */
import type { Change } from '../session/compare/database-diff.ts';
import { useWorkbench } from './context.ts';

export type Place = 'model' | 'revision' | 'database';

const LETTER: Readonly<Record<Place, string>> = { model: 'm', revision: 'r', database: 'd' };
const SHAPE: Readonly<Record<Change, readonly [sign: string, kind: string]>> = {
  added: ['+', ''],
  changed: ['~', 'ch'],
  dropped: ['−', 'dr'],
};

/** Which place a file belongs to, for its colour. */
export function placeOf(path: string): Place | undefined {
  if (/(^|\/)versions\/[^/]+\.py$/.test(path)) return 'revision';
  if (/(^|\/)models?(\/|\.py$)/.test(path)) return 'model';
  return undefined;
}

/** Square, diamond or circle: where. */
export function PlaceMark({ place, missing = false }: { readonly place: Place; readonly missing?: boolean }) {
  return <i class={`pm ${LETTER[place]} ${missing ? 'no' : ''}`} />;
}

/** Plus, tilde or minus: what happened. @param label where another word than "added", "changed" or "dropped" is better. */
export function ChangeMark(props: {
  readonly change: Change;
  readonly place: Place;
  readonly label?: string;
}) {
  const { added, altered: changed, dropped } = useWorkbench().t.database;
  const { change, place, label = { added, changed, dropped }[change] } = props;
  const [sign, kind] = SHAPE[change];
  return (
    <span class={`mk ${kind} in-${LETTER[place]}`} role="img" aria-label={label}>
      {sign}
    </span>
  );
}

/** The name of a place in its colour. */
export function PlaceName({ place, children }: { readonly place: Place; readonly children: string }) {
  return (
    <span class={`place t-${LETTER[place]}`}>
      <PlaceMark place={place} />
      {children}
    </span>
  );
}
