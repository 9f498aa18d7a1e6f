/**
 * The quick way through files of the shape that `alembic revision` writes: a docstring, imports, assignments, functions
 * without parameters. Their statements repeat from file to file, so they are parsed once for all files; bodies of
 * functions are parsed when called. Whatever is not surely of this shape, or not surely right, goes the long way.
 */
import type { AnnAssign, Assign, FunctionDef, Module, Stmt } from '../parse/ast.ts';
import { CompilerOverflow, PythonSyntaxError, parseModule } from '../parse/index.ts';
import { plainBodyEnd } from '../parse/plain-body.ts';
import { PARTS } from './compile.ts';
import { Compiler, type Parts } from './compiler.ts';
import { type Code, type Exec, NORMAL } from './frame.ts';
import { analyse, type Scopes } from './scope.ts';

const REFUSED = /[\0\r\t\f\v]/;
const DOCSTRING = /"""([^"\\]*)"""\n/y;
const SKIPPED = /(?: *(?:#[^\n]*)?\n)*/y;
const IMPORT = /(?:from|import) [\w ,.*]+\n/y;
const ASSIGNMENT =
  /([A-Za-z_]\w*(?:: [\w ,.[\]|]+)?) = (?:'([^'\\\n]*)'|"([^"\\\n]*)"|None|\((?:'[\w ]*'(?:, |,)?)*\))\n/y;
const FUNCTION = /def [A-Za-z_]\w*\(\)(?: -> None)?:\n(?: {4}"""[^"\\\n]*"""\n)?/y;

/** A statement by its line and text, with the names that it was resolved to. */
interface Known {
  readonly node: Stmt;
  readonly scopes: Scopes;
  /** For statements that hold nothing of their file. */
  readonly run: Exec;
}

/** What files assign differs: this end of an assignment stands for all that assign a text, `given` when they run. */
const HOLE = " = ''\n";
let given = '';

/** Statements that files have in common; emptied when full. */
const known = new Map<string, Known>();
const MOST = 2000;

/** The code of a file of the usual shape; undefined for any other. */
export function plainFile(path: string, source: string): { code: Code; doc: string | null } | undefined {
  if (!source.endsWith('\n') || REFUSED.test(source) || source.includes('__future__')) return undefined;
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
      const run = this.#import() ?? this.#assignment() ?? this.#function();
      if (!run) return undefined;
      all.push(run);
    }
    const code = this.#compiler(EMPTY).code(1, 0, (made) => {
      made.run = (frame) => {
        for (const run of all) run(frame);
        return NORMAL;
      };
    });
    return { code, doc };
  }

  #import(): Exec | undefined {
    const line = this.#lineHere();
    const found = this.#match(IMPORT);
    return found && statement(found[0], line).run;
  }

  #assignment(): Exec | undefined {
    const line = this.#lineHere();
    const found = this.#match(ASSIGNMENT);
    if (!found) return undefined;
    const text = found[2] ?? found[3];
    if (text === undefined) return statement(found[0], line).run;
    const { run } = statement(`${found[1]}${HOLE}`, line);
    return (frame) => {
      given = text;
      return run(frame);
    };
  }

  #function(): Exec | undefined {
    const line = this.#lineHere();
    const start = this.#at;
    const head = this.#match(FUNCTION);
    const end = head && plainBodyEnd(this.#source, this.#at);
    if (!head || end === undefined) return undefined;
    this.#at = end;
    const { node, scopes } = statement(`${head[0]}    pass\n`, line);
    const parts: Parts = { ...PARTS, block: () => this.#body(this.#source.slice(start, end), line) };
    return PARTS.block(this.#compiler(scopes, parts), [node]);
  }

  /** The body of the function with this text in this line, for its first call. */
  #body(text: string, line: number): Exec {
    const tree = moduleAt(text, line, this.#path);
    const node = tree.body[0] as FunctionDef;
    return PARTS.block(this.#compiler(analyse(tree)).inner(node), node.body);
  }

  #compiler(scopes: Scopes, parts = PARTS): Compiler {
    return new Compiler(this.#path, scopes.root, scopes, parts, false);
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

const EMPTY = analyse({ kind: 'Module', body: [] });

/** A statement as it stands in this line of some file. @throws PythonSyntaxError, CompilerOverflow */
function statement(text: string, line: number): Known {
  const key = `${line}:${text}`;
  const present = known.get(key);
  if (present) return present;
  const tree = moduleAt(text, line, '<shared>');
  const scopes = analyse(tree);
  const compiler = new Compiler(
    '',
    scopes.root,
    scopes,
    text.endsWith(HOLE) ? partsWithHole(tree) : PARTS,
    false,
  );
  const made = { node: tree.body[0]!, scopes, run: PARTS.block(compiler, tree.body) };
  if (known.size >= MOST) known.clear();
  known.set(key, made);
  return made;
}

const moduleAt = (text: string, line: number, path: string): Module =>
  parseModule('\n'.repeat(line - 1) + text, path);

/** The value of an assignment is evaluated before everything else in it, so that `given` is still its own. */
function partsWithHole(tree: Module): Parts {
  const { value } = tree.body[0] as AnnAssign | Assign;
  return {
    ...PARTS,
    expression: (compiler, node) => (node === value ? () => given : PARTS.expression(compiler, node)),
  };
}
