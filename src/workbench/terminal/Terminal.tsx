/** The terminal as a whole: the blocks, the prompt below them, and how it follows what comes. */
import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { classesOf } from '../../checks/python-classes.ts';
import { Collapse } from '../Collapse.tsx';
import { useWorkbench } from '../context.ts';
import { Icon } from '../Icon.tsx';
import { StepButtons } from '../timeline/Timeline.tsx';
import { Block, RunningBlock } from './Block.tsx';
import type { Known } from './output-lines.ts';
import { Prompt } from './Prompt.tsx';
import { summaryOf } from './summary.ts';

/** Pixels: so near to the end is at the end. */
const NEAR = 24;

/** The terminal: commands in blocks, the prompt, chips. Its text can be selected, zoomed and translated as any other. */
export function Terminal() {
  const { t, state, results, command, options } = useWorkbench();
  const cleared = useSignal(0);
  const known = useKnown();
  const log = useRef<HTMLDivElement>(null);
  const line = command.value;
  const running =
    line === undefined
      ? undefined
      : { line, output: state.value.running?.line === line ? state.value.running.output : [] };
  const shown = results.value
    .map((result, index) => ({ result, index }))
    .filter(({ result, index }) => result.step.do === 'run' && index >= cleared.value);
  const outputLength = running?.output.length ?? 0;

  useStayingAtTheEnd(log, `${shown.length} ${outputLength} ${running?.line}`);

  return (
    <section class="pane term" aria-label={t.bench.terminal} data-panel="term">
      <header>
        <h2>{t.bench.terminal}</h2>
        <span class="grow">
          <span class="small-only">
            <StepButtons />
          </span>
          <span class="mono cwd">{shortPath(state.value.shell?.cwd)}</span>
          <CopyAll log={log} />
          <Collapse pane="term" name={t.bench.terminal} />
        </span>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard */}
      <div class="out" ref={log} role="log" aria-live="off" aria-label={t.terminal.log} tabIndex={0}>
        {shown.length === 0 && !running && (
          <p class="welcome">
            {options.key.startsWith('lesson/') ? t.terminal.welcome : t.terminal.welcomeAlone}
          </p>
        )}
        {shown.map(({ result, index }) => (
          <Block key={index} result={result} known={known} last={index === results.value.length - 1} />
        ))}
        {running && <RunningBlock line={running.line} output={running.output} known={known} />}
      </div>
      <Spoken />
      <Prompt onClear={() => (cleared.value = results.value.length)} />
    </section>
  );
}

/**
 * What is read at the end stays in view when the pane gets lower, and when a word about the last command comes after it.
 * @param news whatever of it changes, the end is brought into view.
 */
function useStayingAtTheEnd(log: { readonly current: HTMLDivElement | null }, news: string): void {
  const atEnd = useRef(true);
  useEffect(() => {
    // Said at once: the pane may get lower before the scrolling is heard of.
    atEnd.current = true;
    log.current?.scrollTo({ top: log.current.scrollHeight });
  }, [log, news]);
  useEffect(() => {
    const element = log.current;
    if (!element) return;
    const look = () => {
      atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR;
    };
    const stay = () => {
      if (atEnd.current) element.scrollTo({ top: element.scrollHeight });
    };
    const lower = new ResizeObserver(stay);
    // What a person unfolds is theirs to look at; the index comes by itself.
    const isWord = (node: Node) => node instanceof Element && node.matches('.explained, .index-entry');
    const longer = new MutationObserver((records) => {
      if (records.some(({ addedNodes }) => [...addedNodes].some(isWord))) stay();
    });
    element.addEventListener('scroll', look);
    lower.observe(element);
    longer.observe(element, { childList: true, subtree: true });
    return () => {
      element.removeEventListener('scroll', look);
      lower.disconnect();
      longer.disconnect();
    };
  }, [log]);
}

/** One sentence after each command for screen readers. */
function Spoken() {
  const { t, results } = useWorkbench();
  const last = results.value.at(-1);
  let text = '';
  if (last?.step.do === 'run') {
    const { sentences, lost } = summaryOf(last, t);
    text = [
      `${last.step.line}.`,
      last.exit === 0 ? `${t.terminal.ok}.` : t.say.failed(last.exit),
      ...sentences,
      lost > 0 ? t.say.lost(lost) : '',
    ].join(' ');
  }
  return (
    <p class="sr" role="status">
      {text}
    </p>
  );
}

function CopyAll({ log }: { readonly log: { readonly current: HTMLDivElement | null } }) {
  const { t } = useWorkbench();
  const done = useSignal(false);
  const copy = async () => {
    await navigator.clipboard?.writeText(log.current?.textContent ?? '').catch(() => undefined);
    done.value = true;
    setTimeout(() => (done.value = false), 1500);
  };
  const label = done.value ? t.terminal.copied : t.terminal.copyAll;
  return (
    <button class="btn icon tiny" type="button" aria-label={label} title={label} onClick={() => void copy()}>
      <Icon name={done.value ? 'check' : 'copy'} />
    </button>
  );
}

function useKnown(): Known {
  const { state } = useWorkbench();
  const snapshot = state.value.snapshot;
  return useMemo(
    () => ({
      revisions: new Map(
        snapshot?.revisions.files.flatMap((one) =>
          one.revision === null ? [] : [[one.revision, one.path] as const],
        ),
      ),
      files: Object.keys(snapshot?.files ?? {}),
      tables: snapshot?.database.tables.map(({ name }) => name) ?? [],
      models: modelFiles(snapshot?.files ?? {}),
    }),
    [snapshot],
  );
}

function modelFiles(files: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [path, text] of Object.entries(files)) {
    if (!path.endsWith('.py') || path.includes('/versions/')) continue;
    for (const { table } of classesOf(text)) if (table !== undefined) found.set(table, path);
  }
  return found;
}

const shortPath = (cwd: string | undefined) =>
  (cwd ?? '/home/learner/app').replace(/^\/home\/learner(?=\/|$)/, '~');
