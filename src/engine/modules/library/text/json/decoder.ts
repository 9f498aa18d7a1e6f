/** JSON as values. */
import { callValue } from '../../../../python/values/callable.ts';
import { PyList, PyTuple } from '../../../../python/values/containers/containers.ts';
import { dict } from '../../../../python/values/containers/dict.ts';
import type { Value } from '../../../../python/values/value.ts';
import { Float } from '../../../../stdlib/float.ts';
import type { Failure, Hooks } from './index.ts';

const BLANK = /[ \t\n\r]*/y;

const NUMBER = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?/y;

export class Decoder {
  private readonly text: string;
  private readonly hooks: Hooks;
  private readonly fail: Failure;
  at = 0;

  constructor(text: string, hooks: Hooks, fail: Failure) {
    this.text = text;
    this.hooks = hooks;
    this.fail = fail;
  }

  skipBlanks(): void {
    BLANK.lastIndex = this.at;
    BLANK.exec(this.text);
    this.at = BLANK.lastIndex;
  }

  value(): Value {
    const { text, at } = this;
    switch (text[at]) {
      case '"':
        this.at++;
        return this.string();
      case '{':
        this.at++;
        return this.object();
      case '[':
        this.at++;
        return this.array();
      default: {
        const word = this.word();
        return word === undefined ? this.number() : word;
      }
    }
  }

  private word(): Value | undefined {
    const { text, at } = this;
    for (const [word, value] of WORDS) {
      if (text.startsWith(word, at)) {
        this.at += word.length;
        return value;
      }
    }
    for (const word of ['NaN', 'Infinity', '-Infinity']) {
      if (text.startsWith(word, at)) {
        this.at += word.length;
        if (this.hooks.constant !== null) return callValue(this.hooks.constant, [word]);
        return new Float(Number(word));
      }
    }
    return undefined;
  }

  private number(): Value {
    NUMBER.lastIndex = this.at;
    const found = NUMBER.exec(this.text);
    if (!found) return this.fail('Expecting value', this.at);
    this.at = NUMBER.lastIndex;
    const isFloat = found[1] !== undefined || found[2] !== undefined;
    const hook = isFloat ? this.hooks.float : this.hooks.int;
    if (hook !== null) return callValue(hook, [found[0]]);
    if (isFloat) return new Float(Number(found[0]));
    const value = Number(found[0]);
    return Number.isSafeInteger(value) ? value : BigInt(found[0]);
  }

  private array(): Value {
    const items: Value[] = [];
    this.skipBlanks();
    if (this.text[this.at] === ']') {
      this.at++;
      return new PyList(items);
    }
    for (;;) {
      items.push(this.value());
      this.skipBlanks();
      const character = this.text[this.at];
      if (character === ']') break;
      if (character !== ',') this.fail("Expecting ',' delimiter", this.at);
      this.at++;
      this.skipBlanks();
    }
    this.at++;
    return new PyList(items);
  }

  private object(): Value {
    const pairs: (readonly [Value, Value])[] = [];
    this.skipBlanks();
    const name = 'Expecting property name enclosed in double quotes';
    if (this.text[this.at] !== '}') {
      for (;;) {
        if (this.text[this.at] !== '"') this.fail(name, this.at);
        this.at++;
        const key = this.string();
        this.skipBlanks();
        if (this.text[this.at] !== ':') this.fail("Expecting ':' delimiter", this.at);
        this.at++;
        this.skipBlanks();
        pairs.push([key, this.value()]);
        this.skipBlanks();
        const character = this.text[this.at];
        if (character === '}') break;
        if (character !== ',') this.fail("Expecting ',' delimiter", this.at);
        this.at++;
        this.skipBlanks();
      }
    }
    this.at++;
    if (this.hooks.pairs !== null) {
      return callValue(this.hooks.pairs, [new PyList(pairs.map((pair) => new PyTuple(pair)))]);
    }
    const made = dict(pairs);
    return this.hooks.object === null ? made : callValue(this.hooks.object, [made]);
  }

  private string(): string {
    const start = this.at - 1;
    let out = '';
    for (;;) {
      const character = this.text[this.at];
      if (character === undefined) this.fail('Unterminated string starting at', start);
      if (character === '"') {
        this.at++;
        return out;
      }
      if (character === '\\') out += this.escape(start);
      else {
        if (this.hooks.strict && character! < ' ') this.fail('Invalid control character at', this.at);
        out += character;
        this.at++;
      }
    }
  }

  private escape(start: number): string {
    const letter = this.text[this.at + 1];
    if (letter === undefined) this.fail('Unterminated string starting at', start);
    if (letter === 'u') {
      const digits = this.text.slice(this.at + 2, this.at + 6);
      if (!/^[0-9a-fA-F]{4}$/.test(digits)) this.fail('Invalid \\uXXXX escape', this.at + 1);
      this.at += 6;
      return String.fromCharCode(Number.parseInt(digits, 16));
    }
    const simple = UNESCAPES[letter!];
    if (simple === undefined) this.fail('Invalid \\escape', this.at);
    this.at += 2;
    return simple!;
  }
}

const WORDS: readonly (readonly [string, Value])[] = [
  ['null', null],
  ['true', true],
  ['false', false],
];

const UNESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};
