/** The score of a drill in the page: what is kept and used so far, and a word about it at the end. */
import type { Dictionary } from '../../i18n/index.ts';
import type { DrillPlan, Score } from '../drill.ts';

/** @param finished whether every step is done. */
export function showScore(
  root: ParentNode,
  { par }: DrillPlan,
  score: Score,
  finished: boolean,
  t: Dictionary['drill'],
): void {
  const board = root.querySelector<HTMLElement>('[data-drill]');
  if (!board) return;
  const set = (name: string, text: string) => {
    const place = board.querySelector(`[data-drill-${name}]`);
    if (place && place.textContent !== text) place.textContent = text;
  };
  const lost = score.rows - score.kept;
  board.dataset.lost = String(lost > 0);
  set('kept', `${score.kept}/${score.rows}`);
  set('commands', String(score.commands));
  if (!finished) set('verdict', '');
  else if (lost > 0) set('verdict', t.lost(lost));
  else set('verdict', score.commands <= par ? t.perfect : t.kept(par));
}
