/** The console for SQL, with the answers so far. */
import { type Signal, useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { StepResult } from '../../session/protocol.ts';
import { useWorkbench } from '../context.ts';
import { Icon } from '../Icon.tsx';
import { PlainRow } from './PlainRow.tsx';

/** SQL on the same database, as steps of the journal: on the timeline, and undone like any other. */
export function SqlConsole() {
  const { t, sql, results, state, ready } = useWorkbench();
  const text = useSignal('');
  const done = results.value.filter(({ step }) => step.do === 'sql').slice(-12);
  const field = useRef<HTMLTextAreaElement>(null);
  const { recall, forget } = usePast(text);
  const busy = state.value.phase === 'busy' || !ready.value;
  const run = () => {
    if (text.value.trim() === '' || busy) return;
    void sql(text.value);
    text.value = '';
    forget();
  };
  return (
    <div class="console">
      <div class="sql-input">
        <textarea
          ref={field}
          class="mono"
          rows={3}
          aria-label={t.database.sqlLabel}
          placeholder="SELECT * FROM users;"
          spellcheck={false}
          autocapitalize="off"
          value={text.value}
          onInput={(event) => (text.value = event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.isComposing) return;
            const runs = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
            if (runs) run();
            else if (!recall(event)) return;
            event.preventDefault();
          }}
        />
        <button class="btn primary small" type="button" disabled={busy} onClick={run}>
          <Icon name="play" />
          {t.database.sqlRun} <kbd>Ctrl+Enter</kbd>
        </button>
        <p class="about">{t.database.sqlHint}</p>
      </div>
      {done.toReversed().map((result, index) => (
        <Answered
          key={done.length - index}
          result={result}
          onRecall={() => {
            text.value = sqlOf(result);
            field.current?.focus();
          }}
        />
      ))}
    </div>
  );
}

/** As in a shell: up from the first line is an older statement, down from the last a newer one. */
function usePast(text: Signal<string>) {
  const { results } = useWorkbench();
  const back = useSignal(0);
  const past = results.value.flatMap(({ step }) => (step.do === 'sql' ? [step.sql] : []));
  return {
    /** @returns whether the key was one of these two, and meant this. */
    recall({ key, currentTarget }: { key: string; currentTarget: HTMLTextAreaElement }): boolean {
      const { value, selectionStart } = currentTarget;
      const older = key === 'ArrowUp' && !value.slice(0, selectionStart).includes('\n');
      const newer = key === 'ArrowDown' && back.value > 0 && !value.slice(selectionStart).includes('\n');
      if (!older && !newer) return false;
      back.value = Math.min(past.length, Math.max(0, back.value + (older ? 1 : -1)));
      text.value = back.value === 0 ? '' : past[past.length - back.value]!;
      return true;
    },
    /** The next key begins at the newest again. */
    forget() {
      back.value = 0;
    },
  };
}

/** What was asked, and what came back. */
function Answered({ result, onRecall }: { readonly result: StepResult; readonly onRecall: () => void }) {
  const { t } = useWorkbench();
  const error = result.sql?.error;
  return (
    <div class="answer">
      <div class="asked">
        <code>{sqlOf(result)}</code>
        <button
          class="btn icon tiny"
          type="button"
          aria-label={t.database.recall}
          title={t.database.recall}
          onClick={onRecall}
        >
          <Icon name="corner-left-up" />
        </button>
      </div>
      {result.sql?.results.map((one, at) => (
        <Answer key={at} tag={one.tag} columns={one.columns} rows={one.rows} />
      ))}
      {error && (
        <p class="sql-error">
          <span class="tag solid">{error.code}</span> ERROR: {error.message}
          {error.detail && ` DETAIL: ${error.detail}`}
          {error.hint && ` HINT: ${error.hint}`}
        </p>
      )}
    </div>
  );
}

const sqlOf = ({ step }: StepResult) => (step.do === 'sql' ? step.sql : '');

function Answer(props: {
  readonly tag: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
}) {
  if (props.columns.length === 0) return <p class="tag mono">{props.tag}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard
    <section class="wide" tabIndex={0} aria-label={props.tag}>
      <table class="rows">
        <thead>
          <tr>
            {props.columns.map((name, index) => (
              <th scope="col" key={index}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row, index) => (
            <PlainRow key={index} cells={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}
