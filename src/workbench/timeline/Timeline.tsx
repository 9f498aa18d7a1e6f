import type { Step } from '../../session/journal.ts';
import { useWorkbench } from '../context.ts';
import { Icon } from '../Icon.tsx';
import { Menu } from '../Menu.tsx';
import { placeOf } from '../marks.tsx';
import { stepLabel } from './step-label.ts';

/** More steps than this are shown without their names, except the one that is looked at. */
const NAMED = 8;

/** Back and forward by one step: beside the track, and in the terminal's header where the screen has no room for the track. */
export function StepButtons() {
  const { t, state, options, ready, undo, redo } = useWorkbench();
  const { journal, position, phase } = state.value;
  const still = phase === 'ready' && ready.value;
  return (
    <>
      <button
        class="btn icon"
        type="button"
        aria-label={t.timeline.undo}
        title={t.timeline.undo}
        disabled={!still || position <= options.setup.length}
        onClick={() => void undo()}
      >
        <Icon name="undo-2" />
      </button>
      <button
        class="btn icon"
        type="button"
        aria-label={t.timeline.redo}
        title={t.timeline.redo}
        disabled={!still || position === journal.steps.length}
        onClick={() => void redo()}
      >
        <Icon name="redo-2" />
      </button>
    </>
  );
}

/** Every step that was done, in order; any of them can be gone back to, and forward again. */
export function Timeline() {
  const { t, state, options, ready, goTo } = useWorkbench();
  const origin = options.setup.length;
  const { journal, position, phase } = state.value;
  const steps = journal.steps.slice(origin);
  const at = Math.max(0, position - origin);
  const still = phase === 'ready' && ready.value;
  const crowded = steps.length > NAMED;
  return (
    <section class="pane time" aria-label={t.timeline.label}>
      <StepButtons />
      <Branches />
      <ol
        class={`track ${crowded ? 'crowded' : ''}`}
        style={{ '--done': steps.length === 0 ? 0 : at / steps.length }}
      >
        {[undefined, ...steps].map((step, index) => {
          const label = step === undefined ? t.timeline.start : stepLabel(step, t);
          const kind =
            step === undefined ? '' : kindOf(step, state.value.results[origin + index - 1]?.events ?? []);
          return (
            <li key={index} class={`${kind} ${index === at ? 'at' : ''} ${index > at ? 'later' : ''}`}>
              <button
                type="button"
                aria-current={index === at ? 'step' : undefined}
                aria-label={t.timeline.position(label, index, steps.length)}
                title={label}
                disabled={!still}
                onClick={() => void goTo(index)}
              >
                <i />
                <span>{label}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** Ways that were left when something new was done after going back, or the lesson was started over: any can be taken again. */
function Branches() {
  const { t, state, options, session } = useWorkbench();
  const { branches } = state.value;
  if (branches.length === 0) return null;
  const time = new Intl.DateTimeFormat(options.language, { hour: 'numeric', minute: '2-digit' });
  const items = branches.map(({ steps, leftAt }, index) => ({
    label: t.timeline.branch(Math.max(0, steps.length - options.setup.length), time.format(leftAt)),
    act: () => void session.takeBranch(index),
  }));
  return <Menu label={t.timeline.branches(branches.length)} icon="git-branch" items={items.toReversed()} />;
}

/** Which of the three places a step touched: the colour of its mark. */
function kindOf(step: Step, events: readonly { readonly kind: string }[]): string {
  if (step.do === 'sql') return 'd';
  if (step.do === 'write' || step.do === 'delete') return placeOf(step.path) === 'revision' ? 'r' : 'm';
  if (events.some(({ kind }) => kind === 'revision')) return 'd';
  return /^alembic\s+(revision|merge|edit)\b/.test(step.line) ? 'r' : '';
}
