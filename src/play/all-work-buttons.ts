/** "All your work": download everything as one file, bring such a file in. */
import type { Dictionary, Language } from '../i18n/index.ts';
import { exportAllWork, importAllWork } from '../session/storage/all-work.ts';
import { saveFile } from '../workbench/share/save-file.ts';
import { listBesideWork } from './beside-work.ts';

/** @param root holds the buttons and the place for an answer. */
export function startWorkButtons(root: HTMLElement, language: Language, t: Dictionary): void {
  const beside = root.querySelector<HTMLElement>('[data-beside]');
  const list = () => beside && void listBesideWork(beside, language, t.share.work);
  list();
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
        (count) => {
          say(t.share.work.imported(count));
          list();
        },
        () => say(`${t.share.work.refused} ${t.share.refused['not-ours']}`),
      );
  });
}
