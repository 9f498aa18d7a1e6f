/** Everything in the workbench has an address behind the page's own: `#file=app/models/user.py&line=8`, `#table=users`, `#revision=ab12`, `#panel=db`, `#step=model`. */
import { effect } from '@preact/signals';
import { PANELS, type Panel, showPanel } from '../panels.ts';
import type { Workbench } from '../store.ts';

export interface Address {
  readonly file?: string;
  readonly line?: number;
  readonly table?: string;
  readonly revision?: string;
  readonly panel?: Panel;
  /** Of a lesson. */
  readonly step?: string;
  /** A command to stand in the prompt, not run. */
  readonly type?: string;
}

/** Reads a fragment; what it does not know, or what is not plain, is left out. */
export function readAddress(hash: string): Address {
  const fields = new URLSearchParams(hash.replace(/^#/, ''));
  const plain = (name: string) => {
    const value = fields.get(name);
    return value !== null && value.length <= 300 ? value : undefined;
  };
  const panel = PANELS.find((one) => one === fields.get('panel'));
  const line = Number(fields.get('line'));
  const entries = {
    file: plain('file'),
    line: Number.isInteger(line) && line > 0 ? line : undefined,
    table: plain('table'),
    revision: plain('revision'),
    panel,
    step: plain('step'),
    type: plain('type'),
  };
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));
}

/** The fragment of an address, on top of the work that the page's present one carries. */
function writeAddress(address: Address, hash = location.hash): string {
  const fields = new URLSearchParams();
  const present = new URLSearchParams(hash.replace(/^#/, ''));
  for (const name of ['s', 'w', 'p', 'world']) {
    const value = present.get(name);
    if (value !== null) fields.set(name, value);
  }
  for (const [name, value] of Object.entries(address))
    if (value !== undefined) fields.set(name, String(value));
  return `#${fields.toString().replaceAll('%2F', '/')}`;
}

/** An address as a link to copy. */
export const fullAddress = (address: Address): string => new URL(writeAddress(address), location.href).href;

/** Goes where the page's address points, once the workbench is there and whenever the address changes. @returns the way out. */
export function followAddress(workbench: Workbench): () => void {
  const go = () => visit(workbench, readAddress(location.hash));
  let went = false;
  const stop = effect(() => {
    if (went || !workbench.ready.value) return;
    went = true;
    // After the panels have drawn what they now know.
    setTimeout(go);
  });
  addEventListener('hashchange', go);
  return () => {
    stop();
    removeEventListener('hashchange', go);
  };
}

function visit(workbench: Workbench, { file, line, table, revision, panel, type }: Address): void {
  if (file !== undefined) {
    showPanel('code');
    workbench.openFile(file, line);
  }
  if (table !== undefined) {
    showPanel('db');
    workbench.pointed.value = { table };
  }
  if (revision !== undefined) {
    showPanel('rev');
    const found = [...document.querySelectorAll<HTMLElement>('[data-revision]')].find((one) =>
      one.dataset.revision?.startsWith(revision),
    );
    found?.scrollIntoView({ block: 'nearest' });
    found?.querySelector('button')?.focus();
  }
  if (type !== undefined) {
    showPanel('term');
    workbench.type(type);
  }
  if (panel !== undefined) showPanel(panel);
}
