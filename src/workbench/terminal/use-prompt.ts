/** What the prompt keeps between keys: the line, what was typed before it, and what is searched. */
import { type Signal, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useWorkbench } from '../context.ts';
import { completed, type Line, searchBack, toEnd } from './line-editing.ts';
import { isUnfinished } from './unfinished.ts';

/** The text field of the prompt; its text is the workbench's, since chips and pipes type into it, too. */
export interface PromptField {
  readonly input: RefObject<HTMLInputElement | null>;
  set(line: Line): void;
}

/** The field; a command that something else typed into it gets the focus, so that Enter runs it. */
export function usePromptField(): PromptField {
  const { prompt } = useWorkbench();
  const input = useRef<HTMLInputElement>(null);
  const text = prompt.value;
  useEffect(() => {
    const element = input.current;
    if (!element || text === '' || element.value !== text || document.activeElement === element) return;
    element.focus();
    element.setSelectionRange(text.length, text.length);
  }, [text]);
  const set = (line: Line) => {
    prompt.value = line.text;
    if (!input.current) return;
    // At once, not when Preact draws: the next key may come before that.
    input.current.value = line.text;
    input.current.setSelectionRange(line.cursor, line.cursor);
  };
  return { input, set };
}

/** Sending a line, once it is whole. */
export interface Submission {
  /** Lines of a command that is not complete, such as a here-document's. */
  readonly open: Signal<readonly string[]>;
  submit(line: string): void;
}

/** @param onClear for `clear`, which is no command of the shell. */
export function useSubmission(onClear: () => void): Submission {
  const { prompt, run, state } = useWorkbench();
  const open = useSignal<readonly string[]>([]);
  const submit = (line: string) => {
    const inProgram = state.value.shell?.prompt !== undefined;
    const whole = [...open.value, line].join('\n');
    if (whole.trim() === '') return;
    prompt.value = '';
    if (!inProgram && isUnfinished(whole)) {
      open.value = [...open.value, line];
      return;
    }
    open.value = [];
    if (!inProgram && whole.trim() === 'clear') onClear();
    else void run(whole);
  };
  return { open, submit };
}

/** What was run before. */
export interface Recall {
  /** Up and down; what was being typed waits below the newest line. */
  recall(by: number): void;
  /** Back to the newest. */
  forget(): void;
}

/** @param history commands, oldest first. */
export function useRecall({ input, set }: PromptField, history: readonly string[]): Recall {
  const back = useSignal(0);
  const draft = useSignal('');
  return {
    recall(by) {
      const next = Math.min(history.length, Math.max(0, back.value + by));
      if (back.value === 0 && next > 0) draft.value = input.current?.value ?? '';
      if (next === back.value) return;
      back.value = next;
      set(toEnd({ text: next === 0 ? draft.value : history[history.length - next]!, cursor: 0 }));
    },
    forget: () => (back.value = 0),
  };
}

/** Ctrl+R. */
export interface Search {
  readonly isOpen: boolean;
  /** What is found so far. */
  readonly found: string | undefined;
  begin(): void;
  /** A key while something is searched: what is found comes into the line, Enter runs it at once. */
  onKeyDown(event: KeyboardEvent): void;
}

const LEAVING = ['Enter', 'Escape', 'Tab', 'ArrowLeft', 'ArrowRight', 'Home', 'End'];

/** @param history commands, oldest first. */
export function useSearch(
  { set }: PromptField,
  history: readonly string[],
  submit: (line: string) => void,
): Search {
  const { prompt } = useWorkbench();
  /** How far back the search is; undefined while nothing is searched. */
  const place = useSignal<number | undefined>(undefined);
  const found = place.value === undefined ? undefined : searchBack(history, prompt.value, place.value);
  return {
    /** Asked anew with each key, which may come before the next drawing. */
    get isOpen() {
      return place.value !== undefined;
    },
    found: found?.line,
    begin: () => (place.value = 0),
    onKeyDown(event) {
      const letter = event.ctrlKey ? event.key.toLowerCase() : '';
      if (letter === 'r') place.value = (found?.back ?? -1) + 1;
      else if (letter === 'c' || letter === 'g') {
        place.value = undefined;
        set({ text: '', cursor: 0 });
      } else if (LEAVING.includes(event.key)) {
        place.value = undefined;
        if (found) set(toEnd({ text: found.line, cursor: 0 }));
        if (event.key === 'Enter' && found) submit(found.line);
      } else return;
      event.preventDefault();
    },
  };
}

/** Tab. */
export interface Completion {
  /** What the word could become, where that is not one thing. */
  readonly words: Signal<readonly string[]>;
  complete(line: Line): Promise<void>;
}

/** What fits goes into the line; several words are offered below it. */
export function useCompletion({ set }: PromptField): Completion {
  const { session } = useWorkbench();
  const words = useSignal<readonly string[]>([]);
  return {
    words,
    async complete(line) {
      const found = await session.complete(line.text.slice(0, line.cursor)).catch(() => []);
      words.value = found.length > 1 ? found : [];
      set(completed(line, found));
    },
  };
}
