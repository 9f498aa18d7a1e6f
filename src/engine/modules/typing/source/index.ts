/** The part of `typing` that is written in Python. */
import { HINTS } from './hints.ts';
import { PROTOCOLS } from './protocols.ts';
import { RECORDS } from './records.ts';

export const TYPING_SOURCE = HINTS + PROTOCOLS + RECORDS;
