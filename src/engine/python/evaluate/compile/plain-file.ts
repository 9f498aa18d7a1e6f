/**
 * The quick way through files of the shape that `alembic revision` writes: a docstring, imports, assignments, functions
 * without parameters. Their statements repeat from file to file, so they are parsed once for all files; bodies of
 * functions are parsed when called. Whatever is not surely of this shape, or not surely right, goes the long way.
 */
import type { AnnAssign, Assign, Expr, FunctionDef, Module, Stmt } from '../../parse/ast.ts';
import { TOUCHING } from '../../parse/check/number-warnings.ts';
import { MAY_WARN } from '../../parse/check/warnings.ts';
import { CompilerOverflow, PythonSyntaxError, parseModule } from '../../parse/index.ts';
import { plainBodyEnd } from '../../parse/plain-body.ts';
import { type Code, type Exec, NORMAL } from '../frame.ts';
import { functionMaker, whenCalled } from '../function.ts';
import { analyse } from '../scopes/analyse.ts';
import { PARTS } from './compile.ts';
import { Compiler, type Parts } from './compiler.ts';
import { storeName } from './names.ts';

const REFUSED = /[\0\r\t\f\v]/;
const DOCSTRING = /"""([^"\\]*)"""\n/y;
const SKIPPED = /(?: *(?:#[^\n]*)?\n)*/y;
const IMPORTS = /(?:(?:from|import) [\w ,.*]+\n\n*)+/y;
const ASSIGNMENTS =
  /(?:[A-Za-z_]\w*(?:: [\w ,.[\]|]+)? = (?:'[^'\\\n]*'|"[^"\\\n]*"|None|\((?:'[\w ]*'(?:, |,)?)*\))\n)+/y;
/** The texts in them, which differ from file to file. */
const TEXTS = / = (?:'([^']*)'|"([^"]*)")\n/g;
const FUNCTION = /def [A-Za-z_]\w*\(\)(?: -> None)?:\n(?: {4}"""[^"\\\n]*"""\n)?/y;

/** Statements in a row. They hold nothing of their file: they are the same for all files that have them in the same lines. */
interface Shared {
  readonly runs: readonly Exec[];
  /** For each of them, which text it assigns: their number, or none. */
  readonly holes: readonly (number | undefined)[];
}

/** Stands for all assignments of a text; `given` is the text when they run. */
const HOLE = " = ''\n";
let given = '';

/** How a function is made from its body, whose code is its file's. */
type Define = (path: string, body: () => Exec) => Exec;

/** What files have in common, by line and text; emptied when full. */
const statements = new Map<string, Shared>();
const functions = new Map<string, Define>();
const MOST = 2000;

/** The code of a file of the usual shape; undefined for any other. */
export function plainFile(path: string, source: string): { code: Code; doc: string | null } | undefined {
  if (!source.endsWith('\n') || REFUSED.test(source) || source.includes('__future__')) return undefined;
  if (MAY_WARN.test(source) || TOUCHING.test(source)) return undefined;
  try {
    return new PlainFile(path, source).code();
  } catch (error) {
    // The long way says what is wrong, with the right place.
    if (error instanceof PythonSyntaxError || error instanceof CompilerOverflow) return undefined;
    throw error;
  }
}

class PlainFile {
  readonly #path: string;
  readonly #source: string;
  #at = 0;
  #line = 1;
  #counted = 0;

  constructor(path: string, source: string) {
    this.#path = path;
    this.#source = source;
  }

  code(): { code: Code; doc: string | null } | undefined {
    const doc = this.#match(DOCSTRING)?.[1] ?? null;
    const all: Exec[] = [];
    for (;;) {
      this.#match(SKIPPED);
      if (this.#at === this.#source.length) break;
      const run = this.#imports() ?? this.#assignments() ?? this.#function();
      if (!run) return undefined;
      all.push(run);
    }
    const code = EMPTY.in(this.#path).code(1, 0, (made) => {
      made.run = (frame) => {
        for (const run of all) run(frame);
        return NORMAL;
      };
    });
    return { code, doc };
  }

  #imports(): Exec | undefined {
    const line = this.#lineHere();
    const found = this.#match(IMPORTS);
    if (!found) return undefined;
    const { runs } = shared(found[0], line);
    return (frame) => {
      for (const run of runs) run(frame);
      return NORMAL;
    };
  }

  #assignments(): Exec | undefined {
    const line = this.#lineHere();
    const found = this.#match(ASSIGNMENTS);
    if (!found) return undefined;
    const texts: string[] = [];
    const shape = found[0].replace(TEXTS, (_, single?: string, double?: string) => {
      texts.push(single ?? double!);
      return HOLE;
    });
    const { runs, holes } = shared(shape, line);
    return (frame) => {
      for (let index = 0; index < runs.length; index++) {
        const hole = holes[index];
        if (hole !== undefined) given = texts[hole]!;
        runs[index]!(frame);
      }
      return NORMAL;
    };
  }

  #function(): Exec | undefined {
    const line = this.#lineHere();
    const start = this.#at;
    const head = this.#match(FUNCTION);
    const end = head && plainBodyEnd(this.#source, this.#at);
    if (!head || end === undefined) return undefined;
    this.#at = end;
    const define = definition(`${head[0]}    pass\n`, line);
    return define(this.#path, () => this.#body(this.#source.slice(start, end), line));
  }

  /** The body of the function with this text in this line, for its first call. */
  #body(text: string, line: number): Exec {
    const tree = moduleAt(text, line, this.#path);
    const node = tree.body[0] as FunctionDef;
    return PARTS.block(compilerOf(tree, this.#path).inner(node), node.body);
  }

  #match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#source) ?? undefined;
    if (found) this.#at = pattern.lastIndex;
    return found;
  }

  #lineHere(): number {
    for (;;) {
      const end = this.#source.indexOf('\n', this.#counted);
      if (end < 0 || end >= this.#at) return this.#line;
      this.#counted = end + 1;
      this.#line++;
    }
  }
}

const EMPTY = compilerOf({ kind: 'Module', body: [] }, '');

function compilerOf(tree: Module, path: string, parts = PARTS): Compiler {
  const scopes = analyse(tree);
  return new Compiler(path, scopes.root, scopes, parts, false);
}

/** Statements as they stand in this line of some file. @throws PythonSyntaxError, CompilerOverflow */
function shared(text: string, line: number): Shared {
  return kept(statements, `${line}:${text}`, () => {
    const tree = moduleAt(text, line, '<shared>');
    const values = new Set<Expr>();
    const compiler = compilerOf(tree, '', partsWithHoles(values));
    const holes = tree.body.map((node) => {
      if (!isHole(node)) return undefined;
      values.add(node.value);
      return values.size - 1;
    });
    return { runs: tree.body.map((node) => compiler.block([node])), holes };
  });
}

/** A function without its body, as it stands in this line of some file. @throws PythonSyntaxError, CompilerOverflow */
function definition(text: string, line: number): Define {
  return kept(functions, `${line}:${text}`, () => {
    const tree = moduleAt(text, line, '<shared>');
    const node = tree.body[0] as FunctionDef;
    const compiler = compilerOf(tree, '');
    const make = functionMaker(compiler, node);
    const inner = compiler.inner(node);
    const store = storeName(compiler, node.name);
    return (path, body) => {
      const code = inner.in(path).code(line, 0, (made) => {
        made.run = keptWhenCalledAgain(made, body);
      });
      return (frame) => {
        store(frame, make(code, frame));
        return NORMAL;
      };
    };
  });
}

/** A body that is compiled when called: most migrations run once, and thousands of bodies that are kept cost more than compiling anew. */
const keptWhenCalledAgain =
  (code: Code, compile: () => Exec): Exec =>
  (frame) => {
    code.run = whenCalled(code, compile);
    return compile()(frame);
  };

function kept<T>(known: Map<string, T>, key: string, make: () => T): T {
  const present = known.get(key);
  if (present) return present;
  const made = make();
  if (known.size >= MOST) known.clear();
  known.set(key, made);
  return made;
}

const moduleAt = (text: string, line: number, path: string): Module =>
  parseModule('\n'.repeat(line - 1) + text, path);

const isHole = (node: Stmt): node is (AnnAssign | Assign) & { readonly value: Expr } =>
  (node.kind === 'AnnAssign' || node.kind === 'Assign') &&
  node.value?.kind === 'Constant' &&
  node.value.value === '';

/** The value of an assignment is evaluated before everything else in it, so that `given` is still its own. */
const partsWithHoles = (holes: ReadonlySet<Expr>): Parts => ({
  ...PARTS,
  expression: (compiler, node) => (holes.has(node) ? () => given : PARTS.expression(compiler, node)),
});
