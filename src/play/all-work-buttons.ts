/** "All your work": download everything as one file, bring such a file in. */
import type { Dictionary } from '../i18n/index.ts';
import { exportAllWork, importAllWork } from '../session/all-work.ts';
import { saveFile } from '../workbench/share/save-file.ts';

/** @param root holds the buttons and the place for an answer. */
export function startWorkButtons(root: HTMLElement, t: Dictionary): void {
  const answer = root.querySelector<HTMLElement>('[data-import-answer]');
  const say = (text: string) => {
    if (answer) answer.textContent = text;
  };
  root.querySelector('[data-export]')?.addEventListener('click', () => {
    void exportAllWork().then(
      (text) => saveFile('stillhouse-work.json', text, 'application/json'),
      () => say(t.bench.storageRefused),
    );
  });
  root.querySelector<HTMLInputElement>('[data-import]')?.addEventListener('change', ({ currentTarget }) => {
    const input = currentTarget as HTMLInputElement;
    const [file] = input.files ?? [];
    input.value = '';
    void file
      ?.text()
      .then(importAllWork)
      .then(
        (count) => say(t.share.work.imported(count)),
        () => say(`${t.share.work.refused} ${t.share.refused['not-ours']}`),
      );
  });
}
