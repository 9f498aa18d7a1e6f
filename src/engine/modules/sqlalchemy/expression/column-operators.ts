/** Gives everything that stands for a value its operators and methods. Answers to: sqlalchemy/sql/operators.py (ColumnOperators). */
import { classOf } from '../../../python/values/classes/class-of.ts';
import { idOf } from '../../../python/values/containers/hash.ts';
import { PySet } from '../../../python/values/containers/set.ts';
import { attributeError, raise, typeError } from '../../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../../python/values/interpreter.ts';
import { fillNativeClass } from '../../../python/values/native/native.ts';
import type { NativeMethod } from '../../../python/values/native/spec.ts';
import { PyObject, type Value } from '../../../python/values/value.ts';
import {
  cast,
  collection,
  conjunction,
  distinctOf,
  label,
  modified,
} from '../../../sqlalchemy/expression/build.ts';
import type { Element } from '../../../sqlalchemy/expression/elements.ts';
import { typeOf } from '../../../sqlalchemy/expression/group.ts';
import { between, customOperation } from '../../../sqlalchemy/expression/operators/operate.ts';
import { within } from '../../../sqlalchemy/expression/operators/operate-in.ts';
import { negated, unary } from '../../../sqlalchemy/expression/operators/operate-not.ts';
import {
  collate,
  like,
  likeAround,
  match,
  regexpMatch,
  regexpReplace,
} from '../../../sqlalchemy/expression/operators/operate-text.ts';
import { TYPES } from '../../../sqlalchemy/expression/operators/type-rules.ts';
import { ABSTRACT_RANGE } from '../../../sqlalchemy/postgresql/types.ts';
import { parseSignature, REQUIRED } from '../../../stdlib/signature.ts';
import { columnElementClass, columnOperatorsClass } from '../bases.ts';
import { customElement } from '../compiler-extension.ts';
import { fillComparator, learnersComparator } from '../types/comparator-class.ts';
import { typeArgument } from '../types/type-class.ts';
import { BOOLEAN_VALUE } from './clause.ts';
import {
  ARITHMETIC,
  AROUND,
  arithmeticOf,
  around,
  BITS,
  COMPARISONS,
  comparison,
  customOperator,
  item,
  LIKES,
  MODIFIERS,
  method,
  operatorCall,
  textOrNull,
} from './operator-methods.ts';
import { ofType } from './type-operators.ts';

const NAMED: Readonly<Record<string, NativeMethod>> = {
  ...Object.fromEntries(Object.entries(COMPARISONS).map(([name, operator]) => [name, comparison(operator)])),
  ...Object.fromEntries(Object.entries(BITS).map(([name, operator]) => [name, arithmeticOf(operator)])),
  ...Object.fromEntries(
    Object.entries(ARITHMETIC).flatMap(([name, operator]) => [
      [`__${name}__`, arithmeticOf(operator)],
      [`__r${name}__`, arithmeticOf(operator, true)],
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(LIKES).map(([name, operator]) => [
      name,
      method('other, escape=None', (_call, self, other: Value, sign: Value) =>
        like(self, operator, other, textOrNull(sign)),
      ),
    ]),
  ),
  ...Object.fromEntries(Object.entries(AROUND).map(([name, operator]) => [name, around(operator)])),
  ...Object.fromEntries(
    Object.entries(MODIFIERS).map(([name, operator]) => [
      name,
      method('', (_call, self) => modified(operator, self)),
    ]),
  ),
};

/** `<<` and `>>` shift numbers; of ranges they ask which is left of the other. */
const shifted = (self: Element, symbol: string, other: Value) =>
  customOperation(self, { symbol, precedence: 7, isComparison: typeOf(self).is(ABSTRACT_RANGE) }, other);

const OTHERS: Readonly<Record<string, NativeMethod>> = {
  __and__: method('other', (_call, self, other: Value) => conjunction('and', [self, other])),
  __or__: method('other', (_call, self, other: Value) => conjunction('or', [self, other])),
  __invert__: method('', (_call, self) => negated(self)),
  __neg__: method('', (_call, self) => unary('neg', self)),
  __lshift__: method('other', (_call, self, other: Value) => shifted(self, '<<', other)),
  __rshift__: method('other', (_call, self, other: Value) => shifted(self, '>>', other)),
  __getitem__: method('index', item),
  __contains__: method('other', () => {
    throw raise('NotImplementedError', "Operator 'contains' is not supported on this expression");
  }),
  bitwise_not: method('', (_call, self) => unary('bitwise-not', self)),
  in_: method('other', (_call, self, other: Value) => within(self, 'in', other)),
  not_in: method('other', (_call, self, other: Value) => within(self, 'not-in', other)),
  notin_: method('other', (_call, self, other: Value) => within(self, 'not-in', other)),
  between: method(
    'cleft, cright, symmetric=False',
    (_call, self, low: Value, high: Value, symmetric: Value) => between(self, low, high, symmetric === true),
  ),
  contains: method(
    'other, escape=None, autoescape=False, **kw',
    (call, self, other: Value, sign: Value, autoescape: Value) =>
      ofType(call, self, 'contains', [other]) ??
      likeAround(self, 'contains', other, textOrNull(sign), autoescape === true),
  ),
  match: method('other, **kwargs', (_call, self, other: Value, options: Map<string, Value>) =>
    match(self, other, Object.fromEntries(options)),
  ),
  regexp_match: method('pattern, flags=None', (_call, self, pattern: Value, flags: Value) =>
    regexpMatch(self, 'regexp-match', pattern, flags),
  ),
  regexp_replace: method(
    'pattern, replacement, flags=None',
    (_call, self, pattern: Value, replacement: Value, flags: Value) =>
      regexpReplace(self, pattern, replacement, flags),
  ),
  collate: method('collation', (_call, self, name: string) => collate(self, name)),
  distinct: method('', (_call, self) => distinctOf(self)),
  any_: method('', (_call, self) => collection('ANY', self)),
  all_: method('', (_call, self) => collection('ALL', self)),
  op: method(
    'opstring, precedence=0, is_comparison=False, return_type=None, python_impl=None',
    customOperator,
  ),
  bool_op: method(
    'opstring, precedence=0, python_impl=None',
    (_call, self, symbol: string, precedence: Value) =>
      operatorCall(self, {
        symbol,
        precedence: Number(precedence),
        isComparison: true,
        returnType: TYPES.boolean,
      }),
  ),
};

/** What stands for an instance of a learner's own clause; any other element is its own. */
const elementOf = (self: Element): Element => (self instanceof PyObject ? customElement(self) : self);

/** What operators say by name to a comparator, also where they were not told it. */
const SAID = new Set(['symmetric', 'escape']);

/** The operands by place, and what is said by name. */
function handedOn(signature: string, bound: readonly Value[]): [Value[], Map<string, Value>] {
  const { parameters, defaults } = parseSignature(signature);
  const operands: Value[] = [];
  const said = new Map<string, Value>();
  parameters.forEach(({ name, kind }, at) => {
    const value = bound[at] ?? null;
    if (kind.startsWith('positional') && defaults[at] === REQUIRED) operands.push(value);
    else if (SAID.has(name)) said.set(name, value);
  });
  return [operands, said];
}

/** Operators that the comparator of a learner's own type may give another meaning. */
const overridable = ([name, [signature, code]]: [string, NativeMethod]): [string, NativeMethod] => [
  name,
  [
    signature,
    (call, given: Element, ...bound: never[]) => {
      const self = elementOf(given);
      const comparator = learnersComparator(call, self);
      if (comparator === undefined) return (code as (...all: unknown[]) => Value)(call, self, ...bound);
      const [operands, said] = handedOn(signature, bound);
      return call.call(call.getAttribute(comparator, name)!, operands, said);
    },
  ],
];

fillComparator({ ...NAMED, ...OTHERS });
fillNativeClass(columnOperatorsClass, {
  methods: Object.fromEntries(Object.entries({ ...NAMED, ...OTHERS }).map(overridable)),
  hash: (self: never) => idOf(self),
});

/** `bool(a == b)` compares the two sides' identity: sets and lists of columns need it. */
function truthOf(self: Element): boolean {
  if (self.kind === 'binary' && (self.operator === 'eq' || self.operator === 'ne')) {
    return (self.left === self.right) === (self.operator === 'eq');
  }
  throw typeError(BOOLEAN_VALUE);
}

fillNativeClass(columnElementClass, {
  methods: {
    label: method('name', (_call, self, name: Value) => label(textOrNull(name), elementOf(self))),
    cast: method('type_', (call, self, type: Value) => cast(elementOf(self), typeArgument(call, type)!)),
    shares_lineage: method('othercolumn', (_call, self, other: Element) => self === other),
  },
  getters: {
    type: (self: Element) => typeOf(self) as Value,
    expression: (self: Element) => self as Value,
    comparator: (self: Element) => self as Value,
    key: (self: Element) => ('key' in self ? (self.key as Value) : null),
    foreign_keys: () => new PySet(),
    primary_key: () => false,
    anon_label: (self: Element) => label(null, self) as Value,
  },
  bool: truthOf as never,
  getattr: (self: Element, name, call) => typeMethod(call, self, name),
});

/** Methods that only some types have: `astext`, `has_key`, `overlap`. */
function typeMethod(call: Interpreter, self: Element, name: string): Value | undefined {
  const found = ofType(call, self, name, undefined);
  if (found !== undefined) return found;
  const comparator = learnersComparator(call, self);
  if (comparator !== undefined && classOf(comparator).lookup(name) !== undefined)
    return call.getAttribute(comparator, name);
  const asked = comparator === undefined ? 'Comparator' : classOf(comparator).name;
  throw attributeError(
    `Neither '${classOf(self as Value).name}' object nor '${asked}' object has an attribute '${name}'`,
    self as Value,
    name,
  );
}
