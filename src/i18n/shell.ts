/** The shell's own words in each language. Apart from the pages' dictionaries, since they travel with the engine. */
import { enShell } from './en/shell.ts';
import type { Language } from './index.ts';
import { koShell } from './ko/shell.ts';

export type ShellWords = typeof koShell;

/** The shell's words in a language. */
export const shellWordsOf = (language: Language): ShellWords => (language === 'ko' ? koShell : enShell);
