/** Which way a relationship goes. Answers to: sqlalchemy/orm/base.py (RelationshipDirection). */
import { Raise } from '../../../../machine.ts';
import type { Interpreter } from '../../../../python/values/interpreter.ts';
import type { NativeModule } from '../../../../python/values/native/native.ts';
import type { Value } from '../../../../python/values/value.ts';
import { pythonModule } from '../../../library.ts';
import type { Relationship } from '../mapper/property.ts';

const SOURCE = String.raw`
import enum


class RelationshipDirection(enum.Enum):
    ONETOMANY = 1
    MANYTOONE = 2
    MANYTOMANY = 3


ONETOMANY, MANYTOONE, MANYTOMANY = RelationshipDirection
`;

const { names } = pythonModule('sqlalchemy.orm.base', SOURCE);

const NAMES = {
  'one-to-many': 'ONETOMANY',
  'many-to-one': 'MANYTOONE',
  'many-to-many': 'MANYTOMANY',
} as const;

/** The enum and its three members, as several modules of the ORM have them. */
export const directionNames: NativeModule['names'] = Object.fromEntries(
  ['RelationshipDirection', ...Object.values(NAMES)].map((name) => [
    name,
    (call: Interpreter) => names[name]!(call),
  ]),
);

/** `relationship.direction` @throws AttributeError before the mappers are configured */
export function directionOf(call: Interpreter, property: Relationship): Value {
  if (property.direction) return names[NAMES[property.direction]]!(call);
  throw new Raise('builtins.AttributeError', ["'_RelationshipDeclared' object has no attribute 'direction'"]);
}
