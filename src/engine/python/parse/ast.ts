/**
 * The syntax tree of Python 3.11: the node and field names of CPython's `ast` module, as plain data that nobody changes
 * after parsing. Differences, all needed by the host language: `kind` names the node type (so `Constant` has
 * `unicodePrefix` where CPython has `kind`), `None` among optional fields is null, operators and contexts are strings.
 * Lines start at 1 and columns at 0; columns count characters (code points), not UTF-8 bytes as CPython does.
 * Above 300 lines because it is one table: the nodes of the grammar, and the unions that make the compiler ask for every kind.
 */
import type { Complex } from '../../stdlib/complex.ts';
import type { Float } from '../../stdlib/float.ts';

/** Where a node stands in its file. */
export interface Position {
  readonly lineno: number;
  readonly col_offset: number;
  readonly end_lineno: number;
  readonly end_col_offset: number;
}

interface Node<Kind extends string> extends Position {
  readonly kind: Kind;
}

/** The value of the literal `...`. */
export const ELLIPSIS: unique symbol = Symbol('Ellipsis');

export type ConstantValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | Float
  | Complex
  | Uint8Array
  | typeof ELLIPSIS;

export type BinaryOperator =
  | 'Add'
  | 'Sub'
  | 'Mult'
  | 'MatMult'
  | 'Div'
  | 'Mod'
  | 'Pow'
  | 'LShift'
  | 'RShift'
  | 'BitOr'
  | 'BitXor'
  | 'BitAnd'
  | 'FloorDiv';
export type UnaryOperator = 'Invert' | 'Not' | 'UAdd' | 'USub';
export type ComparisonOperator =
  | 'Eq'
  | 'NotEq'
  | 'Lt'
  | 'LtE'
  | 'Gt'
  | 'GtE'
  | 'Is'
  | 'IsNot'
  | 'In'
  | 'NotIn';
export type BooleanOperator = 'And' | 'Or';
export type Context = 'Load' | 'Store' | 'Del';

export interface Module {
  readonly kind: 'Module';
  readonly body: readonly Stmt[];
}

/** What `eval` compiles. */
export interface Expression {
  readonly kind: 'Expression';
  readonly body: Expr;
}

export interface FunctionDef extends Node<'FunctionDef'> {
  readonly name: string;
  readonly args: Arguments;
  readonly body: readonly Stmt[];
  readonly decorator_list: readonly Expr[];
  readonly returns: Expr | null;
}
export interface AsyncFunctionDef extends Node<'AsyncFunctionDef'> {
  readonly name: string;
  readonly args: Arguments;
  readonly body: readonly Stmt[];
  readonly decorator_list: readonly Expr[];
  readonly returns: Expr | null;
}
export interface ClassDef extends Node<'ClassDef'> {
  readonly name: string;
  readonly bases: readonly Expr[];
  readonly keywords: readonly Keyword[];
  readonly body: readonly Stmt[];
  readonly decorator_list: readonly Expr[];
}
export interface Return extends Node<'Return'> {
  readonly value: Expr | null;
}
export interface Delete extends Node<'Delete'> {
  readonly targets: readonly Expr[];
}
export interface Assign extends Node<'Assign'> {
  readonly targets: readonly Expr[];
  readonly value: Expr;
}
export interface AugAssign extends Node<'AugAssign'> {
  readonly target: Name | Attribute | Subscript;
  readonly op: BinaryOperator;
  readonly value: Expr;
}
export interface AnnAssign extends Node<'AnnAssign'> {
  readonly target: Name | Attribute | Subscript;
  readonly annotation: Expr;
  readonly value: Expr | null;
  /** 1 where the target is a name without parentheses. */
  readonly simple: 0 | 1;
}
export interface For extends Node<'For'> {
  readonly target: Expr;
  readonly iter: Expr;
  readonly body: readonly Stmt[];
  readonly orelse: readonly Stmt[];
}
export interface AsyncFor extends Node<'AsyncFor'> {
  readonly target: Expr;
  readonly iter: Expr;
  readonly body: readonly Stmt[];
  readonly orelse: readonly Stmt[];
}
export interface While extends Node<'While'> {
  readonly test: Expr;
  readonly body: readonly Stmt[];
  readonly orelse: readonly Stmt[];
}
export interface If extends Node<'If'> {
  readonly test: Expr;
  readonly body: readonly Stmt[];
  readonly orelse: readonly Stmt[];
}
export interface With extends Node<'With'> {
  readonly items: readonly WithItem[];
  readonly body: readonly Stmt[];
}
export interface AsyncWith extends Node<'AsyncWith'> {
  readonly items: readonly WithItem[];
  readonly body: readonly Stmt[];
}
export interface Match extends Node<'Match'> {
  readonly subject: Expr;
  readonly cases: readonly MatchCase[];
}
export interface Raise extends Node<'Raise'> {
  readonly exc: Expr | null;
  readonly cause: Expr | null;
}
export interface Try extends Node<'Try'> {
  readonly body: readonly Stmt[];
  readonly handlers: readonly ExceptHandler[];
  readonly orelse: readonly Stmt[];
  readonly finalbody: readonly Stmt[];
}
/** `try` with `except*`. */
export interface TryStar extends Node<'TryStar'> {
  readonly body: readonly Stmt[];
  readonly handlers: readonly ExceptHandler[];
  readonly orelse: readonly Stmt[];
  readonly finalbody: readonly Stmt[];
}
export interface Assert extends Node<'Assert'> {
  readonly test: Expr;
  readonly msg: Expr | null;
}
export interface Import extends Node<'Import'> {
  readonly names: readonly Alias[];
}
export interface ImportFrom extends Node<'ImportFrom'> {
  readonly module: string | null;
  readonly names: readonly Alias[];
  readonly level: number;
}
export interface Global extends Node<'Global'> {
  readonly names: readonly string[];
}
export interface Nonlocal extends Node<'Nonlocal'> {
  readonly names: readonly string[];
}
/** An expression as a statement. */
export interface ExprStmt extends Node<'Expr'> {
  readonly value: Expr;
}
export type Pass = Node<'Pass'>;
export type Break = Node<'Break'>;
export type Continue = Node<'Continue'>;

export type Stmt =
  | FunctionDef
  | AsyncFunctionDef
  | ClassDef
  | Return
  | Delete
  | Assign
  | AugAssign
  | AnnAssign
  | For
  | AsyncFor
  | While
  | If
  | With
  | AsyncWith
  | Match
  | Raise
  | Try
  | TryStar
  | Assert
  | Import
  | ImportFrom
  | Global
  | Nonlocal
  | ExprStmt
  | Pass
  | Break
  | Continue;

export interface BoolOp extends Node<'BoolOp'> {
  readonly op: BooleanOperator;
  readonly values: readonly Expr[];
}
export interface NamedExpr extends Node<'NamedExpr'> {
  readonly target: Name;
  readonly value: Expr;
}
export interface BinOp extends Node<'BinOp'> {
  readonly left: Expr;
  readonly op: BinaryOperator;
  readonly right: Expr;
}
export interface UnaryOp extends Node<'UnaryOp'> {
  readonly op: UnaryOperator;
  readonly operand: Expr;
}
export interface Lambda extends Node<'Lambda'> {
  readonly args: Arguments;
  readonly body: Expr;
}
export interface IfExp extends Node<'IfExp'> {
  readonly test: Expr;
  readonly body: Expr;
  readonly orelse: Expr;
}
export interface Dict extends Node<'Dict'> {
  /** null where the value is unpacked with `**`. */
  readonly keys: readonly (Expr | null)[];
  readonly values: readonly Expr[];
}
export interface SetExpr extends Node<'Set'> {
  readonly elts: readonly Expr[];
}
export interface ListComp extends Node<'ListComp'> {
  readonly elt: Expr;
  readonly generators: readonly Comprehension[];
}
export interface SetComp extends Node<'SetComp'> {
  readonly elt: Expr;
  readonly generators: readonly Comprehension[];
}
export interface DictComp extends Node<'DictComp'> {
  readonly key: Expr;
  readonly value: Expr;
  readonly generators: readonly Comprehension[];
}
export interface GeneratorExp extends Node<'GeneratorExp'> {
  readonly elt: Expr;
  readonly generators: readonly Comprehension[];
}
export interface Await extends Node<'Await'> {
  readonly value: Expr;
}
export interface Yield extends Node<'Yield'> {
  readonly value: Expr | null;
}
export interface YieldFrom extends Node<'YieldFrom'> {
  readonly value: Expr;
}
export interface Compare extends Node<'Compare'> {
  readonly left: Expr;
  readonly ops: readonly ComparisonOperator[];
  readonly comparators: readonly Expr[];
}
export interface Call extends Node<'Call'> {
  readonly func: Expr;
  readonly args: readonly Expr[];
  readonly keywords: readonly Keyword[];
}
export interface FormattedValue extends Node<'FormattedValue'> {
  readonly value: Expr;
  /** Code of the character after "!" (115, 114, 97), or -1. */
  readonly conversion: number;
  readonly format_spec: JoinedStr | null;
}
export interface JoinedStr extends Node<'JoinedStr'> {
  readonly values: readonly Expr[];
}
export interface Constant extends Node<'Constant'> {
  readonly value: ConstantValue;
  /** Written as `u'…'`. */
  readonly unicodePrefix: boolean;
}
export interface Attribute extends Node<'Attribute'> {
  readonly value: Expr;
  readonly attr: string;
  readonly ctx: Context;
}
export interface Subscript extends Node<'Subscript'> {
  readonly value: Expr;
  readonly slice: Expr;
  readonly ctx: Context;
}
export interface Starred extends Node<'Starred'> {
  readonly value: Expr;
  readonly ctx: Context;
}
export interface Name extends Node<'Name'> {
  readonly id: string;
  readonly ctx: Context;
}
export interface List extends Node<'List'> {
  readonly elts: readonly Expr[];
  readonly ctx: Context;
}
export interface Tuple extends Node<'Tuple'> {
  readonly elts: readonly Expr[];
  readonly ctx: Context;
}
export interface Slice extends Node<'Slice'> {
  readonly lower: Expr | null;
  readonly upper: Expr | null;
  readonly step: Expr | null;
}

export type Expr =
  | BoolOp
  | NamedExpr
  | BinOp
  | UnaryOp
  | Lambda
  | IfExp
  | Dict
  | SetExpr
  | ListComp
  | SetComp
  | DictComp
  | GeneratorExp
  | Await
  | Yield
  | YieldFrom
  | Compare
  | Call
  | FormattedValue
  | JoinedStr
  | Constant
  | Attribute
  | Subscript
  | Starred
  | Name
  | List
  | Tuple
  | Slice;

export interface Comprehension {
  readonly kind: 'comprehension';
  readonly target: Expr;
  readonly iter: Expr;
  readonly ifs: readonly Expr[];
  readonly is_async: 0 | 1;
}
export interface ExceptHandler extends Node<'ExceptHandler'> {
  readonly type: Expr | null;
  readonly name: string | null;
  readonly body: readonly Stmt[];
}
export interface Arguments {
  readonly kind: 'arguments';
  readonly posonlyargs: readonly Arg[];
  readonly args: readonly Arg[];
  readonly vararg: Arg | null;
  readonly kwonlyargs: readonly Arg[];
  /** One a keyword-only argument; null where it has no default. */
  readonly kw_defaults: readonly (Expr | null)[];
  readonly kwarg: Arg | null;
  /** Of the last positional arguments. */
  readonly defaults: readonly Expr[];
}
export interface Arg extends Node<'arg'> {
  readonly arg: string;
  readonly annotation: Expr | null;
}
export interface Keyword extends Node<'keyword'> {
  /** null for `**mapping`. */
  readonly arg: string | null;
  readonly value: Expr;
}
export interface Alias extends Node<'alias'> {
  readonly name: string;
  readonly asname: string | null;
}
export interface WithItem {
  readonly kind: 'withitem';
  readonly context_expr: Expr;
  readonly optional_vars: Expr | null;
}
export interface MatchCase {
  readonly kind: 'match_case';
  readonly pattern: Pattern;
  readonly guard: Expr | null;
  readonly body: readonly Stmt[];
}

export interface MatchValue extends Node<'MatchValue'> {
  readonly value: Expr;
}
export interface MatchSingleton extends Node<'MatchSingleton'> {
  readonly value: null | boolean;
}
export interface MatchSequence extends Node<'MatchSequence'> {
  readonly patterns: readonly Pattern[];
}
export interface MatchMapping extends Node<'MatchMapping'> {
  readonly keys: readonly Expr[];
  readonly patterns: readonly Pattern[];
  readonly rest: string | null;
}
export interface MatchClass extends Node<'MatchClass'> {
  readonly cls: Expr;
  readonly patterns: readonly Pattern[];
  readonly kwd_attrs: readonly string[];
  readonly kwd_patterns: readonly Pattern[];
}
export interface MatchStar extends Node<'MatchStar'> {
  readonly name: string | null;
}
export interface MatchAs extends Node<'MatchAs'> {
  readonly pattern: Pattern | null;
  readonly name: string | null;
}
export interface MatchOr extends Node<'MatchOr'> {
  readonly patterns: readonly Pattern[];
}
export type Pattern =
  | MatchValue
  | MatchSingleton
  | MatchSequence
  | MatchMapping
  | MatchClass
  | MatchStar
  | MatchAs
  | MatchOr;
