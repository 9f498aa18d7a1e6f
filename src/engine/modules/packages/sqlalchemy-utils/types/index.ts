/** Column types. Answers to: sqlalchemy_utils/types. A type that needs another package says so where that is not installed. */
import { ENCRYPTED } from './encrypted.ts';
import { OTHER_PACKAGES } from './packages.ts';
import { PLAIN } from './plain.ts';

export const TYPES_SOURCE = PLAIN + OTHER_PACKAGES + ENCRYPTED;
