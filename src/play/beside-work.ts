/** Workspaces that lie beside one's own: brought in from a file, or copies that a second tab took. A list to open them from. */
import { type Dictionary, type Language, pathIn } from '../i18n/index.ts';
import { browserWorkspaces } from '../session/storage/storage.ts';
import { workInThisTab } from '../session/storage/tab-key.ts';

interface Kept {
  /** The workspace's own name: "lesson/workflow/add-columns", "play/team". */
  readonly key: string;
  /** The name that it lies under. */
  readonly under: string;
  readonly steps: number;
}

/** @param place is filled; hidden where nothing lies beside anything. */
export async function listBesideWork(
  place: HTMLElement,
  language: Language,
  t: Dictionary['share']['work'],
): Promise<void> {
  const kept = await besideWork().catch(() => []);
  place.hidden = kept.length === 0;
  const title = document.createElement('h4');
  title.textContent = t.beside;
  const list = document.createElement('ul');
  list.append(...kept.map((one) => entryOf(one, language, t)));
  place.replaceChildren(title, list);
}

/** Own work first, then what lies beside it. */
async function besideWork(): Promise<Kept[]> {
  const all = await browserWorkspaces().all();
  const kept = all.map(([under, { position }]): Kept => {
    const [key = under] = under.split('~');
    return { key, under, steps: position };
  });
  const several = new Set(kept.filter(({ key, under }) => key !== under).map(({ key }) => key));
  return kept
    .filter(({ key }) => several.has(key) && /^(lesson|play)\//.test(key))
    .sort((a, b) => (a.under < b.under ? -1 : 1));
}

function entryOf(
  { key, under, steps }: Kept,
  language: Language,
  t: Dictionary['share']['work'],
): HTMLElement {
  const [kind, ...rest] = key.split('/');
  const name = rest.join('/');
  const link = document.createElement('a');
  link.href = pathIn(language, kind === 'lesson' ? `lessons/${name}/` : `play/#world=${name}`);
  link.textContent = name;
  link.addEventListener('click', () => workInThisTab(key, under));
  const note = document.createElement('span');
  note.textContent = `${key === under ? t.own : t.other} · ${t.steps(steps)}`;
  const item = document.createElement('li');
  item.append(link, note);
  return item;
}
