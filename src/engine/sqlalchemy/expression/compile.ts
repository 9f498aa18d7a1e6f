/**
 * The compiler's entry points.
 * Answers to: sqlalchemy/sql/compiler.py (SQLCompiler), dialects/postgresql/base.py (PGCompiler).
 */
import { Raise } from '../../machine.ts';
import { MAX_IDENTIFIER, quoteIdentifier } from '../postgresql/identifiers.ts';
import type { Compiled, CompileOptions } from './compiled.ts';
import type { Delete, Insert, Statement, Update } from './dml/statements.ts';
import type { AnonymousName, BindParameter, Element } from './elements.ts';
import { host } from './host.ts';
import { isFrom } from './select/columns.ts';
import type { CompoundSelect, FromClause, Select, TextualSelect } from './select/selectables.ts';
import { mark, numbered } from './write/numbered-parameters.ts';
import { noteTextual } from './write/result-labels.ts';
import { bindCast, bindExpression } from './write/write-bind.ts';
import { writeCompound } from './write/write-compound.ts';
import { cteHead } from './write/write-cte.ts';
import { deleteSql, insertSql, updateSql } from './write/write-dml.ts';
import { ELEMENT_WRITERS } from './write/write-element.ts';
import { writeFrom } from './write/write-from.ts';
import { writeSelect } from './write/write-select.ts';
import type { Place, Writer } from './write/writer.ts';

export type { Statement };

/**
 * Compiles a statement or an expression.
 * @throws Raise sqlalchemy.exc.CompileError and its kin
 */
export function compile(statement: Statement, options: CompileOptions = {}): Compiled {
  const names = new Names();
  const writer = makeWriter(options, names);
  const body = writer.write(statement);
  const template = cteHead(writer) + body;
  const sql = numbered(template);
  const params = new Map<string, unknown>();
  for (const [name, bind] of writer.binds) params.set(name, bind.value === undefined ? null : bind.value);
  return {
    kind: 'compiled',
    sql,
    template,
    params,
    binds: writer.binds,
    resultColumns: writer.resultColumns,
    returnsRows: writer.resultColumns.length > 0 || returnsRows(statement),
    statement,
    columnBinds: writer.columnBinds,
    generated: writer.generated,
    valuesRow: writer.valuesRow,
    hasCacheKey: writer.hasCacheKey,
    options: writer.options,
  };
}

/** The text of an expression inside DDL: literal values, columns without their table. */
export function ddlText(expression: Element, options: CompileOptions = {}): string {
  return compile(expression, { dialect: 'postgresql', literalBinds: true, includeTable: false, ...options })
    .sql;
}

const returnsRows = (statement: Statement): boolean =>
  ['select', 'compound', 'textual-select'].includes(statement.kind) ||
  ('returning' in statement && statement.returning.length > 0);

/** What a format string would read becomes an underscore. */
const withoutFormat = (stem: string): string => stem.replace(/[%() $]+/g, '_');

/** Numbered names: one counter a stem, one name an owner. */
class Names {
  private readonly counters = new Map<string, number>();
  private readonly given = new Map<object, Map<string, string>>();
  private readonly cut = new Map<string, number>();

  of({ stem, owner, suffix }: AnonymousName): string {
    return suffix === undefined ? this.numbered(stem, owner) : `${this.numbered(stem, owner)}_${suffix}`;
  }

  private numbered(stem: string, owner: object): string {
    const stems = this.given.get(owner) ?? new Map<string, string>();
    this.given.set(owner, stems);
    const known = stems.get(stem);
    if (known) return known;
    const base = withoutFormat(stem);
    const count = (this.counters.get(base) ?? 0) + 1;
    this.counters.set(base, count);
    const name = `${base}_${count}`;
    stems.set(stem, name);
    return name;
  }

  /** Names beyond the server's limit keep their head and get a number. */
  fitting(name: string, limit: number): string {
    if (name.length <= limit) return name;
    const count = this.cut.get(name) ?? this.cut.size + 1;
    this.cut.set(name, count);
    return `${name.slice(0, limit)}_${count.toString(16)}`;
  }
}

const ESCAPED: Readonly<Record<string, string>> = {
  '%': 'P',
  '(': 'A',
  ')': 'Z',
  ':': 'C',
  '.': '_',
  '[': '_',
  ']': '_',
  ' ': '_',
};

function makeWriter(options: CompileOptions, names: Names): Writer {
  const postgresql = options.dialect === 'postgresql';
  const paramstyle = options.paramstyle ?? (postgresql ? 'pyformat' : 'named');
  const doublePercents = paramstyle === 'pyformat';
  const limit = postgresql ? MAX_IDENTIFIER - 6 : 9999;
  const bindNames = new Map<BindParameter, string>();
  const writer: Writer = {
    options: { ...options, paramstyle },
    postgresql,
    doublePercents,
    stack: [],
    ctes: new Map(),
    recursive: false,
    binds: new Map(),
    resultColumns: [],
    reserved: new Map(),
    columnBinds: [],
    generated: [],
    insideCte: false,
    valuesRow: undefined,
    hasCacheKey: true,
    write: (element, place = {}) => dispatch(writer, element, place),
    writeFrom: (from, place = {}) => writeFrom(writer, from, place),
    name: (name) => (typeof name === 'string' ? name : names.fitting(names.of(name), limit)),
    quote: (name, quote = null) => quoteIdentifier(name, quote, { doublePercents }),
    escape: (text) => (doublePercents ? text.replaceAll('%', '%%') : text),
    bindName: (bind) => {
      const known = bindNames.get(bind);
      if (known !== undefined) return known;
      const stem = () => withoutFormat(bind.key).replace(/^_+|_+$/g, '');
      const name = bind.unique ? names.fitting(names.of({ stem: stem(), owner: bind }), limit) : bind.key;
      bindNames.set(bind, name);
      return name;
    },
    writeRequired: (bind) => {
      bindNames.set(bind, bind.key);
      return (
        bindExpression(writer, bind, {}) ??
        placeholder(writer, bind, bind.key, paramstyle) + bindCast(writer, bind.type)
      );
    },
    placeholder: (bind, name) => placeholder(writer, bind, name, paramstyle),
  };
  return writer;
}

function placeholder(writer: Writer, bind: BindParameter, name: string, paramstyle: string): string {
  const safe = name.replace(/[%():.[\] ]/g, (character) => ESCAPED[character]!);
  const existing = writer.binds.get(safe);
  if (existing && existing !== bind) checkConflict(writer, existing, bind, name);
  writer.binds.set(
    safe,
    existing && existing.value !== undefined && bind.value === undefined ? existing : bind,
  );
  if (paramstyle === 'pyformat') return `%(${safe})s`;
  if (paramstyle === 'dollar') return mark(safe);
  return `:${safe}`;
}

function checkConflict(writer: Writer, existing: BindParameter, bind: BindParameter, name: string): void {
  if (writer.reserved.get(name) === 'crud') {
    throw new Raise('sqlalchemy.exc.CompileError', [
      `bindparam() name '${name}' is reserved for automatic usage in the VALUES or SET clause of this insert/update ` +
        'statement.   Please use a name other than column name when using bindparam() with insert() or update() ' +
        `(for example, 'b_${name}').`,
    ]);
  }
  if (existing.unique || bind.unique || writer.reserved.has(name)) {
    throw new Raise('sqlalchemy.exc.CompileError', [
      `Bind parameter '${name}' conflicts with unique bind parameter of the same name`,
    ]);
  }
}

function dispatch(writer: Writer, element: Statement, place: Place): string {
  switch (element.kind) {
    case 'select':
      return writeSelect(writer, element as Select, place);
    case 'compound':
      return writeCompound(writer, element as CompoundSelect, place);
    case 'textual-select': {
      const textual = element as TextualSelect;
      if (writer.stack.length === 0) noteTextual(writer, textual);
      return writer.write(textual.text, place);
    }
    case 'insert':
      return insertSql(writer, element as Insert, place);
    case 'update':
      return updateSql(writer, element as Update, place);
    case 'delete':
      return deleteSql(writer, element as Delete, place);
    default:
      break;
  }
  if (isFrom(element)) return bareFrom(writer, element, place);
  const write = ELEMENT_WRITERS[element.kind as keyof typeof ELEMENT_WRITERS] as
    | ((writer: Writer, node: Statement, place: Place) => string)
    | undefined;
  if (write) return write(writer, element, place);
  throw new Raise('sqlalchemy.exc.UnsupportedCompilationError', [
    `Compiler ${writer.postgresql ? '<sqlalchemy.dialects.postgresql.base.PGCompiler object at 0x7f0000000000>' : '<sqlalchemy.sql.compiler.StrSQLCompiler object at 0x7f0000000000>'} can't render element ${host().repr(element)}`,
  ]);
}

/** A table compiled by itself or in an operator; an alias outside FROM shows what it stands for. */
function bareFrom(writer: Writer, from: FromClause, place: Place): string {
  if (from.kind === 'subquery' || from.kind === 'lateral')
    return writer.write(from.element as Element, place);
  if (from.kind === 'alias' && (from.element as { kind: string }).kind === 'function') {
    return writer.write(from.element as Element, place);
  }
  if (from.kind === 'alias' && writer.stack.length === 0) return '';
  return writeFrom(writer, from, place);
}
