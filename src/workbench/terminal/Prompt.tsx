/** The prompt: a line that is edited, completed and sent as bash and psql do it. */
import { useWorkbench } from '../context.ts';
import {
  killToEnd,
  killToStart,
  killWord,
  killWordAhead,
  type Line,
  toEnd,
  toStart,
  wordBack,
  wordForward,
} from './line-editing.ts';
import {
  type Completion,
  type PromptField,
  type Recall,
  type Search,
  type Submission,
  useCompletion,
  usePromptField,
  useRecall,
  useSearch,
  useSubmission,
} from './use-prompt.ts';

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
  const { t, prompt, state, results } = useWorkbench();
  const history = results.value.flatMap(({ step }) => (step.do === 'run' ? [step.line] : []));
  const program = state.value.shell?.prompt;
  const field = usePromptField();
  const submission = useSubmission(onClear);
  const recall = useRecall(field, history);
  const completion = useCompletion(field);
  const { words } = completion;
  const submit = (line: string) => {
    recall.forget();
    words.value = [];
    submission.submit(line);
  };
  const search = useSearch(field, history, submit);
  const onKeyDown = useKeys({ field, search, submission, recall, completion, submit, onClear });
  const waiting = submission.open.value.length > 0 ? '>' : (program?.trimEnd() ?? '$');
  return (
    <div class="foot">
      {words.value.length > 0 && (
        <p class="words mono" role="status" aria-label={t.terminal.suggestions}>
          {words.value.slice(0, 40).join('  ')}
        </p>
      )}
      <label class="prompt">
        <span class="p" aria-hidden="true">
          {search.isOpen ? `(reverse-i-search) ${search.found ?? ''}` : waiting}
        </span>
        <input
          ref={field.input}
          value={prompt.value}
          aria-label={t.terminal.input}
          autocapitalize="off"
          autocomplete="off"
          autocorrect="off"
          spellcheck={false}
          enterkeyhint="go"
          onInput={(event) => (prompt.value = event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onPaste={(event) => paste(event, field, submit)}
        />
      </label>
      {program === undefined && <Chips submit={submit} />}
    </div>
  );
}

/** Commands of the lesson, one press away. */
function Chips({ submit }: { readonly submit: (line: string) => void }) {
  const { t, options, command } = useWorkbench();
  return (
    <ul class="chips" aria-label={t.terminal.more}>
      {options.chips.map((one) => (
        <li key={one}>
          <button
            class="chip"
            type="button"
            disabled={command.value !== undefined}
            onClick={() => submit(one)}
          >
            {one}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Several lines at once: the session does one after the other. */
function paste(event: ClipboardEvent, { input, set }: PromptField, submit: (line: string) => void): void {
  const text = event.clipboardData?.getData('text').replace(/\r/g, '') ?? '';
  if (!text.includes('\n') || !input.current) return;
  event.preventDefault();
  const lines = (input.current.value + text).split('\n');
  for (const line of lines.slice(0, -1)) submit(line);
  set(toEnd({ text: lines.at(-1)!, cursor: 0 }));
}

interface Keys {
  readonly field: PromptField;
  readonly search: Search;
  readonly submission: Submission;
  readonly recall: Recall;
  readonly completion: Completion;
  readonly submit: (line: string) => void;
  readonly onClear: () => void;
}

/** What each key does. */
function useKeys({ field, search, submission, recall, completion, submit, onClear }: Keys) {
  const { state } = useWorkbench();
  const { words, complete } = completion;
  const interrupt = useInterrupt(submission, words);
  return (event: KeyboardEvent) => {
    const element = field.input.current;
    if (event.isComposing || event.keyCode === 229 || !element) return;
    if (search.isOpen) {
      search.onKeyDown(event);
      return;
    }
    const inProgram = state.value.shell?.prompt !== undefined;
    const line: Line = { text: element.value, cursor: element.selectionStart ?? 0 };
    const selected = element.selectionStart !== element.selectionEnd;
    const control = event.ctrlKey && !event.metaKey && !event.altKey;
    const alt = event.altKey && !event.metaKey && !event.ctrlKey;
    const edit = control ? EDITS[event.key.toLowerCase()] : alt ? ALT_EDITS[event.code] : undefined;
    if (event.key === 'Enter') submit(line.text);
    else if (event.key === 'ArrowUp' || (control && event.key === 'p')) recall.recall(1);
    else if (event.key === 'ArrowDown') recall.recall(-1);
    else if (event.key === 'Tab' && !event.shiftKey && line.text.trim() !== '') void complete(line);
    else if (event.key === 'Escape') words.value = [];
    else if (edit) field.set(edit(line));
    else if (event.ctrlKey && event.key === 'l') onClear();
    else if (event.ctrlKey && event.key === 'r') search.begin();
    else if (event.ctrlKey && event.key === 'd' && inProgram && line.text === '') submit('\\q');
    else if (event.ctrlKey && event.key === 'c' && !selected) interrupt();
    else return;
    event.preventDefault();
  };
}

/** Ctrl+C: ends what runs, or drops the line. */
function useInterrupt({ open }: Submission, words: Completion['words']): () => void {
  const { prompt, run, session, state, command } = useWorkbench();
  return () => {
    const program = state.value.shell?.prompt;
    if (command.value !== undefined) void session.interrupt();
    else {
      prompt.value = '';
      open.value = [];
      if (program !== undefined && /[-'"($]\*?#/.test(program)) void run('\\r');
    }
    words.value = [];
  };
}
