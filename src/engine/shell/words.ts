/** What the shell itself says to the learner, in the language that the machine speaks. */
import { type ShellWords, shellWordsOf } from '../../i18n/shell.ts';
import type { Machine } from '../machine.ts';

/** The words in the language of a machine; English where it names none. */
export const shellWords = ({ language }: Machine): ShellWords => shellWordsOf(language ?? 'en');
