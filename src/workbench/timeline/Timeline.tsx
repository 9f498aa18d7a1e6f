/** The track of all steps, along which the workspace goes back and forth. */
import { useWorkbench } from '../context.ts';
import { Icon } from '../Icon.tsx';
import { Menu } from '../Menu.tsx';
import { stepKind } from './step-kind.ts';
import { stepLabel } from './step-label.ts';
import { MOST_STEPS, type Stop, stopAt, stopsOf } from './stops.ts';
import { useSteps } from './use-steps.ts';
import { useTravel } from './use-travel.ts';

/** Back and forward by one step: beside the track, and in the terminal's header where the screen has no room for the track. */
export function StepButtons() {
  const { t, undo, redo, sheet } = useWorkbench();
  const { still, at, steps } = useSteps();
  return (
    <>
      <button
        class="btn icon"
        type="button"
        aria-label={t.timeline.undo}
        title={t.timeline.undo}
        disabled={!still || at <= 0}
        onClick={() => void undo()}
      >
        <Icon name="undo-2" />
      </button>
      <button
        class="btn icon"
        type="button"
        aria-label={t.timeline.redo}
        title={t.timeline.redo}
        disabled={!still || at === steps.length}
        onClick={() => void redo()}
      >
        <Icon name="redo-2" />
      </button>
      <button
        class="btn icon small-only"
        type="button"
        aria-label={t.timeline.open}
        title={t.timeline.open}
        onClick={() => (sheet.value = 'timeline')}
      >
        <Icon name="git-commit-vertical" />
      </button>
    </>
  );
}

/** A scrubber over every step that was done: files, graph, database and terminal go along, back and forth. */
export function Timeline() {
  const { t } = useWorkbench();
  const { steps, at, ready } = useSteps();
  const travel = useTravel();
  const stops = stopsOf(steps);
  const shown = stopAt(stops, travel.wanted ?? at);
  return (
    <section class="pane time" aria-label={t.timeline.label}>
      <StepButtons />
      <Branches />
      <div class="scrubber">
        <Track stops={stops} shown={shown} />
        <input
          type="range"
          min={0}
          max={Math.max(1, stops.length - 1)}
          step={1}
          value={shown}
          disabled={!ready || steps.length === 0}
          aria-label={t.timeline.scrub}
          aria-valuetext={t.timeline.position(useLabel(stops[shown]!), stops[shown]!.position, steps.length)}
          onInput={(event) => travel.to(stops[Number(event.currentTarget.value)]!.position)}
        />
      </div>
      {at < steps.length && <Looking />}
    </section>
  );
}

function useLabel({ step, others }: Stop): string {
  const { t } = useWorkbench();
  const label = step ? stepLabel(step, t) : t.timeline.start;
  return others > 0 ? t.timeline.group(label, others) : label;
}

/** What the range input looks like; the input itself lies over it. */
function Track({ stops, shown }: { readonly stops: readonly Stop[]; readonly shown: number }) {
  const { state, options } = useWorkbench();
  const origin = options.setup.length;
  const last = stops.length - 1;
  return (
    <ol
      class={`track ${stops.length > MOST_STEPS + 1 ? 'crowded' : ''}`}
      style={{ '--done': last === 0 ? 0 : shown / last, '--last': Math.max(1, last) }}
      aria-hidden="true"
    >
      {stops.map((stop, index) => {
        const events =
          stop.position > 0 ? state.value.results[origin + stop.position - 1]?.events : undefined;
        const kind = stepKind(stop.step, events ?? []);
        return (
          <li
            key={stop.position}
            class={`${kind} ${index === shown ? 'at' : ''} ${index > shown ? 'later' : ''}`}
            style={{ '--place': last === 0 ? 0 : index / last }}
          >
            <StopMark stop={stop} />
          </li>
        );
      })}
    </ol>
  );
}

function StopMark({ stop }: { readonly stop: Stop }) {
  const label = useLabel(stop);
  return (
    <div class="stop" title={label}>
      <i />
      <span>{label}</span>
    </div>
  );
}

/** What can be done while the past is in view. */
export function Looking() {
  const { t, goTo, session, state } = useWorkbench();
  const { steps, still } = useSteps();
  const branch = () => {
    const { journal, position } = state.value;
    void session.replace({ ...journal, steps: journal.steps.slice(0, position) });
  };
  return (
    <div class="looking" title={t.timeline.lookingText}>
      <button class="btn small" type="button" disabled={!still} onClick={branch}>
        {t.timeline.branchHere}
      </button>
      <button class="btn small" type="button" disabled={!still} onClick={() => void goTo(steps.length)}>
        {t.timeline.toNow}
      </button>
    </div>
  );
}

/** Ways that were left when something new was done after going back, or the lesson was started over: any can be taken again. */
function Branches() {
  const { t, state, session } = useWorkbench();
  const { branches } = state.value;
  const names = useBranchNames();
  if (branches.length === 0) return null;
  const items = branches.map((_, index) => ({
    label: names[index]!,
    act: () => void session.takeBranch(index),
  }));
  return <Menu label={t.timeline.branches(branches.length)} icon="git-branch" items={items.toReversed()} />;
}

/** When each way was left, and how long it is. */
export function useBranchNames(): readonly string[] {
  const { t, state, options } = useWorkbench();
  const time = new Intl.DateTimeFormat(options.language, { hour: 'numeric', minute: '2-digit' });
  return state.value.branches.map(({ steps, leftAt }) =>
    t.timeline.branch(Math.max(0, steps.length - options.setup.length), time.format(leftAt)),
  );
}
