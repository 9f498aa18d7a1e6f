/** What a page tells its workbench. */
import type { Language } from '../i18n/index.ts';
import type { Journal, MachineStart, Step } from '../session/journal/journal.ts';
import type { Refusal } from '../session/journal/share-link.ts';

export interface WorkbenchOptions {
  readonly language: Language;
  /** Names the workspace in storage: "lesson/workflow/add-columns". */
  readonly key: string;
  /** The project's files before the setup. */
  readonly files: Readonly<Record<string, string>>;
  readonly machine: MachineStart;
  /** 32 hex digits, where every random byte comes from. */
  readonly seed: string;
  /** Steps that are done before the learner begins: not on the timeline, not undone. */
  readonly setup: readonly Step[];
  /** Files that are open at first. */
  readonly open: readonly string[];
  /** Commands offered beside the prompt. */
  readonly chips: readonly string[];
  /** A workspace that came by a link or a file: opened instead of the page's own, which stays as it is. */
  readonly shared?: Journal;
  /** Where `shared` came from; a link unless told. */
  readonly source?: 'link' | 'project';
  /** Name of the world, where the page has none of its own. */
  readonly title?: string;
  /** Why a link or file was not opened. */
  readonly refused?: Refusal;
}
