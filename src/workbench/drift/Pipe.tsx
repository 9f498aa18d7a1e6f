/** The pipes between the three places, each of which is a command. */
import { useEffect, useRef } from 'preact/hooks';
import { useWorkbench } from '../context.ts';
import { Icon } from '../Icon.tsx';

interface PipeProps {
  readonly full: boolean;
  readonly command: string;
  readonly long: string;
  /** In place of the long one where there is little room. */
  readonly short?: string;
}

/** A pipe is a command: pressing it types the command. Light runs through it when it becomes full or empty. */
export function Pipe(props: PipeProps) {
  const { t, type } = useWorkbench();
  const element = useRef<HTMLDivElement>(null);
  const was = useRef<boolean | undefined>(undefined);
  useEffect(() => {
    const pipe = element.current;
    if (pipe && was.current !== undefined && was.current !== props.full) {
      pipe.classList.toggle('back', !props.full);
      pipe.classList.add('pouring');
      setTimeout(() => pipe.classList.remove('pouring'), 450);
    }
    was.current = props.full;
  }, [props.full]);
  const label = (
    <>
      <span class="long">{props.long}</span>
      <span class="short">{props.short ?? props.long}</span>
    </>
  );
  return (
    <div ref={element} class={`pipe ${props.full ? '' : 'open'}`}>
      {props.full ? (
        <span class="gauge">
          <Icon name="check" />
          {label}
        </span>
      ) : (
        <button
          class="gauge"
          type="button"
          title={t.drift.command(props.command)}
          onClick={() => type(props.command)}
        >
          {label}
        </button>
      )}
    </div>
  );
}
