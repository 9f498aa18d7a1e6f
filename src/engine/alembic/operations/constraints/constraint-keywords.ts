/** Keywords of an operation that become options of a constraint. Answers to: alembic/operations/schemaobj.py. */
import { Raise } from '../../../machine.ts';
import { acceptOptions } from '../../../sqlalchemy/schema/accept-options.ts';
import {
  CheckConstraint,
  type Constraint,
  ForeignKeyConstraint,
  PrimaryKeyConstraint,
  UniqueConstraint,
} from '../../../sqlalchemy/schema/index.ts';
import type { GivenName } from '../operation.ts';

export type Keywords = ReadonlyMap<string, unknown>;

/** A TypeError to throw. */
export const typeError = (message: string): Raise => new Raise('builtins.TypeError', [message]);

/** A name that the real tool looks up in a dict. @throws TypeError for a list */
export function hashable<T>(name: T): T {
  if (Array.isArray(name)) throw typeError("unhashable type: 'list'");
  return name;
}

export const GENERIC: Readonly<Record<string, (name: GivenName) => Constraint>> = {
  foreignkey: (name) => new ForeignKeyConstraint([], [], { name }),
  primary: (name) => new PrimaryKeyConstraint([], { name }),
  unique: (name) => new UniqueConstraint([], { name }),
  check: (name) => new CheckConstraint('', { name }),
};

/** `deferrable`, `initially` and the dialects' options of a constraint. @throws TypeError for others */
export function constraintOptions(kw: Keywords, owner: string) {
  const rest = new Map(kw);
  const taken = (name: string): unknown => {
    const value = rest.get(name) ?? null;
    rest.delete(name);
    return value;
  };
  return {
    deferrable: taken('deferrable') as boolean | null,
    initially: taken('initially') as string | null,
    comment: taken('comment') as string | null,
    info: taken('info'),
    dialectOptions: acceptOptions(rest, owner),
  };
}

/** The keywords that make the same constraint again. */
export function constraintKeywords(constraint: Constraint): Map<string, unknown> {
  const kw = new Map<string, unknown>();
  if (constraint instanceof ForeignKeyConstraint) {
    if (constraint.onupdate) kw.set('onupdate', constraint.onupdate);
    if (constraint.ondelete) kw.set('ondelete', constraint.ondelete);
  }
  if (constraint.initially) kw.set('initially', constraint.initially);
  if (constraint.deferrable) kw.set('deferrable', constraint.deferrable);
  if (constraint instanceof ForeignKeyConstraint) {
    if (constraint.useAlter) kw.set('use_alter', true);
    if (constraint.match) kw.set('match', constraint.match);
  }
  for (const [name, value] of constraint.dialectOptions) kw.set(name, value);
  return kw;
}
