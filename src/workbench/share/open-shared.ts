/** A page whose address may carry another workspace than its own: opens it, and follows the address and dropped files. */
import type { Dictionary } from '../../i18n/index.ts';
import { type Refusal, ShareRefused } from '../../session/journal/share-link.ts';
import type { WorkbenchElement } from '../element.tsx';
import type { WorkbenchOptions } from '../options.ts';
import type { Workbench } from '../store.ts';
import { followAddress } from './address.ts';
import { takeDrops } from './drop.ts';
import { addressOfFile, keepWork, sharedWork } from './shared-work.ts';

export { keepWork, sharedWork };

/** What of the address names a workspace. */
const workIn = (hash: string): string => {
  const fields = new URLSearchParams(hash.replace(/^#/, ''));
  return ['s', 'w', 'p', 'world'].map((name) => fields.get(name) ?? '').join('\n');
};

/**
 * Opens the workbench with what the address asks for, else with the page's own work.
 * @param own the page's own.
 */
export async function openWork(element: WorkbenchElement, own: WorkbenchOptions): Promise<Workbench> {
  const work = await sharedWork(location.hash);
  const options: WorkbenchOptions =
    work === undefined
      ? own
      : 'refused' in work
        ? { ...own, refused: work.refused }
        : { ...own, key: work.key, shared: work.journal, source: work.source };
  return openBench(element, options);
}

let leave = () => {};

/** Opens a workbench in place of the one before, and goes where the address points in it. */
export function openBench(element: WorkbenchElement, options: WorkbenchOptions): Workbench {
  leave();
  const workbench = element.open(options);
  leave = followAddress(workbench);
  return workbench;
}

/** The switch of the language leads to the same place in the same work. */
export function keepAddressInLanguageSwitch(): void {
  document
    .querySelector<HTMLAnchorElement>('[data-action="language"]')
    ?.addEventListener('click', (event) => {
      if (event.currentTarget instanceof HTMLAnchorElement) event.currentTarget.hash = location.hash;
    });
}

/** A new address with another workspace opens that. */
export function reloadForOtherWork(): void {
  let present = workIn(location.hash);
  addEventListener('hashchange', () => {
    const next = workIn(location.hash);
    if (next !== present) location.reload();
    present = next;
  });
}

/** A dropped `.json` opens in a workspace of its own. */
export function openDroppedFiles(t: Dictionary, refused: (refusal: Refusal) => void): void {
  takeDrops(t.share.drop, (dropped) => {
    const [file] = dropped.files;
    if (file) void openFile(file).catch((error: unknown) => refused(refusalOf(error)));
  });
}

/** @throws ShareRefused */
export async function openFile(file: File): Promise<void> {
  // The text has a bound of its own; this one spares reading a film.
  if (file.size > 32_000_000) throw new ShareRefused('too-large', `${file.size} bytes`);
  location.hash = await addressOfFile(await file.text());
}

const refusalOf = (error: unknown): Refusal => (error instanceof ShareRefused ? error.refusal : 'damaged');
