/** The prompt: a line that is edited, completed and sent as bash and psql do it. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useWorkbench } from '../context.ts';
import {
  completed,
  killToEnd,
  killToStart,
  killWord,
  killWordAhead,
  type Line,
  searchBack,
  toEnd,
  toStart,
  wordBack,
  wordForward,
} from './line-editing.ts';
import { isUnfinished } from './unfinished.ts';

const EDITS: Readonly<Record<string, (line: Line) => Line>> = {
  a: toStart,
  e: toEnd,
  u: killToStart,
  k: killToEnd,
  w: killWord,
};

/** By `event.code`: with Alt the key's letter may be another one. */
const ALT_EDITS: Readonly<Record<string, (line: Line) => Line>> = {
  KeyB: wordBack,
  KeyF: wordForward,
  KeyD: killWordAhead,
  Backspace: killWord,
};

/** The line where commands are typed. Keys are a shell's; a Korean syllable that is still being composed is left alone. */
export function Prompt({ onClear }: { readonly onClear: () => void }) {
  const { t, prompt, options, run, session, state, command, results } = useWorkbench();
  const input = useRef<HTMLInputElement>(null);
  const words = useSignal<readonly string[]>([]);
  const back = useSignal(0);
  const draft = useSignal('');
  const history = results.value.flatMap(({ step }) => (step.do === 'run' ? [step.line] : []));
  const busy = command.value !== undefined;
  /** Lines of a command that is not complete, such as a here-document's. */
  const open = useSignal<readonly string[]>([]);
  /** Ctrl+R: how far back the search is; undefined while nothing is searched. */
  const searching = useSignal<number | undefined>(undefined);
  const program = state.value.shell?.prompt;
  const found =
    searching.value === undefined ? undefined : searchBack(history, prompt.value, searching.value);
  const sign =
    searching.value === undefined
      ? open.value.length > 0
        ? '>'
        : (program?.trimEnd() ?? '$')
      : `(reverse-i-search) ${found?.line ?? ''}`;

  useTypedCommands(input);

  const set = ({ text, cursor }: Line) => {
    prompt.value = text;
    if (!input.current) return;
    // At once, not when Preact draws: the next key may come before that.
    input.current.value = text;
    input.current.setSelectionRange(cursor, cursor);
  };
  const submit = (line: string) => {
    back.value = 0;
    words.value = [];
    const whole = [...open.value, line].join('\n');
    if (whole.trim() === '') return;
    prompt.value = '';
    if (program === undefined && isUnfinished(whole)) {
      open.value = [...open.value, line];
      return;
    }
    open.value = [];
    if (program === undefined && whole.trim() === 'clear') onClear();
    else void run(whole);
  };
  /** What Ctrl+R found comes into the line; Enter runs it at once. */
  const takeFound = (event: KeyboardEvent) => {
    const leaves = ['Enter', 'Escape', 'Tab', 'ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(event.key);
    const letter = event.ctrlKey ? event.key.toLowerCase() : '';
    if (letter === 'r') searching.value = (found?.back ?? -1) + 1;
    else if (letter === 'c' || letter === 'g') {
      searching.value = undefined;
      set({ text: '', cursor: 0 });
    } else if (leaves) {
      searching.value = undefined;
      if (found) set(toEnd({ text: found.line, cursor: 0 }));
      if (event.key === 'Enter' && found) submit(found.line);
    } else return;
    event.preventDefault();
  };
  /** Several lines at once: the session does one after the other. */
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData?.getData('text').replace(/\r/g, '') ?? '';
    if (!text.includes('\n') || !input.current) return;
    event.preventDefault();
    const lines = (input.current.value + text).split('\n');
    for (const line of lines.slice(0, -1)) submit(line);
    set(toEnd({ text: lines.at(-1)!, cursor: 0 }));
  };
  /** Up and down; what was being typed waits below the newest line. */
  const recall = (by: number) => {
    const next = Math.min(history.length, Math.max(0, back.value + by));
    if (back.value === 0 && next > 0) draft.value = input.current?.value ?? '';
    if (next === back.value) return;
    back.value = next;
    set(toEnd({ text: next === 0 ? draft.value : history[history.length - next]!, cursor: 0 }));
  };
  const complete = async (line: Line) => {
    const found = await session.complete(line.text.slice(0, line.cursor)).catch(() => []);
    words.value = found.length > 1 ? found : [];
    set(completed(line, found));
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || event.keyCode === 229 || !input.current) return;
    if (searching.value !== undefined) return takeFound(event);
    const line: Line = { text: input.current.value, cursor: input.current.selectionStart ?? 0 };
    const selected = input.current.selectionStart !== input.current.selectionEnd;
    const control = event.ctrlKey && !event.metaKey && !event.altKey;
    const alt = event.altKey && !event.metaKey && !event.ctrlKey;
    const edit = control ? EDITS[event.key.toLowerCase()] : alt ? ALT_EDITS[event.code] : undefined;
    if (event.key === 'Enter') submit(line.text);
    else if (event.key === 'ArrowUp' || (control && event.key === 'p')) recall(1);
    else if (event.key === 'ArrowDown') recall(-1);
    else if (event.key === 'Tab' && !event.shiftKey && line.text.trim() !== '') void complete(line);
    else if (event.key === 'Escape') words.value = [];
    else if (edit) set(edit(line));
    else if (event.ctrlKey && event.key === 'l') onClear();
    else if (event.ctrlKey && event.key === 'r') searching.value = 0;
    else if (event.ctrlKey && event.key === 'd' && program !== undefined && line.text === '') submit('\\q');
    else if (event.ctrlKey && event.key === 'c' && !selected) interrupt();
    else return;
    event.preventDefault();
  };
  const interrupt = () => {
    if (busy) void session.interrupt();
    else {
      prompt.value = '';
      open.value = [];
      if (program !== undefined && /[-'"($]\*?#/.test(program)) void run('\\r');
    }
    words.value = [];
  };

  return (
    <div class="foot">
      {words.value.length > 0 && (
        <p class="words mono" role="status" aria-label={t.terminal.suggestions}>
          {words.value.slice(0, 40).join('  ')}
        </p>
      )}
      <label class="prompt">
        <span class="p" aria-hidden="true">
          {sign}
        </span>
        <input
          ref={input}
          value={prompt.value}
          aria-label={t.terminal.input}
          autocapitalize="off"
          autocomplete="off"
          autocorrect="off"
          spellcheck={false}
          enterkeyhint="go"
          onInput={(event) => (prompt.value = event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onPaste={paste}
        />
      </label>
      {program === undefined && (
        <ul class="chips" aria-label={t.terminal.more}>
          {options.chips.map((command) => (
            <li key={command}>
              <button class="chip" type="button" disabled={busy} onClick={() => submit(command)}>
                {command}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** A command that something else typed into the prompt gets the focus, so that Enter runs it. */
function useTypedCommands(input: { readonly current: HTMLInputElement | null }): void {
  const { prompt } = useWorkbench();
  const text = prompt.value;
  useEffect(() => {
    const element = input.current;
    if (!element || text === '' || element.value !== text || document.activeElement === element) return;
    element.focus();
    element.setSelectionRange(text.length, text.length);
  }, [text, input]);
}
