/** `type.python_type`. */
import { TYPE_DECORATOR } from '../../../sqlalchemy/types/base.ts';
import type { TypeDefinition } from '../../../sqlalchemy/types/definition.ts';
import { BOOLEAN, INTEGER, NUMERIC } from '../../../sqlalchemy/types/number.ts';
import { ARRAY, ENUM, JSON_TYPE, UUID_TYPE } from '../../../sqlalchemy/types/structured.ts';
import { ABSTRACT_INTERVAL, DATE, DATETIME, TIME } from '../../../sqlalchemy/types/temporal.ts';
import { ANY_BINARY, STRING } from '../../../sqlalchemy/types/text.ts';
import type { SqlType } from '../../../sqlalchemy/types/type.ts';

const NAMES: readonly (readonly [TypeDefinition, string])[] = [
  [STRING, 'builtins.str'],
  [INTEGER, 'builtins.int'],
  [BOOLEAN, 'builtins.bool'],
  [DATE, 'datetime.date'],
  [DATETIME, 'datetime.datetime'],
  [TIME, 'datetime.time'],
  [ABSTRACT_INTERVAL, 'datetime.timedelta'],
  [ANY_BINARY, 'builtins.bytes'],
  [ARRAY, 'builtins.list'],
  [JSON_TYPE, 'builtins.dict'],
];

/** The dotted name of the Python type of a column type's values; undefined where SQLAlchemy names none. */
export function pythonTypeName(type: SqlType): string | undefined {
  if (type.is(TYPE_DECORATOR) && !type.is(ABSTRACT_INTERVAL)) return undefined;
  if (type.is(NUMERIC)) return type.options.asdecimal === true ? 'decimal.Decimal' : 'builtins.float';
  if (type.is(UUID_TYPE)) return type.options.as_uuid === false ? 'builtins.str' : 'uuid.UUID';
  if (type.is(ENUM) && type.options.enum_class) return 'enum.Enum';
  return NAMES.find(([definition]) => type.is(definition))?.[1];
}
