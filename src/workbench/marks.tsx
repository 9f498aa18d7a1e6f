import type { Change } from '../session/database-diff.ts';

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

/** Plus, tilde or minus: what happened. */
export function ChangeMark(props: {
  readonly change: Change;
  readonly place: Place;
  readonly label: string;
}) {
  const [sign, kind] = SHAPE[props.change];
  return (
    <span class={`mk ${kind} in-${LETTER[props.place]}`} role="img" aria-label={props.label}>
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
