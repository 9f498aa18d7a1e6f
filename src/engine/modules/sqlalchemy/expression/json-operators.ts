/** `document['key']` and what may follow it. Answers to: sqlalchemy/sql/sqltypes.py (JSON.Comparator), dialects/postgresql/json.py. */

import { bindparam } from '../../../sqlalchemy/expression/build.ts';
import { clauseOf } from '../../../sqlalchemy/expression/coerce.ts';
import type { BinaryExpression, Element } from '../../../sqlalchemy/expression/elements.ts';
import { group, typeOf } from '../../../sqlalchemy/expression/group.ts';
import { host } from '../../../sqlalchemy/expression/host.ts';
import { against, type OperatorName } from '../../../sqlalchemy/expression/operators/operators.ts';
import { typeOfValue } from '../../../sqlalchemy/expression/operators/type-rules.ts';
import { JSONPATH } from '../../../sqlalchemy/postgresql/types.ts';
import { TEXT } from '../../../sqlalchemy/types/text.ts';
import { SqlType } from '../../../sqlalchemy/types/type.ts';

const HSTORE_ITEM = { symbol: '->', precedence: 5, isComparison: false };

/** `x['a']`, `x[1]`, `x[('a', 'b')]` */
export function jsonItem(left: Element, index: unknown): Element {
  const type = typeOf(left);
  const path = typeof index === 'string' ? undefined : host().items(index);
  const operator: OperatorName = path ? 'json-path-getitem' : 'json-getitem';
  const right = clauseOf(index) ?? keyBind(left, index, path ? new SqlType(JSONPATH) : typeOfValue(index));
  if (type.definition.name === 'HSTORE') {
    return {
      kind: 'binary',
      operator: 'custom',
      left: group(left, against('custom', 5)),
      right,
      type: (type.options.text_type as SqlType | null) ?? new SqlType(TEXT),
      modifiers: {},
      custom: HSTORE_ITEM,
    };
  }
  return {
    kind: 'binary',
    operator,
    left: group(left, against(operator)),
    right: group(right, against(operator)),
    type,
    modifiers: {},
  };
}

function keyBind(left: Element, value: unknown, type: SqlType): Element {
  const key = left.kind === 'column' || left.kind === 'column-clause' ? left.key : null;
  return bindparam(key, value, { unique: true, type });
}

/** `x['a'].astext` */
export function asText(item: BinaryExpression): Element {
  const symbol = item.operator === 'json-path-getitem' ? '#>>' : '->>';
  return {
    ...item,
    left: group(item.left, against('custom', 15)),
    operator: 'custom',
    type: (typeOf(item).options.astext_type as SqlType | null | undefined) ?? new SqlType(TEXT),
    custom: { symbol, precedence: 15, isComparison: false, eager: true },
  };
}

/** `x['a'].as_integer()`: the same item with another type. */
export const asType = (item: BinaryExpression, type: SqlType): Element => ({ ...item, type });
