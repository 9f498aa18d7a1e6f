/** Walks the statements of a module, a class or a function and collects what they define. */
import type { Arguments, AsyncFunctionDef, ClassDef, Expr, FunctionDef, Module, Stmt } from '../parse/ast.ts';
import type { OwnClass, OwnName, Scope } from './own-name.ts';

type Defined = FunctionDef | AsyncFunctionDef;

interface Found {
  readonly names: Map<string, OwnName>;
  readonly inner: Scope[];
}

/** @param lines of the file, for what is shown as it is written. */
export function readScope(module: Module, lines: readonly string[]): Scope {
  const found = statements(module.body, lines, undefined);
  return { kind: 'module', from: 1, to: lines.length, names: [...found.names.values()], inner: found.inner };
}

function statements(body: readonly Stmt[], lines: readonly string[], owner: string | undefined): Found {
  const found: Found = { names: new Map(), inner: [] };
  for (const one of body) statement(one, found, lines, owner);
  return found;
}

function define(found: Found, one: OwnName): void {
  if (!found.names.has(one.name)) found.names.set(one.name, one);
}

function statement(one: Stmt, found: Found, lines: readonly string[], owner: string | undefined): void {
  switch (one.kind) {
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      functionNames(one, found, lines, owner);
      return;
    case 'ClassDef':
      classNames(one, found, lines);
      return;
    case 'Assign':
      for (const target of one.targets) bind(found, target, typeOf(one.value));
      return;
    case 'AnnAssign':
      bind(found, one.target, dotted(one.annotation) ?? (one.value ? typeOf(one.value) : undefined));
      return;
    case 'AugAssign':
      bind(found, one.target, undefined);
      return;
    case 'For':
    case 'AsyncFor':
      bind(found, one.target, undefined);
      break;
    case 'With':
    case 'AsyncWith':
      for (const { context_expr, optional_vars } of one.items)
        if (optional_vars) bind(found, optional_vars, typeOf(context_expr));
      break;
    case 'Try':
    case 'TryStar':
      for (const { name, lineno, type } of one.handlers)
        if (name !== null) define(found, valueNamed(name, lineno, type ? dotted(type) : undefined));
      break;
  }
  for (const body of blocksOf(one)) for (const inner of body) statement(inner, found, lines, owner);
}

/** The blocks of a statement that make no scope of their own. */
function blocksOf(one: Stmt): readonly (readonly Stmt[])[] {
  switch (one.kind) {
    case 'If':
    case 'For':
    case 'AsyncFor':
    case 'While':
      return [one.body, one.orelse];
    case 'With':
    case 'AsyncWith':
      return [one.body];
    case 'Match':
      return one.cases.map(({ body }) => body);
    case 'Try':
    case 'TryStar':
      return [one.body, ...one.handlers.map(({ body }) => body), one.orelse, one.finalbody];
    default:
      return [];
  }
}

function bind(found: Found, target: Expr, type: string | undefined): void {
  if (target.kind === 'Name') define(found, valueNamed(target.id, target.lineno, type));
  else if (target.kind === 'Starred') bind(found, target.value, undefined);
  else if (target.kind === 'Tuple' || target.kind === 'List')
    for (const one of target.elts) bind(found, one, undefined);
}

const valueNamed = (name: string, line: number, type: string | undefined): OwnName => ({
  name,
  kind: 'value',
  line,
  ...(type === undefined ? {} : { type }),
});

function functionNames(
  one: Defined,
  found: Found,
  lines: readonly string[],
  owner: string | undefined,
): void {
  const isProperty = one.decorator_list.some((decorator) => /property$/.test(dotted(decorator) ?? ''));
  const made = isProperty
    ? valueNamed(one.name, one.lineno, one.returns ? dotted(one.returns) : undefined)
    : ({
        name: one.name,
        kind: 'function',
        line: one.lineno,
        signature: signatureOf(one.args, lines),
      } as const);
  define(found, made);
  const inside = statements(one.body, lines, undefined);
  const own: Found = { names: new Map(), inner: inside.inner };
  for (const [at, { arg, lineno, annotation }] of parametersOf(one.args).entries()) {
    const type = annotation ? dotted(annotation) : at === 0 && isMethod(one) ? owner : undefined;
    define(own, valueNamed(arg, lineno, type));
  }
  for (const name of inside.names.values()) define(own, name);
  found.inner.push(scopeOf('function', one, own));
}

const isMethod = ({ decorator_list }: Defined) =>
  !decorator_list.some((decorator) => dotted(decorator) === 'staticmethod');

function classNames(one: ClassDef, found: Found, lines: readonly string[]): void {
  const inside = statements(one.body, lines, one.name);
  const ofClass: OwnClass = {
    bases: one.bases.flatMap((base) => dotted(base) ?? []),
    members: [...inside.names.values()],
    attributes: attributesOf(one),
  };
  const made = inside.names.get('__init__')?.signature?.replace(/^\(\w+(, )?/, '(');
  const signature = made === undefined ? {} : { signature: made };
  define(found, { name: one.name, kind: 'class', line: one.lineno, ofClass, ...signature });
  found.inner.push(scopeOf('class', one, inside));
}

/** Up to its last line: blank lines behind it belong to nobody. */
function scopeOf(kind: Scope['kind'], one: ClassDef | Defined, { names, inner }: Found): Scope {
  return { kind, from: one.lineno + 1, to: one.end_lineno, names: [...names.values()], inner };
}

/** `self.x = …` in a class's methods. */
function attributesOf(one: ClassDef): OwnName[] {
  const found = new Map<string, OwnName>();
  const look = (body: readonly Stmt[], self: string): void => {
    for (const inner of body) {
      const targets =
        inner.kind === 'Assign' ? inner.targets : inner.kind === 'AnnAssign' ? [inner.target] : [];
      for (const target of targets) {
        if (target.kind !== 'Attribute' || dotted(target.value) !== self || found.has(target.attr)) continue;
        const { value } = inner as { readonly value: Expr | null };
        found.set(target.attr, valueNamed(target.attr, target.lineno, value ? typeOf(value) : undefined));
      }
      for (const block of blocksOf(inner)) look(block, self);
    }
  };
  for (const method of one.body) {
    if (method.kind !== 'FunctionDef' && method.kind !== 'AsyncFunctionDef') continue;
    const [self] = parametersOf(method.args);
    if (self) look(method.body, self.arg);
  }
  return [...found.values()];
}

const parametersOf = ({ posonlyargs, args, vararg, kwonlyargs, kwarg }: Arguments) => [
  ...posonlyargs,
  ...args,
  ...(vararg ? [vararg] : []),
  ...kwonlyargs,
  ...(kwarg ? [kwarg] : []),
];

/** "sa.Column"; undefined for anything but names and attributes. */
function dotted(one: Expr): string | undefined {
  if (one.kind === 'Name') return one.id;
  if (one.kind !== 'Attribute') return undefined;
  const owner = dotted(one.value);
  return owner === undefined ? undefined : `${owner}.${one.attr}`;
}

/** What a call makes, if what is called is a class: `Book()` a Book. */
const typeOf = (value: Expr): string | undefined => {
  if (value.kind === 'Await') return typeOf(value.value);
  return value.kind === 'Call' ? dotted(value.func) : undefined;
};

/** As inspect would write it, with annotations and defaults as they stand in the file. */
function signatureOf(given: Arguments, lines: readonly string[]): string {
  const plain = [...given.posonlyargs, ...given.args];
  const firstDefault = plain.length - given.defaults.length;
  const written = (one: Expr | null | undefined) => (one ? sourceOf(one, lines) : undefined);
  const parameter = (arg: { arg: string; annotation: Expr | null }, value: string | undefined) => {
    const type = written(arg.annotation);
    if (type !== undefined) return `${arg.arg}: ${type}${value === undefined ? '' : ` = ${value}`}`;
    return `${arg.arg}${value === undefined ? '' : `=${value}`}`;
  };
  const parts = plain.map((one, at) => parameter(one, written(given.defaults[at - firstDefault])));
  if (given.posonlyargs.length > 0) parts.splice(given.posonlyargs.length, 0, '/');
  if (given.vararg) parts.push(`*${parameter(given.vararg, undefined)}`);
  else if (given.kwonlyargs.length > 0) parts.push('*');
  parts.push(...given.kwonlyargs.map((one, at) => parameter(one, written(given.kw_defaults[at]))));
  if (given.kwarg) parts.push(`**${parameter(given.kwarg, undefined)}`);
  return `(${parts.join(', ')})`;
}

/** Columns count characters, not UTF-16. */
function sourceOf(one: Expr, lines: readonly string[]): string {
  const rows = lines.slice(one.lineno - 1, one.end_lineno).map((line) => [...line]);
  const last = rows.length - 1;
  if (rows[last]) rows[last] = rows[last].slice(0, one.end_col_offset);
  if (rows[0]) rows[0] = rows[0].slice(one.col_offset);
  return rows.map((row) => row.join('').trim()).join(' ');
}
