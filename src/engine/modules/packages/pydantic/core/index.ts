/** Errors and the validation of values. Answers to: pydantic_core. */
import { CHECK } from './check.ts';
import { CONTAINERS } from './containers.ts';
import { DURATIONS } from './durations.ts';
import { ERRORS } from './errors.ts';
import { VALUES } from './values.ts';

export const CORE_SOURCE = ERRORS + DURATIONS + VALUES + CONTAINERS + CHECK;
