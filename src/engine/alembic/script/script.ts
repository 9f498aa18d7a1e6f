/** A revision file: a node of the graph with its module. Answers to: alembic/script/base.py (Script). */
import { type Process, Raise } from '../../machine.ts';
import { absolutePath } from '../../stdlib/posix-path.ts';
import { strip } from '../../stdlib/whitespace.ts';
import { assertionError, commandError, notText } from './errors.ts';
import { Revision, type RevisionReference } from './revision.ts';

/** What `cmd_format` shows beside the identifier. */
export interface Shown {
  readonly branches?: boolean;
  readonly doc?: boolean;
  readonly parents?: boolean;
  readonly tree?: boolean;
}

export class Script extends Revision {
  readonly module: unknown;
  readonly path: string;
  /** The whole docstring, stripped. */
  readonly longDoc: string;
  /** Marked by `history -i`. */
  isCurrent = false;
  readonly #process: Process;

  constructor(process: Process, module: unknown, revision: unknown, path: string) {
    const { python } = process;
    const down = python.getAttribute(module, 'down_revision');
    if (down === undefined) throw noAttribute(process, module, 'down_revision');
    super({
      ...identifier(process, revision),
      downRevision: reference(process, down),
      // Whatever stands there is a label; what is no text is noticed where it is shown.
      branchLabels: reference(
        process,
        python.getAttribute(module, 'branch_labels'),
        (label) => hashed(process, label) as string,
      ),
      dependencies: dependencies(process, python.getAttribute(module, 'depends_on')),
    });
    this.#process = process;
    this.module = module;
    this.path = path;
    const doc = python.getAttribute(module, '__doc__');
    this.longDoc = typeof doc === 'string' ? strip(doc) : '';
  }

  /** The docstring's first paragraph. */
  get doc(): string {
    const end = this.longDoc.indexOf('\n\n');
    return end < 0 ? this.longDoc : this.longDoc.slice(0, end);
  }

  override toString(): string {
    const marks = `${this.isHead ? ' (head)' : ''}${this.#treeMarks()}`;
    return `${this.downText()} -> ${this.revision}${marks}, ${this.doc}`;
  }

  /** The long form of `show` and `-v`. */
  logEntry(): string {
    const lines = [
      `Rev: ${this.revision}${this.isHead ? ' (head)' : ''}${this.#treeMarks()}${this.#currentMark()}`,
    ];
    lines.push(this.isMergePoint ? `Merges: ${this.downText()}` : `Parent: ${this.downText()}`);
    if (this.dependencies) lines.push(`Also depends on: ${commas(this.dependencies)}`);
    if (this.isBranchPoint) lines.push(`Branches into: ${this.#nextText()}`);
    if (this.branchLabels.size > 0) lines.push(`Branch names: ${this.#labels()}`);
    const doc = pythonLines(this.longDoc).map((line) => `    ${line}`);
    return `${lines.join('\n')}\nPath: ${this.path}\n\n${doc.join('\n')}\n`;
  }

  /** The short form, or the long one. */
  format(verbose: boolean, shown: Shown = {}): string {
    if (verbose) return this.logEntry();
    // Marks are put behind the identifier as it is.
    if (this.parts && !shown.parents)
      throw new Raise('builtins.TypeError', ['can only concatenate tuple (not "str") to tuple']);
    const depends = !this.dependencies ? '' : ` (${commas(this.dependencies)})`;
    let text = shown.parents ? `${this.downText()}${depends} -> ${this.revision}` : this.revision;
    if (shown.branches && this.branchLabels.size > 0) text += ` (${this.#labels()})`;
    if (this.isRealHead) text += ' (head)';
    else if (this.isHead) text += ' (effective head)';
    text += this.#currentMark();
    if (shown.tree ?? true) text += this.#treeMarks();
    return shown.doc ? `${text}, ${this.doc}` : text;
  }

  #labels(): string {
    const text = (label: unknown) => typeof label === 'string';
    return [...this.branchLabels]
      .sort((a, b) => Number(text(b)) - Number(text(a)) || (a < b ? -1 : 1))
      .map((label, at) => checkedItem(this.#process, label, at))
      .join(', ');
  }

  /** @throws TypeError where an identifier is a tuple */
  #nextText(): string {
    const at = this.next.findIndex((id) => this.nextTuples.has(id));
    if (at >= 0) throw notText(at, 'tuple');
    return commas(this.next);
  }

  #currentMark(): string {
    return this.isCurrent ? ' (current)' : '';
  }

  #treeMarks(): string {
    return `${this.isBranchPoint ? ' (branchpoint)' : ''}${this.isMergePoint ? ' (mergepoint)' : ''}`;
  }

  /** `_format_down_revision()` */
  downText(): string {
    return this.downRevision === null || this.downRevision.length === 0
      ? '<base>'
      : commas(this.downRevision);
  }
}

const SOURCE = /^(?!\.#|__init__).*\.py$/;
const COMPILED = /^(?!\.#|__init__).*\.py[co]$/;

/** Text under the name of compiled Python. @throws ImportError, AssertionError for an ending that nothing loads */
function refuseCompiled(process: Process, path: string, name: string): void {
  const { files } = process.machine;
  const source = path.slice(0, -1);
  if (files.isFile(source) || (name.endsWith('o') && files.isFile(`${source}c`))) return;
  if (name.endsWith('o')) throw assertionError();
  const start = process.python.evaluate('text.encode()[:4]', new Map([['text', files.read(path) ?? '']]));
  throw new Raise('builtins.ImportError', [
    `bad magic number in '${moduleName(name)}': ${process.python.repr(start)}`,
  ]);
}

/**
 * Reads a revision file; undefined for a file that is none.
 * @param sourceless compiled files are read, too
 * @throws CommandError, whatever the file raises
 */
export function loadScript(
  process: Process,
  folder: string,
  name: string,
  sourceless: boolean,
): Script | undefined {
  if (sourceless && COMPILED.test(name)) refuseCompiled(process, `${folder}/${name}`, name);
  if (!SOURCE.test(name)) return undefined;
  const path = `${folder}/${name}`;
  // A name without a suffix is loaded by nothing.
  if (name === '.py') throw assertionError();
  const source = process.machine.files.read(absolutePath('/', path));
  const module = process.python.runFile(path, moduleName(name), source);
  const revision = process.python.getAttribute(module, 'revision');
  if (revision !== undefined) return new Script(process, module, revision, path);
  const legacy = /^([a-f0-9]+)\.py$/.exec(name);
  if (legacy) return new Script(process, module, legacy[1], path);
  throw commandError(
    `Could not determine revision id from filename ${name}. Be sure the 'revision' variable is declared inside the script ` +
      "(please see 'Upgrading from Alembic 0.1 to 0.2' in the documentation).",
  );
}

/** The name under which a file runs: "a-b.py" is `a_b_py`. */
const moduleName = (file: string) => file.replace(/[^\p{L}\p{N}_]/gu, '_');

function noAttribute(process: Process, module: unknown, name: string): Raise {
  const own = String(process.python.getAttribute(module, '__name__'));
  return new Raise('builtins.AttributeError', [`module '${own}' has no attribute '${name}'`], {
    attributes: { name, obj: module },
  });
}

/** They are looked up among the revisions, where what is no text is not found. What Python calls false is not looked up. */
function dependencies(process: Process, value: unknown): RevisionReference {
  const isNone = value === null || value === undefined;
  const iterable = !isNone && process.python.getAttribute(value, '__iter__') !== undefined;
  if (!isNone && !iterable && !process.python.truth(value)) return '';
  return reference(process, value, (item) => {
    if (typeof item === 'string') return item;
    throw new Raise('builtins.KeyError', [item]);
  });
}

function identifier(process: Process, revision: unknown): { revision: string; parts?: readonly string[] } {
  const { python } = process;
  const text = plainText(process, revision);
  if (text !== undefined) return { revision: text };
  // Its characters are looked at, then it becomes a key.
  if (python.getAttribute(revision, '__iter__') !== undefined) hashed(process, revision);
  if (python.typeName(revision) === 'tuple') {
    const parts = [...python.iterate(revision)];
    if (parts.length > 0 && parts.every((part) => typeof part === 'string'))
      return { revision: python.repr(revision), parts };
  }
  const message = `'${process.python.typeName(revision)}' object is not iterable`;
  throw new Raise('builtins.TypeError', [message]);
}

/** A Python value as a reference: text, or the items of whatever else. */
function reference(
  process: Process,
  value: unknown,
  text: (item: unknown, at: number) => string = (item, at) => checkedItem(process, item, at),
): RevisionReference {
  if (value === null || value === undefined) return null;
  const plain = plainText(process, value);
  if (plain !== undefined) return plain;
  if (process.python.getAttribute(value, '__iter__') === undefined) return [text(value, 0)];
  return [...process.python.iterate(value)].map((item, at) => plainText(process, item) ?? text(item, at));
}

/** Text, also that of a class derived from str (an enum's member); undefined for what is none. */
function plainText({ python }: Process, value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (!python.isInstance(value, 'builtins.str')) return undefined;
  return String(python.evaluate('str.__str__(value)', new Map([['value', value]])));
}

/** A value that becomes a key. @throws TypeError for one that cannot */
function hashed({ python }: Process, value: unknown): unknown {
  python.evaluate('hash(value)', new Map([['value', value]]));
  return value;
}

function checkedItem(process: Process, item: unknown, at: number): string {
  if (typeof item === 'string') return item;
  const found = process.python.typeName(item);
  throw notText(at, found);
}

/** A sequence as "a, b". */
const commas = (reference: string | readonly string[]) =>
  typeof reference === 'string' ? reference : reference.join(', ');

const pythonLines = (text: string) =>
  text === '' ? [] : text.split(/\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/);
