/**
 * Mako templates, as far as migration templates go: a template becomes a small Python program that collects pieces of text,
 * and Python runs it. Answers to: the parts of Mako's lexer and code generator that script.py.mako relies on.
 */
import { type Process, type PythonWorld, Raise } from '../../machine.ts';
import { reprString } from '../../stdlib/repr.ts';
import { filtered } from './mako-filters.ts';
import { namesBefore } from './mako-names.ts';
import { endOfPython, withoutMargin } from './mako-python.ts';

/**
 * Fills a template in.
 * @param file shown in the errors of a template that cannot be read
 * @throws Raise mako.exceptions.SyntaxException; whatever the expressions raise
 */
export function renderTemplate(
  process: Process,
  template: string,
  names: ReadonlyMap<string, unknown>,
  file: string,
): string {
  const { python } = process;
  const code = new Translation(python, template.replace(/\r\n?/g, '\n'), file).program();
  const program = namesBefore(code, names) + code;
  const given = new Map(names);
  given.set('context', python.dict(names));
  const left = python.execute(program, given);
  return String(left.get('_text'));
}

/** A template that looks at the variable `loop` of its for loops. */
const USES_LOOP = /\bloop\.\w|\(loop\)/;

/** What makes a control line a whole statement: text before and after it. */
const FRAMES: Readonly<Record<string, readonly [string, string]>> = {
  if: ['', 'pass'],
  for: ['', 'pass'],
  while: ['', 'pass'],
  with: ['', 'pass'],
  try: ['', 'pass\nexcept:pass'],
  elif: ['if False:pass\n', 'pass'],
  else: ['if False:pass\n', 'pass'],
  except: ['try:pass\n', 'pass'],
};

const KNOWN_TAGS = new Set(['include', 'inherit', 'namespace', 'call']);
const MIDDLES = new Set(['else', 'elif', 'except', 'finally']);

class Translation {
  readonly #python: PythonWorld;
  readonly #text: string;
  readonly #file: string;
  readonly #lines: string[] = ['_out = []'];
  readonly #open: string[] = [];
  readonly #openedAt: number[] = [];
  readonly #blockNames: string[] = [];
  #blocks = 0;
  #at = 0;

  constructor(python: PythonWorld, text: string, file: string) {
    this.#python = python;
    this.#text = text;
    this.#file = file;
  }

  program(): string {
    while (this.#at < this.#text.length) this.#next();
    if (this.#open.length > 0)
      throw this.#problem(`Unterminated control keyword: '${this.#open.at(-1)}'`, this.#openedAt.at(-1)!);
    return `${this.#lines.join('\n')}\n_text = ''.join(_out)\n`;
  }

  #next(): void {
    const rest = this.#text.slice(this.#at);
    const atLineStart = this.#at === 0 || this.#text[this.#at - 1] === '\n';
    const control = atLineStart ? /^[ \t]*%(?!%)[ \t]*((?:\\\n|[^\n])*)(?:\n|$)/.exec(rest) : null;
    const comment = atLineStart ? /^[ \t]*##[^\n]*(?:\n|$)/.exec(rest) : null;
    if (control) this.#control(control[1]!.trim(), control[0].length);
    else if (comment) this.#at += comment[0].length;
    else if (rest.startsWith('$' + '{')) this.#expression();
    else if (rest.startsWith('<%')) this.#tag(rest);
    else if (rest.startsWith('</%')) this.#closeTag(rest);
    else this.#plain(rest, atLineStart);
  }

  /** Text up to whatever means something. */
  #plain(rest: string, atLineStart: boolean): void {
    const stop = /\$\{|<\/?%|\n/.exec(
      atLineStart ? rest.replace(/^[ \t]*%%/, (lead) => '_'.repeat(lead.length)) : rest,
    );
    const end =
      stop === null
        ? rest.length
        : stop[0] === '\n'
          ? stop.index + 1
          : Math.max(stop.index, stop.index === 0 ? 1 : 0);
    let piece = rest.slice(0, end);
    this.#at += end;
    if (atLineStart) piece = piece.replace(/^([ \t]*)%%/, '$1%');
    this.#write(piece.replace(/\\\n$/, ''));
  }

  #write(piece: string): void {
    if (piece !== '') this.#line(`_out.append(${reprString(piece)})`);
  }

  #line(code: string): void {
    this.#lines.push('    '.repeat(this.#open.length) + code);
  }

  #control(code: string, length: number): void {
    const word = /^\w+/.exec(code)?.[0] ?? '';
    const at = this.#at;
    this.#at += length;
    if (word.startsWith('end')) {
      const opened = word.slice(3);
      const expected = this.#open.at(-1);
      if (expected !== opened) {
        throw this.#problem(
          expected === undefined
            ? `No starting keyword '${opened}' for '${word}'`
            : `Keyword '${word}' doesn't match keyword '${expected}'`,
          at,
        );
      }
      this.#line('pass');
      this.#leave();
      return;
    }
    this.#checkFragment(code, at);
    if (MIDDLES.has(word)) {
      this.#line('pass');
      const opened = this.#open.pop();
      if (opened === undefined)
        throw this.#problem(`Keyword '${word}' not a legal ternary for keyword 'None'`, at);
      this.#line(code);
      this.#open.push(opened);
    } else {
      const loop = word === 'for' ? /^for\s+(.+?)\s+in\s+(.+):\s*(#.*)?$/s.exec(code) : null;
      if (loop && USES_LOOP.test(this.#text)) {
        this.#line(`for loop, (${loop[1]}) in _loop(${loop[2]}, globals().get('loop') or None):`);
      } else this.#line(code);
      this.#enter(word, at);
    }
  }

  /** A control line as the head of a statement. @throws Raise CompileException, SyntaxException */
  #checkFragment(code: string, at: number): void {
    const fragment = /^(\w+)(?:\s+.*?)?:\s*(?:#|$)/s.exec(code);
    if (!fragment)
      throw this.#problem(`Fragment '${code}' is not a partial control statement`, at, 'CompileException');
    const word = fragment[1]!;
    const frame = FRAMES[word];
    if (!frame) throw this.#problem(`Unsupported control keyword: '${word}'`, at, 'CompileException');
    const head = fragment[0].endsWith('#') ? fragment[0].slice(0, -1) : code;
    this.#checkPython(`${frame[0]}${head}${frame[1]}`, at, frame[0] === '' ? 0 : -1);
  }

  #enter(word: string, at: number): void {
    this.#open.push(word);
    this.#openedAt.push(at);
  }

  #leave(): void {
    this.#open.pop();
    this.#openedAt.pop();
  }

  #expression(): void {
    const start = this.#at;
    this.#at += 2;
    const body = this.#untilAny(['|', '}'], start);
    const escapes = this.#text[this.#at - 1] === '|' ? this.#untilAny(['}'], start).trim() : '';
    const code = body.trim();
    this.#checkPython(body.trimStart(), start);
    // A list of filters is read as a tuple.
    this.#checkPython(/^\S/.test(escapes) && !/^,\s*$/.test(escapes) ? `${escapes},` : escapes, start);
    const filters = escapes === '' ? [] : escapes.split(',').map((filter) => filter.trim());
    const wanted = filters.includes('n') ? [] : ['str'];
    for (const filter of filters) if (filter !== 'n' && filter !== '') wanted.push(filter);
    this.#line(`_out.append(${filtered(code, wanted)})`);
  }

  /** Python inside the template that does not compile. @throws Raise SyntaxException, at the line that is wrong */
  #checkPython(code: string, start: number, lines = 0): void {
    const problem = this.#python.syntaxProblem(code, '<unknown>');
    if (!problem) return;
    const { type, message, line } = problem;
    const said = line === undefined ? message : `${message} (<unknown>, line ${line})`;
    const shown = this.#python.repr(code.slice(0, 50));
    throw this.#problem(`(${type}) ${said} (${shown})`, start, 'SyntaxException', (line ?? 1) - 1 + lines);
  }

  /** The text up to the end of a block of Python, outside of strings and comments; moves behind it. */
  #untilBlockEnd(start: number): string {
    return this.#untilAny(['%>'], start, false);
  }

  /** The text up to one of the marks, outside of strings, comments and (where that counts) brackets; moves behind it. */
  #untilAny(marks: readonly string[], start: number, nests = true): string {
    const from = this.#at;
    const end = endOfPython(this.#text, from, marks, nests);
    if (end !== undefined) {
      this.#at = end.behind;
      return this.#text.slice(from, end.at);
    }
    const expected = marks.map((mark) => (mark === '|' ? '\\|' : mark)).join(',');
    throw this.#problem(`Expected: ${expected}; unterminated tag or expression beginning`, start);
  }

  #tag(rest: string): void {
    const start = this.#at;
    const named = /^<%(\w+)((?:\s+[\w:]+\s*=\s*(?:'[^']*'|"[^"]*"))*)\s*(\/?)>/.exec(rest);
    if (named) {
      this.#namedTag(named[1]!, named[2]!, named[3] === '/', named[0].length, rest);
      return;
    }
    const module = rest.startsWith('<%!');
    this.#at += module ? 3 : 2;
    const block = `${withoutMargin(this.#untilBlockEnd(start))}\n`;
    const code = block.trimStart();
    this.#checkPython(code, start, block.slice(0, block.length - code.length).split('\n').length - 1);
    const lines = code.trimEnd().split('\n');
    if (module) this.#lines.splice(1, 0, ...lines);
    else for (const line of lines) this.#line(line);
  }

  #namedTag(name: string, attributes: string, closed: boolean, length: number, rest: string): void {
    if (name === 'text' || name === 'doc') {
      const end = rest.indexOf(`</%${name}>`);
      const stop = end < 0 ? rest.length : end;
      if (name === 'text') this.#write(rest.slice(length, stop));
      this.#at += stop + (end < 0 ? 0 : name.length + 4);
      return;
    }
    this.#at += length;
    if (name === 'def') {
      const signature = /name\s*=\s*(?:'([^']*)'|"([^"]*)")/.exec(attributes);
      this.#line(`def ${signature?.[1] ?? signature?.[2] ?? ''}:`);
      this.#enter('def', this.#at);
    } else if (name === 'page') {
      for (const [, one, two] of attributes.matchAll(/args\s*=\s*(?:'([^']*)'|"([^"]*)")/g))
        this.#arguments(one ?? two ?? '');
    } else if (name === 'block') {
      const own = /name\s*=\s*(?:'(\w+)'|"(\w+)")/.exec(attributes);
      this.#blocks += 1;
      const block = own?.[1] ?? own?.[2] ?? `_block_${this.#blocks}`;
      this.#line(`def ${block}():`);
      this.#blockNames.push(block);
      this.#enter('block', this.#at);
    } else if (!KNOWN_TAGS.has(name)) {
      throw this.#problem(`No such tag: '${name}'`, this.#at - length, 'CompileException');
    } else if (!closed || name === 'include' || name === 'inherit' || name === 'namespace') {
      this.#line(`raise LookupError(${reprString(`<%${name}> needs a template lookup`)})`);
    }
  }

  /** Arguments of a page: a default, where nobody gave a value. */
  #arguments(text: string): void {
    for (const argument of text.split(',')) {
      const [name, value] = argument.split('=').map((part) => part.trim());
      this.#line(
        value === undefined
          ? `${name} = context[${reprString(name!)}]`
          : `${name} = context.get(${reprString(name!)}, ${value})`,
      );
    }
  }

  #closeTag(rest: string): void {
    const closed = /^<\/%[\t ]*(\w+)[\t ]*>/.exec(rest);
    if (closed && this.#open.at(-1) !== closed[1]) {
      throw this.#problem(`Closing tag without opening tag: </%${closed[1]}>`, this.#at);
    }
    this.#at += closed ? closed[0].length : 3;
    if (closed?.[1] !== 'def' && closed?.[1] !== 'block') return;
    this.#line("return ''");
    this.#leave();
    if (closed[1] !== 'block') return;
    const name = this.#blockNames.pop()!;
    this.#line(`self.${name} = ${name}`);
    this.#line(`${name}()`);
  }

  #problem(message: string, offset: number, kind = 'SyntaxException', below = 0): Raise {
    const before = this.#text.slice(0, offset);
    const line = before.split('\n').length + below;
    const column = offset - (before.lastIndexOf('\n') + 1) + 1;
    const place = `in file '${this.#file}' at line: ${line} char: ${column}`;
    return new Raise(`mako.exceptions.${kind}`, [`${message} ${place}`]);
  }
}
