/** A file beside itself as it was at the last run. */
import { useMemo } from 'preact/hooks';
import type { StepResult } from '../../session/protocol.ts';
import { useWorkbench } from '../context.ts';
import { diffLines } from '../line-diff.ts';

/**
 * A file as it was when a command last ran: what was written since is taken back.
 * @param text as it is now.
 */
function atLastRun(results: readonly StepResult[], path: string, text: string): string {
  let before = text;
  for (const { step, files } of results.toReversed()) {
    if (step.do === 'run') break;
    const change = files.find((one) => one.path === path);
    if (change) before = change.before ?? '';
  }
  return before;
}

/** What changed in the open file since a command last ran, line by line. */
export function DiffView({ path }: { readonly path: string }) {
  const { t, files, state, results } = useWorkbench();
  const text = files.value[path] ?? '';
  const written = state.value.snapshot?.files[path] ?? text;
  const lines = useMemo(
    () => diffLines(atLastRun(results.value, path, written), text),
    [results.value, path, written, text],
  );
  if (lines.every(({ change }) => change === 'same')) return <p class="diff-none">{t.assist.noChange}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard
    <section class="diff mono" aria-label={t.assist.diffLabel(path)} tabIndex={0}>
      {lines.map(({ change, text: line }, index) => {
        const sign = { added: '+', removed: '−', same: ' ' }[change];
        const row = (
          <>
            <i aria-hidden="true">{sign}</i>
            {line || ' '}
          </>
        );
        if (change === 'added') return <ins key={index}>{row}</ins>;
        return change === 'removed' ? <del key={index}>{row}</del> : <span key={index}>{row}</span>;
      })}
    </section>
  );
}
