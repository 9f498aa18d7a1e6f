/** What is typed but not yet a step: written into the session when the typing pauses, and before anything runs. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Session } from '../../session/session.ts';

const PAUSE = 350;

export interface Drafts {
  readonly texts: ReadonlySignal<Readonly<Record<string, string>>>;
  edit(path: string, text: string): void;
  /** Writes everything that waits. */
  flush(): Promise<void>;
  forget(path?: string): void;
}

/** @param written the files as the session has them; undefined while it is not ready for a step. */
export function keepDrafts(
  session: Session,
  written: () => Readonly<Record<string, string>> | undefined,
): Drafts {
  const texts = signal<Readonly<Record<string, string>>>({});
  let timer: ReturnType<typeof setTimeout> | undefined;

  const forget = (path?: string) => {
    if (path === undefined) texts.value = {};
    else texts.value = Object.fromEntries(Object.entries(texts.peek()).filter(([one]) => one !== path));
  };
  const flush = async () => {
    clearTimeout(timer);
    for (const [path, text] of Object.entries(texts.peek())) {
      const files = written();
      if (files === undefined) return;
      if (files[path] !== text) await session.write(path, text);
      // Typing may have gone on meanwhile: only what was written stops being a draft.
      if (texts.peek()[path] === text) forget(path);
    }
  };
  return {
    texts,
    flush,
    forget,
    edit: (path, text) => {
      texts.value = { ...texts.peek(), [path]: text };
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), PAUSE);
    },
  };
}
