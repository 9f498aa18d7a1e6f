/** Operators of text. */
import { Raise } from '../../../machine.ts';
import { MATCH_TYPE, STRING } from '../../types/index.ts';
import { SqlType } from '../../types/type.ts';
import { list } from '../build.ts';
import type { Element } from '../elements.ts';
import { typeOf } from '../group.ts';
import { beside, binary } from './operate.ts';
import { OPERATORS, type OperatorName } from './operators.ts';
import { TYPES } from './type-rules.ts';

/** `like`, `ilike` and their negations. */
export function like(left: Element, operator: OperatorName, value: unknown, sign: string | null): Element {
  return binary(left, operator, beside(left, operator, value), {
    negate: OPERATORS[operator].negate,
    modifiers: sign === null ? {} : { escape: sign },
  });
}

/** `contains`, `startswith`, `endswith` and their i-forms. */
export function likeAround(
  left: Element,
  operator: OperatorName,
  value: unknown,
  sign: string | null,
  autoescape: boolean,
): Element {
  let sought = value;
  let mark = sign;
  if (autoescape) {
    if (typeof value !== 'string')
      throw new Raise('builtins.TypeError', ['String value expected when autoescape=True']);
    mark ??= '/';
    sought = value;
    if (mark !== '%' && mark !== '_') sought = (sought as string).replaceAll(mark, mark + mark);
    sought = (sought as string).replaceAll('%', `${mark}%`).replaceAll('_', `${mark}_`);
  }
  return like(left, operator, sought, mark);
}

/** `column.regexp_match(pattern, flags)` */
export function regexpMatch(left: Element, operator: OperatorName, value: unknown, flags: unknown): Element {
  return binary(left, operator, beside(left, operator, value), {
    negate: OPERATORS[operator].negate,
    type: TYPES.null,
    modifiers: flags === null ? {} : { flags },
  });
}

/** `column.regexp_replace(pattern, replacement, flags)` */
export function regexpReplace(
  left: Element,
  pattern: unknown,
  replacement: unknown,
  flags: unknown,
): Element {
  const parts = list(
    'comma',
    [beside(left, 'regexp-replace', pattern), beside(left, 'regexp-replace', replacement)],
    false,
  );
  return binary(left, 'regexp-replace', parts, {
    type: TYPES.null,
    modifiers: flags === null ? {} : { flags },
  });
}

/** `x.match(…)` */
export function match(left: Element, value: unknown, options: Readonly<Record<string, unknown>>): Element {
  return binary(left, 'match', beside(left, 'match', value), {
    negate: 'not-match',
    type: new SqlType(MATCH_TYPE),
    modifiers: options,
  });
}

/** `x.collate(name)` */
export function collate(left: Element, name: string): Element {
  const own = typeOf(left);
  const type = own.is(STRING) ? own.copy({ ...own.options, collation: name }) : own;
  return binary(left, 'collate', { kind: 'collation', name, type: TYPES.null }, { type });
}
