/**
 * Recognises function bodies so plain that nothing can be wrong with them: `pass`, and calls with names, numbers, strings,
 * lists and calls as arguments, as autogenerate writes them. Such a body needs no tree until it is called.
 * It answers "no" to everything that it does not know, also to much that is right.
 */
import { KEYWORDS } from './tokens.ts';

/** Deeper than people nest and far from the limits of the parser. */
const MAX_DEPTH = 30;

const SKIPPED = /(?: *(?:#[^\n]*)?\n)*/y;
const INDENT = / {4}(?! )/y;
const PASS = /pass\n/y;
const NAME = /[A-Za-z_]\w*(?!["'\w])/y;
const LITERAL = /(?:'[^'\\\n]*'|"[^"\\\n]*"|(?:0|[1-9]\d{0,15}))(?![\w."'])/y;
const CONSTANT = /(?:True|False|None)(?![\w."'([])/y;
const BLANK = /[ \n]*/y;
const EQUALS = / ?= ?(?!=)/y;

/** A walk through a text: every method moves on and says whether it could. */
class Recogniser {
  readonly text: string;
  at: number;

  constructor(text: string, at: number) {
    this.text = text;
    this.at = at;
  }

  take(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    if (!pattern.test(this.text)) return false;
    this.at = pattern.lastIndex;
    return true;
  }

  sign(sign: string): boolean {
    if (this.text[this.at] !== sign) return false;
    this.at++;
    return true;
  }

  /** A name that is no keyword; undefined where there is none. */
  name(): string | undefined {
    const start = this.at;
    if (!this.take(NAME)) return undefined;
    const name = this.text.slice(start, this.at);
    if (!KEYWORDS.has(name) && name !== '__debug__') return name;
    this.at = start;
    return undefined;
  }

  statement(): boolean {
    if (!this.take(INDENT)) return false;
    return this.take(PASS) || (this.name() !== undefined && this.trailers(0) && this.sign('\n'));
  }

  /** What follows a name: attributes and calls. */
  private trailers(depth: number): boolean {
    for (let count = 0; count < MAX_DEPTH; count++) {
      if (this.sign('.')) {
        if (this.name() === undefined) return false;
      } else if (this.sign('(')) {
        if (!this.items(')', depth + 1)) return false;
      } else return true;
    }
    return false;
  }

  /** Arguments of a call or items of a list, and the bracket behind them. */
  private items(close: ')' | ']', depth: number): boolean {
    if (depth > MAX_DEPTH) return false;
    let keywords: string[] | undefined;
    for (;;) {
      this.take(BLANK);
      if (this.sign(close)) return true;
      const name = this.name();
      if (name !== undefined && close === ')' && this.take(EQUALS)) {
        if (keywords?.includes(name)) return false;
        keywords ??= [];
        keywords.push(name);
        if (!this.value(depth)) return false;
      } else {
        if (keywords) return false;
        if (name === undefined ? !this.value(depth) : !this.trailers(depth)) return false;
      }
      this.take(BLANK);
      if (this.sign(',')) continue;
      return this.sign(close);
    }
  }

  private value(depth: number): boolean {
    if (this.take(LITERAL)) return true;
    if (this.sign('[')) return this.items(']', depth + 1);
    return this.name() === undefined ? this.take(CONSTANT) : this.trailers(depth);
  }
}

/**
 * The end of a plain body with an indent of four blanks: the place of the next line without indent.
 * @param at where its first line starts
 * @returns undefined where it is not known to be right
 */
export function plainBodyEnd(text: string, at: number): number | undefined {
  const walk = new Recogniser(text, at);
  let statements = 0;
  for (;;) {
    walk.take(SKIPPED);
    if (text[walk.at] !== ' ') return statements > 0 ? walk.at : undefined;
    if (!walk.statement()) return undefined;
    statements++;
  }
}
