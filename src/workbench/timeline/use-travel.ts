/** How the thumb of the timeline moves the workspace without a replay for every stop it passes. */
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { useWorkbench } from '../context.ts';

/** A thumb that is dragged over many stops asks for the last of them only. */
const PAUSE = 110;

/** Moves between steps: where the thumb is wanted is shown at once, the workspace follows when it rests. */
export function useTravel(): { readonly wanted: number | undefined; to(position: number): void } {
  const { goTo } = useWorkbench();
  const wanted = useSignal<number | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const busy = useRef(false);
  const go = async () => {
    if (busy.current || wanted.value === undefined) return;
    busy.current = true;
    const target = wanted.value;
    await goTo(target);
    busy.current = false;
    if (wanted.value === target) wanted.value = undefined;
    else void go();
  };
  return {
    wanted: wanted.value,
    to(position) {
      wanted.value = position;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void go(), PAUSE);
    },
  };
}
