/** Operations that add a constraint, and the constraints they stand for. Answers to: alembic/operations/ops.py (AddConstraintOp). */
import { Raise } from '../../../machine.ts';

import type { ExcludeConstraint } from '../../../sqlalchemy/schema/constraints/exclude-constraint.ts';
import type {
  CheckConstraint,
  Constraint,
  ForeignKeyConstraint,
  PrimaryKeyConstraint,
  UniqueConstraint,
} from '../../../sqlalchemy/schema/index.ts';
import { givenName } from '../names.ts';
import type { OperationRecord } from '../operation.ts';
import type { SchemaObjects } from '../schema-objects.ts';
import {
  type CreateCheckConstraint,
  createCheckConstraintOf,
  toCheckConstraint,
} from './create-check-constraint.ts';
import {
  type CreateExcludeConstraint,
  createExcludeConstraintOf,
  toExcludeConstraint,
} from './create-exclude-constraint.ts';
import { type CreateForeignKey, createForeignKeyOf, toForeignKey } from './create-foreign-key.ts';
import { type CreatePrimaryKey, createPrimaryKeyOf, toPrimaryKey } from './create-primary-key.ts';
import {
  type CreateUniqueConstraint,
  createUniqueConstraintOf,
  toUniqueConstraint,
} from './create-unique-constraint.ts';
import { type DropConstraint, dropConstraintOf, tableFacts } from './drop-constraint.ts';

/** The operations of `AddConstraintOp`'s family. */
export type AddConstraint =
  | CreatePrimaryKey
  | CreateUniqueConstraint
  | CreateCheckConstraint
  | CreateForeignKey
  | CreateExcludeConstraint;

/** What `AddConstraintOp.from_constraint(constraint)` gives. */
export function addConstraintOf(constraint: Constraint): AddConstraint {
  switch (constraint.kind) {
    case 'primary-key-constraint':
      return createPrimaryKeyOf(constraint as PrimaryKeyConstraint);
    case 'unique-constraint':
      return createUniqueConstraintOf(constraint as UniqueConstraint);
    case 'check-constraint':
      return createCheckConstraintOf(constraint as CheckConstraint);
    case 'foreign-key-constraint':
      return createForeignKeyOf(constraint as ForeignKeyConstraint);
    case 'exclude-constraint':
      return createExcludeConstraintOf(constraint as ExcludeConstraint);
    case 'own-constraint':
      throw new Raise('builtins.ValueError', ["no dispatch function for object: 'constraint'"]);
  }
}

/** Alembic has no word for excluding constraints. */
const TYPE_NAMES: Readonly<Record<Constraint['kind'], string | null>> = {
  'primary-key-constraint': 'primary',
  'unique-constraint': 'unique',
  'check-constraint': 'check',
  'foreign-key-constraint': 'foreignkey',
  'exclude-constraint': null,
  'own-constraint': null,
};

/** What `DropConstraintOp.from_constraint(constraint)` gives. */
export function dropConstraintFor(constraint: Constraint): DropConstraint {
  const create = addConstraintOf(constraint);
  const facts = { constraintName: givenName(constraint), ...tableFacts(constraint) };
  return dropConstraintOf({ kind: create.kind, ...facts }, TYPE_NAMES[constraint.kind], create);
}

/** The constraint that an adding operation makes. */
export function constraintFrom(operation: OperationRecord, objects: SchemaObjects): Constraint {
  const known = operation as AddConstraint;
  switch (known.kind) {
    case 'create_primary_key':
      return toPrimaryKey(known, objects);
    case 'create_unique_constraint':
      return toUniqueConstraint(known, objects);
    case 'create_check_constraint':
      return toCheckConstraint(known, objects);
    case 'create_foreign_key':
      return toForeignKey(known, objects);
    case 'create_exclude_constraint':
      return toExcludeConstraint(known, objects);
  }
}
