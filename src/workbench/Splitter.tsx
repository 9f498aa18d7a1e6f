/** The bars between panes: dragged, or moved by arrow keys; the sizes are remembered. */
import { useEffect, useRef } from 'preact/hooks';
import { remember, remembered } from './remembered.ts';

interface Props {
  /** What is resized, in words. */
  readonly name: string;
  /** The custom property of the workbench that holds the size; the style sheet's until a person drags. */
  readonly variable: `--${string}`;
  readonly axis: 'x' | 'y';
  readonly min: number;
  readonly max: number;
  /** The pane lies after the handle: dragging towards the end makes it smaller. */
  readonly reverse?: boolean;
  readonly label?: string;
}

/** A handle between two panes: dragged, or moved with the arrow keys. The size is remembered. */
export function Splitter({ name, variable, axis, min, max, reverse = false, label }: Props) {
  const handle = useRef<HTMLDivElement>(null);
  const size = useRef(min);
  const bench = () => handle.current?.closest<HTMLElement>('still-workbench');
  const note = (value: number) => {
    size.current = Math.round(Math.min(max, Math.max(min, value)));
    handle.current?.setAttribute('aria-valuenow', String(size.current));
  };
  const set = (value: number) => {
    note(value);
    bench()?.style.setProperty(variable, `${size.current}px`);
  };
  const reset = () => {
    const element = bench();
    if (!element) return;
    element.style.removeProperty(variable);
    note(Number.parseFloat(getComputedStyle(element).getPropertyValue(variable)) || min);
  };
  useEffect(() => {
    const kept = remembered<number | null>(`size.${variable}`, null);
    if (kept === null) reset();
    else set(kept);
  });
  const keep = () => remember(`size.${variable}`, size.current);
  const drag = (down: PointerEvent) => {
    const start = size.current;
    if (handle.current) follow(handle.current, down, axis, (by) => set(start + (reverse ? -by : by)), keep);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const forward = axis === 'x' ? 'ArrowRight' : 'ArrowDown';
    const backward = axis === 'x' ? 'ArrowLeft' : 'ArrowUp';
    const step = { [forward]: 16, [backward]: -16 }[event.key];
    if (event.key === 'Home') set(min);
    else if (event.key === 'End') set(max);
    else if (step !== undefined) set(size.current + (reverse ? -step : step));
    else return;
    event.preventDefault();
    keep();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved; this is the window splitter of ARIA
    <div
      ref={handle}
      class={`splitter ${axis}`}
      role="separator"
      tabIndex={0}
      aria-label={label ?? name}
      aria-orientation={axis === 'x' ? 'vertical' : 'horizontal'}
      aria-valuemin={min}
      aria-valuemax={max}
      aria-valuenow={min}
      onPointerDown={drag}
      onKeyDown={onKeyDown}
      onDblClick={() => {
        reset();
        remember(`size.${variable}`, null);
      }}
    />
  );
}

/** Follows the pointer from where it went down until it is let go. @param moved told how far it has come */
function follow(
  handle: HTMLElement,
  down: PointerEvent,
  axis: Props['axis'],
  moved: (by: number) => void,
  ended: () => void,
): void {
  const place = (event: PointerEvent) => (axis === 'x' ? event.clientX : event.clientY);
  const from = place(down);
  handle.setPointerCapture(down.pointerId);
  const move = (event: PointerEvent) => moved(place(event) - from);
  const end = () => {
    handle.removeEventListener('pointermove', move);
    ended();
  };
  handle.addEventListener('pointermove', move);
  handle.addEventListener('lostpointercapture', end, { once: true });
}
