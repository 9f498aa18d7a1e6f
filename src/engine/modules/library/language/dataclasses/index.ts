/** `dataclasses`. Answers to: CPython 3.11's dataclasses. */
import { pythonModule } from '../../../library.ts';
import { DECORATOR } from './decorator.ts';
import { FIELDS } from './fields.ts';
import { METHODS } from './methods.ts';
import { TOOLS } from './tools.ts';

export const dataclassesModule = pythonModule('dataclasses', FIELDS + METHODS + DECORATOR + TOOLS);
