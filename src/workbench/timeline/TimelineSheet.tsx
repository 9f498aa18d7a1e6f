/** The timeline where no track has room. */
import { useLayoutEffect } from 'preact/hooks';
import { CloseButton } from '../CloseButton.tsx';
import { useWorkbench } from '../context.ts';
import { useModal } from '../use-modal.ts';
import { stepKind } from './step-kind.ts';
import { stepLabel } from './step-label.ts';
import { Looking, useBranchNames } from './Timeline.tsx';
import { useSteps } from './use-steps.ts';

/** The timeline as a list, for screens without room for the track: every step, and the ways not taken. */
export function TimelineSheet() {
  const { t, state, sheet, options, goTo, session } = useWorkbench();
  const { steps, at, ready } = useSteps();
  const names = useBranchNames();
  const dialog = useModal();
  useLayoutEffect(() => dialog.current?.querySelector<HTMLElement>('[aria-current]')?.focus(), [dialog]);
  return (
    <dialog
      ref={dialog}
      class="dialog timeline-sheet"
      aria-labelledby="timeline-title"
      onClose={() => {
        if (sheet.value === 'timeline') sheet.value = undefined;
      }}
    >
      <h2 id="timeline-title">{t.timeline.label}</h2>
      <ol class="step-list" aria-label={t.timeline.steps}>
        {[undefined, ...steps].map((step, index) => {
          const result = index > 0 ? state.value.results[options.setup.length + index - 1] : undefined;
          const kind = stepKind(step, result?.events ?? []);
          return (
            <li key={index} class={`${kind} ${index === at ? 'at' : ''} ${index > at ? 'later' : ''}`}>
              <button
                type="button"
                disabled={!ready}
                aria-current={index === at ? 'step' : undefined}
                onClick={() => void goTo(index)}
              >
                <i />
                {step ? stepLabel(step, t) : t.timeline.start}
              </button>
            </li>
          );
        })}
      </ol>
      {names.length > 0 && (
        <>
          <h3>{t.timeline.ways}</h3>
          <ul class="step-list ways">
            {names.map((name, index) => (
              <li key={name}>
                <button type="button" disabled={!ready} onClick={() => void session.takeBranch(index)}>
                  {name}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <div class="buttons">
        {at < steps.length && <Looking />}
        <CloseButton dialog={dialog} />
      </div>
    </dialog>
  );
}
