/** Tracebacks as the interpreter prints them. Answers to: Python/traceback.c and PyErr_Display of CPython 3.11. */
import type { Expr, Position } from '../../parse/ast.ts';
import { formatSyntaxError, PythonSyntaxError, type SyntaxErrorType } from '../../parse/syntax-error.ts';
import { findAttribute } from '../attributes/attributes.ts';
import { attributeNames } from '../attributes/directory.ts';
import { suggestion } from '../attributes/suggestions.ts';
import { toArray } from '../containers/iterate.ts';
import type { FrameView, Interpreter } from '../interpreter.ts';
import { str } from '../text.ts';
import type { PyClass, Value } from '../value.ts';
import { membersOf } from './exception-group.ts';
import { exceptionClass, isException, PyException, type TracebackEntry } from './exceptions.ts';

/** What printing needs: source texts, and the names that may be suggested. */
export interface TracebackContext {
  readonly python: Interpreter;
  source(file: string): string | undefined;
  /** Ends without "Did you mean", as the module `traceback` leaves it out. */
  readonly plain?: boolean;
  /** How many frames, from the outermost on; below zero, from the innermost on. */
  readonly limit?: number | undefined;
}

/**
 * The whole text for an exception that nobody handled, with its causes, ending in a newline. Frames of library code are
 * absent; `headed` says that there were some, so that the first line stands even where no frame of the learner's does.
 */
export function formatException(context: TracebackContext, exception: PyException, headed = false): string {
  const text = chain(context, exception, new Set(), 0);
  const bare = exception.traceback.length === 0 && !exception.raised && !isGroup(exception);
  return headed && bare && exception.cause === null && exception.context === null ? TITLE + text : text;
}

const TITLE = 'Traceback (most recent call last):\n';

const CAUSE = 'The above exception was the direct cause of the following exception:';
const CONTEXT = 'During handling of the above exception, another exception occurred:';

/** What stands before a line within the members of a group. */
const marginOf = (indent: number) => (indent === 0 ? '' : `${' '.repeat(indent)}| `);

function chain(
  context: TracebackContext,
  exception: PyException,
  seen: Set<PyException>,
  indent: number,
): string {
  seen.add(exception);
  const { cause, context: earlier } = exception;
  const margin = marginOf(indent);
  const before = (other: PyException, title: string) =>
    `${chain(context, other, seen, indent)}${margin}\n${margin}${title}\n${margin}\n`;
  let text = '';
  if (cause !== null) {
    if (!seen.has(cause)) text = before(cause, CAUSE);
  } else if (earlier !== null && !exception.suppressContext && !seen.has(earlier)) {
    text = before(earlier, CONTEXT);
  }
  return text + single(context, exception, seen, indent);
}

const isGroup = (exception: PyException) => exception.cls.isSubclassOf(exceptionClass('BaseExceptionGroup'));

function single(
  context: TracebackContext,
  exception: PyException,
  seen: Set<PyException>,
  outer: number,
): string {
  const group = isGroup(exception);
  const indent = group && outer === 0 ? 2 : outer;
  const margin = marginOf(indent);
  const kind = group ? 'Exception Group Traceback' : 'Traceback';
  const start = group && outer === 0 ? '  + ' : margin;
  const head =
    exception.traceback.length > 0 || exception.raised ? `${start}${kind} (most recent call last):\n` : '';
  const frames = limited(exception.traceback.toReversed(), context.limit);
  const entries = formatEntries(context, frames).replace(/^(?=.)/gm, margin);
  const text = head + entries + margin + formatOnly(context, exception, margin);
  return group ? text + members(context, exception, seen, indent) : text;
}

function limited<T>(frames: readonly T[], limit: number | undefined): readonly T[] {
  if (limit === undefined) return frames;
  return limit < 0 ? frames.slice(limit) : frames.slice(0, limit);
}

const RULE = '----------------';

/** Members of a group that are printed. */
const WIDEST = 15;

function members(
  context: TracebackContext,
  group: PyException,
  seen: Set<PyException>,
  indent: number,
): string {
  const inner = ' '.repeat(indent + 2);
  let text = '';
  let last: PyException | undefined;
  for (const [index, member] of membersOf(group).entries()) {
    if (index === WIDEST) {
      const more = membersOf(group).length - WIDEST;
      text += `${inner}+${RULE} ... ${RULE}\n${inner}| and ${more} more exception${more === 1 ? '' : 's'}\n`;
      last = undefined;
      break;
    }
    const title = `+${RULE} ${index + 1} ${RULE}\n`;
    text += index === 0 ? `${' '.repeat(indent)}+-${title}` : inner + title;
    text += chain(context, member, seen, indent + 2);
    last = member;
  }
  return last && isGroup(last) ? text : `${text}${inner}+${'-'.repeat(36)}\n`;
}

/** The lines of the frames; long recursion is cut. */
function formatEntries(context: TracebackContext, entries: readonly TracebackEntry[]): string {
  let text = '';
  let last: TracebackEntry | undefined;
  let count = 0;
  const repeated = () => {
    const more = count - 3;
    return more > 0 ? `  [Previous line repeated ${more} more time${more === 1 ? '' : 's'}]\n` : '';
  };
  for (const entry of entries) {
    const same =
      last && last.file === entry.file && last.span.lineno === entry.span.lineno && last.name === entry.name;
    if (!same) {
      text += repeated();
      last = entry;
      count = 0;
    }
    count++;
    if (count <= 3) text += formatEntry(context, entry);
  }
  return text + repeated();
}

function formatEntry(context: TracebackContext, entry: TracebackEntry): string {
  const { line, marks } = sourceOf(context, entry);
  const head = `  File "${entry.file}", line ${entry.span.lineno}, in ${entry.name}\n`;
  return line === '' ? head : `${head}    ${line}\n${marks}`;
}

/** The source line of a frame, without its indent, and what marks a part of it; both may be empty. */
export function sourceOf(
  context: Pick<TracebackContext, 'source'>,
  { file, span }: Pick<TracebackEntry, 'file' | 'span'>,
): { readonly line: string; readonly marks: string } {
  const line = context.source(file)?.split('\n')[span.lineno - 1];
  const stripped = line?.replace(/^[ \t\f]+/, '').trimEnd();
  if (!line || !stripped) return { line: '', marks: '' };
  return { line: stripped, marks: markers(line, stripped, span) };
}

/** Characters that take two columns of a terminal. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/gu;

/** The line of `~` and `^` under the part that failed; empty where that is the whole line. */
function markers(line: string, stripped: string, span: Position): string {
  if (span.end_col_offset === 0 && span.col_offset === 0) return '';
  const characters = [...line];
  const indent = line.length - line.replace(/^[ \t\f]+/, '').length;
  const last = indent + [...stripped].length;
  const oneLine = span.lineno === span.end_lineno;
  const start = span.col_offset;
  const end = oneLine ? span.end_col_offset : last;
  const anchors = oneLine ? anchorsOf(line, span as Expr) : undefined;
  if (!anchors && end - start >= last - indent) return '';
  const columns = (from: number, to: number) => {
    const text = characters.slice(from, to).join('');
    return Math.max(0, to - from) + (text.match(WIDE)?.length ?? 0);
  };
  const before = `    ${' '.repeat(columns(indent, start))}`;
  if (!anchors) return `${before}${'^'.repeat(columns(start, end))}\n`;
  const [left, right] = anchors;
  const marks = `${'~'.repeat(columns(start, left))}${'^'.repeat(columns(left, right))}${'~'.repeat(columns(right, end))}`;
  return `${before}${marks}\n`;
}

/** Columns of the operator of a binary operation, or of the brackets of a subscript. */
function anchorsOf(line: string, node: Expr): [number, number] | undefined {
  const text = [...line];
  if (node.kind === 'BinOp') {
    let at = node.left.end_col_offset;
    while (text[at] === ' ' || text[at] === ')') at++;
    const next = text[at + 1];
    return [at, next !== undefined && next !== ' ' && next === text[at] ? at + 2 : at + 1];
  }
  if (node.kind === 'Subscript') {
    let at = node.value.end_col_offset;
    while (at < text.length && text[at] !== '[') at++;
    return [at, node.end_col_offset];
  }
  return undefined;
}

/** The last lines: the class, the message, notes behind their margin; for a SyntaxError also the place. */
function formatOnly(context: TracebackContext, exception: PyException, margin = ''): string {
  const notes = findAttribute(exception, '__notes__');
  const noteLines =
    notes === undefined
      ? ''
      : toArray(notes)
          .map((note) => `${str(note).replace(/^/gm, margin)}\n`)
          .join('');
  const syntax = syntaxErrorOf(exception);
  if (syntax) return `${formatSyntaxError(syntax)}${noteLines}`;
  const name = shownName(exception.cls);
  const message = messageOf(exception);
  const hint = hintFor(context, exception);
  return `${message === '' ? name : `${name}: ${message}`}${hint}\n${noteLines}`;
}

function messageOf(exception: PyException): string {
  try {
    return str(exception);
  } catch {
    return '<exception str() failed>';
  }
}

/** `module.Class`, without the modules that need no saying. */
function shownName(cls: PyClass): string {
  const module = cls.lookup('__module__');
  const bare = module === 'builtins' || module === '__main__';
  return bare ? cls.qualname : `${typeof module === 'string' ? module : '<unknown>'}.${cls.qualname}`;
}

function syntaxErrorOf(exception: PyException): PythonSyntaxError | undefined {
  if (!isException(exception, 'SyntaxError')) return undefined;
  const get = (name: string) => exception.attrs?.get(name) ?? null;
  const lineno = get('lineno');
  if (typeof lineno !== 'number') return undefined;
  const number = (name: string) => Number(get(name) ?? 0);
  const text = get('text');
  return new PythonSyntaxError(exception.cls.name as SyntaxErrorType, str(get('msg')), {
    filename: str(get('filename') ?? '<string>'),
    lineno,
    offset: number('offset'),
    endLineno: number('end_lineno'),
    endOffset: number('end_offset'),
    text: typeof text === 'string' ? text : null,
  });
}

function hintFor(context: TracebackContext, exception: PyException): string {
  if (context.plain) return '';
  const found = candidate(context, exception);
  return found === undefined ? '' : `. Did you mean: '${found}'?`;
}

function candidate(context: TracebackContext, exception: PyException): string | undefined {
  const name = exception.attrs?.get('name');
  if (typeof name !== 'string') return undefined;
  const isAttribute: boolean = isException(exception, 'AttributeError');
  if (isAttribute) {
    const object = exception.attrs!.get('obj') as Value;
    return object === undefined ? undefined : suggestion(namesOf(object), name);
  }
  const isName: boolean = isException(exception, 'NameError');
  if (!isName) return undefined;
  const frame = exception.traceback[0]?.frame as FrameView | undefined;
  if (!frame) return undefined;
  return (
    suggestion(frame.ownVariables, name) ??
    suggestion([...frame.globals.keys()], name) ??
    suggestion([...context.python.builtins.keys()], name)
  );
}

function namesOf(object: Value): string[] {
  try {
    return attributeNames(object);
  } catch (error) {
    if (error instanceof PyException) return [];
    throw error;
  }
}
