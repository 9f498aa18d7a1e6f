/** Which label of an Enum a value stands for. Answers to: Enum._db_value_for_lookup in sqlalchemy/sql/sqltypes.py. */
import { Raise } from '../../../machine.ts';
import type { SqlType } from '../../types/type.ts';
import { host } from '../host.ts';
import { valueKind } from './value-kind.ts';

/**
 * The label of an enumeration's member; a text that is none is left to the server, unless the type says otherwise.
 * @throws LookupError for anything else, TypeError for what has no hash
 */
export function enumLabel(value: unknown, type: SqlType): unknown {
  const labels = type.options.enums as readonly string[];
  const objects = (type.options.objects ?? labels) as readonly unknown[];
  const at = objects.indexOf(value);
  if (at >= 0) return labels[at];
  if (valueKind(value) === 'str') {
    if (labels.includes(value as string) || type.options.validate_strings !== true) return value;
  }
  host().evaluate('hash(it)', value);
  const enumClass = type.options.enum_class;
  const name = enumClass ? host().evaluate('it.__name__', enumClass) : type.options.name;
  throw new Raise('builtins.LookupError', [
    `'${host().str(value)}' is not among the defined enum values. Enum name: ${host().str(name ?? null)}. Possible values: ${shownLabels(labels)}`,
  ]);
}

function shownLabels(labels: readonly string[]): string {
  const cut = (label: string) => (label.length > 11 ? `${label.slice(0, 9)}..` : label);
  if (labels.length <= 4) return labels.map(cut).join(', ');
  return `${labels.slice(0, 3).map(cut).join(', ')}, ..., ${cut(labels.at(-1)!)}`;
}
