/** Which options of an IDENTITY differ. Answers to: alembic/ddl/impl.py (_compare_identity_default), postgresql.py. */
import { Identity } from '../../sqlalchemy/schema/index.ts';

const COUNTED = [
  'cache',
  'cycle',
  'increment',
  'maxvalue',
  'minvalue',
  'nomaxvalue',
  'nominvalue',
  'start',
] as const;

export type IdentityOption = 'always' | (typeof COUNTED)[number];

/** All that the model says, where there is nothing to compare it with. @param wanted null: the IDENTITY goes */
export const givenIdentityOptions = (wanted: Identity | null): IdentityOption[] =>
  wanted ? changedIdentityOptions(wanted, new Identity()) : [];

/** Sorted. What the model leaves out is not compared, except `always`; `on_null` and `order` mean nothing here. */
export function changedIdentityOptions(wanted: Identity, existing: Identity): IdentityOption[] {
  const changed = COUNTED.filter((option) => {
    const value = wanted.options[option];
    return value !== null && !same(value, existing.options[option]);
  });
  return Boolean(wanted.always) === Boolean(existing.always) ? changed : ['always', ...changed];
}

/** Integers may be numbers or bigints. */
const same = (a: unknown, b: unknown): boolean =>
  typeof a === 'bigint' || typeof b === 'bigint' ? String(a) === String(b) : a === b;
