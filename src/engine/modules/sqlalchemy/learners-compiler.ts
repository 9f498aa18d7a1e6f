import { classOf } from '../../python/values/classes/class-of.ts';
import { raise } from '../../python/values/exceptions/exceptions.ts';
import type { Interpreter } from '../../python/values/interpreter.ts';
import { nativeClass, nativeFunction } from '../../python/values/native/native.ts';
import type { Value } from '../../python/values/value.ts';
import { clauseOf } from '../../sqlalchemy/expression/coerce.ts';
import type { CustomElement } from '../../sqlalchemy/expression/elements.ts';
import {
  columnDefault,
  columnText,
  compileDdl,
  constraintName,
  constraintText,
  type DdlOptions,
  isDdl,
  qualified,
} from '../../sqlalchemy/postgresql/ddl/index.ts';
import { quoteIdentifier } from '../../sqlalchemy/postgresql/identifiers.ts';
import { compileType } from '../../sqlalchemy/postgresql/type-compiler.ts';
import type { Column } from '../../sqlalchemy/schema/columns/column.ts';
import { Constraint } from '../../sqlalchemy/schema/constraints/constraint.ts';
import type { Index } from '../../sqlalchemy/schema/constraints/table-index.ts';
import { SqlType } from '../../sqlalchemy/types/type.ts';

type WriteInner = Parameters<CustomElement['compile']>[0];

/** How DDL is written without the learner's functions. */
interface PlainDdl {
  readonly plain: (ddl: object) => string;
  readonly options: DdlOptions;
}

/** Types that are being written without the learner's functions. */
export const plainTypes = new WeakSet<SqlType>();

function plainTypeText(type: SqlType): string {
  const plain = type.plain();
  plainTypes.add(plain);
  return compileType(plain);
}

/** What the learner's function gets as `compiler`. */
export class LearnersCompiler {
  readonly write: WriteInner;
  readonly dialect: 'postgresql' | 'default';
  readonly ddl: PlainDdl | undefined;
  constructor(write: WriteInner, dialect: 'postgresql' | 'default' = 'postgresql', ddl?: PlainDdl) {
    this.write = write;
    this.dialect = dialect;
    this.ddl = ddl;
  }
}

/** The SQL of `process(…)`: of a clause, or of the type where types are compiled. */
function processed(self: LearnersCompiler, value: Value, literal: boolean): string {
  if (value instanceof SqlType) return compileType(value);
  if (self.ddl && value instanceof Constraint) return constraintText(value, self.ddl.options) ?? '';
  if (self.ddl && isDdl(value)) return compileDdl(value, self.ddl.options);
  const clause = clauseOf(value);
  if (clause === undefined)
    throw raise('AttributeError', `'${classOf(value).name}' object has no attribute '_compiler_dispatch'`);
  return self.write(clause, literal ? { literalBinds: true } : undefined);
}

nativeClass({
  name: 'PGCompiler',
  module: 'sqlalchemy.dialects.postgresql.base',
  host: LearnersCompiler,
  methods: {
    process: [
      'obj, **kwargs',
      (_call, self: LearnersCompiler, value: Value, keywords: Map<string, Value>) =>
        processed(self, value, keywords.get('literal_binds') === true),
    ],
    quote: ['ident, force=None', (_call, _self, name: string) => quoteIdentifier(name)],
    format_table: ['table, use_schema=True, name=None', formatTable],
    format_column: [
      'column, **kw',
      (call, _self, column: Value) => quoteIdentifier(String(call.getAttribute(column, 'name'))),
    ],
    format_constraint: [
      'constraint',
      (_call, self: LearnersCompiler, constraint: Constraint) =>
        constraintName(constraint, optionsOf(self)) ?? null,
    ],
    format_index: [
      'index',
      (_call, self: LearnersCompiler, index: Index) => constraintName(index, optionsOf(self)) ?? null,
    ],
    format_sequence: ['sequence, use_schema=True', formatTable],
    quote_identifier: ['value', (_call, _self, name: string) => quoteIdentifier(name, true)],
    get_column_default_string: [
      'column',
      (_call, self: LearnersCompiler, column: Column) => columnDefault(column, optionsOf(self)) ?? null,
    ],
    get_column_specification: [
      'column, **kwargs',
      (_call, self: LearnersCompiler, column: Column) => columnText(column, optionsOf(self)),
    ],
  },
  getters: {
    preparer: (self: LearnersCompiler) => self as Value,
    type_compiler: (self: LearnersCompiler) => self as Value,
    sql_compiler: (self: LearnersCompiler) => self as Value,
    dialect: dialectOf,
  },
  getattr: (self: LearnersCompiler, name) => {
    if (!name.startsWith('visit_')) return undefined;
    return nativeFunction(name, 'element, *args, **kw', (call, element: Value) => {
      if (element instanceof SqlType) return plainTypeText(element);
      if (self.ddl && (isDdl(element) || element instanceof Constraint)) return self.ddl.plain(element);
      const clauses = call.getAttribute(element, 'clauses');
      if (clauses === undefined) return processed(self, element, false);
      return `${String(call.getAttribute(element, 'name'))}(${processed(self, clauses, false)})`;
    });
  },
});

/** The dialect that is written for. */
function dialectOf(self: LearnersCompiler, call: Interpreter): Value {
  const own = self.ddl?.options.ownDialect;
  if (own !== undefined) return own as unknown as Value;
  const generic = self.dialect === 'default';
  return call.call(
    call.importName(
      generic ? 'sqlalchemy.engine.default.DefaultDialect' : 'sqlalchemy.dialects.postgresql.dialect',
    ),
  );
}

/** The name as SQL writes it, of a table or a sequence. */
function formatTable(
  call: Interpreter,
  self: LearnersCompiler,
  item: Value,
  useSchema: Value,
  name: Value,
): string {
  const schema = call.truth(useSchema) ? (call.getAttribute(item, 'schema') ?? null) : null;
  const own = name ?? call.getAttribute(item, 'name') ?? null;
  return qualified({ name: String(own), schema: schema === null ? null : String(schema) }, optionsOf(self));
}

const optionsOf = (self: LearnersCompiler): DdlOptions =>
  self.ddl?.options ?? { paramstyle: 'named', generic: self.dialect === 'default' };

/** How the compiler that a learner's function was given writes DDL; of another one, as offline. */
export const ddlOptionsOf = (compiler: Value): DdlOptions =>
  compiler instanceof LearnersCompiler ? optionsOf(compiler) : { paramstyle: 'named' };
