/** One command with its output, and what can be done with it. */
import { useState } from 'preact/hooks';
import type { EngineEvent } from '../../engine/events.ts';
import type { OutputPiece, StepResult } from '../../session/protocol.ts';
import { useWorkbench } from '../context.ts';
import { Icon } from '../Icon.tsx';
import { showPanel } from '../panels.ts';
import { modelPlace } from '../places.ts';
import type { Workbench } from '../store.ts';
import { Explained } from './Explained.tsx';
import { type Known, type Link, linesOf, linked, type OutputLine, tablesIn } from './output-lines.ts';
import { summaryOf } from './summary.ts';

/** More lines than this are folded in the middle. */
const LONG = 60;
const SHOWN_OF_LONG = 24;

/** One command with its output, exit code and time, and what it did in a sentence. */
export function Block(props: { readonly result: StepResult; readonly known: Known; readonly last: boolean }) {
  const { result, known, last } = props;
  const { t } = useWorkbench();
  const line = result.step.do === 'run' ? result.step.line : '';
  const { sentences, lost } = summaryOf(result, t);
  return (
    <article class="blk" aria-label={line}>
      <CommandLine line={line} prompt={result.prompt} note={<Outcome result={result} />} />
      <Output output={result.output} events={result.events} known={known} />
      <Explained result={result} open={last} />
      {(sentences.length > 0 || lost > 0) && (
        <p class="say">
          <span>
            {sentences.join(' ')} {lost > 0 && <b class="t-l">{t.say.lost(lost)}</b>}
          </span>
        </p>
      )}
    </article>
  );
}

/** The command that runs now, with its output so far. */
export function RunningBlock(props: {
  readonly line: string;
  readonly output: readonly OutputPiece[];
  readonly known: Known;
}) {
  const { t, session, state } = useWorkbench();
  return (
    <article class="blk running" aria-label={props.line}>
      <CommandLine
        line={props.line}
        prompt={state.value.shell?.prompt}
        note={
          <button class="stop" type="button" onClick={() => void session.interrupt()}>
            {t.terminal.stop} <kbd>Ctrl+C</kbd>
          </button>
        }
      />
      <Output output={props.output} known={props.known} />
    </article>
  );
}

function CommandLine({
  line,
  prompt = '$',
  note,
}: {
  readonly line: string;
  /** Of the program that was asked, where it was not the shell. */
  readonly prompt?: string | undefined;
  readonly note: preact.ComponentChildren;
}) {
  return (
    <div class="cmd">
      <span class="p" aria-hidden="true">
        {prompt.trimEnd()}
      </span>
      <code>{line}</code>
      <span class="t">{note}</span>
    </div>
  );
}

function Outcome({ result }: { readonly result: StepResult }) {
  const { t } = useWorkbench();
  const seconds = t.terminal.seconds((result.milliseconds / 1000).toFixed(2));
  if (result.exit === 0) return <>{`${t.terminal.ok} · ${seconds}`}</>;
  return (
    <>
      <span class="tag solid">{t.terminal.exit(result.exit)}</span> {seconds}
    </>
  );
}

function Output(props: {
  readonly output: readonly OutputPiece[];
  readonly events?: readonly EngineEvent[];
  readonly known: Known;
}) {
  const { output, events, known } = props;
  const { t } = useWorkbench();
  const lines = linesOf(output, events);
  const start = lines.findIndex((line) => !line.preparation);
  const preparation = start < 0 ? lines : lines.slice(0, start);
  const rest = start < 0 ? [] : lines.slice(start);
  const long = rest.length > LONG;
  return (
    <>
      {preparation.length > 1 && (
        <Fold label={t.terminal.prepared(preparation.length)} lines={preparation} known={known} />
      )}
      {preparation.length === 1 && <Lines lines={preparation} known={known} />}
      <Lines lines={long ? rest.slice(0, SHOWN_OF_LONG) : rest} known={known} />
      {long && (
        <>
          <Fold
            label={t.terminal.folded(rest.length - 2 * SHOWN_OF_LONG)}
            lines={rest.slice(SHOWN_OF_LONG, -SHOWN_OF_LONG)}
            known={known}
          />
          <Lines lines={rest.slice(-SHOWN_OF_LONG)} known={known} />
        </>
      )}
    </>
  );
}

function Fold(props: {
  readonly label: string;
  readonly lines: readonly OutputLine[];
  readonly known: Known;
}) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button class="fold" type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name={open ? 'chevron-down' : 'chevron-right'} />
        {props.label}
      </button>
      {open && <Lines lines={props.lines} known={props.known} />}
    </>
  );
}

/** Lines are wrapped; those of a table are not, or nobody could read its columns: it is moved sideways. */
function Lines({ lines, known }: { readonly lines: readonly OutputLine[]; readonly known: Known }) {
  const { t } = useWorkbench();
  const drawn = (line: OutputLine, index: number) => (
    <div class="o" key={index}>
      {line.text === ''
        ? '\u00a0'
        : linked(line, known).map((piece, place) => (
            <LinkedText key={place} text={piece.text} link={piece.link} />
          ))}
    </div>
  );
  return (
    <>
      {tablesIn(lines).map(({ table, lines: run }, index) =>
        table ? (
          // biome-ignore lint/a11y/useSemanticElements: no field set; a region would be a landmark, and there are many
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what is scrolled must be reachable by keyboard
          <div class="o-table" key={index} role="group" tabIndex={0} aria-label={t.terminal.table}>
            {run.map(drawn)}
          </div>
        ) : (
          run.map(drawn)
        ),
      )}
    </>
  );
}

const COLOUR = { revision: 't-r', file: 't-r', table: 't-d', model: 't-m' } as const;

function LinkedText({ text, link }: { readonly text: string; readonly link: Link | undefined }) {
  const workbench = useWorkbench();
  if (!link) return <>{/^(INFO|WARNI|ERROR|DEBUG)/.test(text) ? <span class="lg">{text}</span> : text}</>;
  const onClick = (event: Event) => {
    event.preventDefault();
    follow(link, workbench);
  };
  return (
    <a class={`lk ${link.kind} ${COLOUR[link.kind]}`} href={hrefOf(link)} onClick={onClick}>
      {text}
    </a>
  );
}

/** The same place as an address; a model is a file. */
const hrefOf = ({ kind, target }: Link) =>
  kind === 'table' ? `#table=${target}` : `#file=${encodeURIComponent(target)}`;

function follow({ kind, target, line, detected }: Link, { files, openFile, pointed }: Workbench): void {
  const { table, subject } = detected ?? {};
  const declared = kind === 'model' && table ? modelPlace(files.peek(), table, subject) : undefined;
  if (declared) openFile(declared.path, declared.line);
  else if (kind !== 'table') openFile(target, line);
  else {
    showPanel('db');
    pointed.value = { table: target, column: subject };
  }
}
