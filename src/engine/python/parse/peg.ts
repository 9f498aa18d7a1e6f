/**
 * A small machine for parsing expression grammars: the text of a grammar becomes functions from a place among the tokens
 * to the place behind what matched. It only recognises; whoever wants the tree of a part parses that part again.
 */
import type { Token } from './tokens.ts';

/** The place behind the match, or NO_MATCH. */
type Matcher = (at: number) => number;

const NO_MATCH = -1;

/** Tokens from one place to another that a name in the grammar stands for. */
export interface Capture {
  readonly from: number;
  readonly to: number;
  /** The rule that matched, if it was a rule. */
  readonly rule: string | undefined;
}

export type Captures = ReadonlyMap<string, Capture>;

/** What the grammar needs from outside. */
export interface Host {
  /** Cuts further where needed. @throws whatever is wrong in the text. */
  token(at: number): Token;
  isWord(at: number, word: string): boolean;
  /** Reads the STRING tokens from here, and complains about their inside. @returns the place behind them. */
  strings(at: number): number;
  /** @throws the error, or returns where this wrong turn is none after all. */
  fail(what: string, message: string, captures: Captures): void;
  expected(at: number, sign: string): never;
}

interface Rule {
  readonly match: Matcher;
  readonly shared: boolean;
}

/** A rule by its name, over the tokens of a host. */
export class Grammar {
  /** Whether the rules of wrong turns count. */
  errors = false;
  private readonly sources = new Map<string, { readonly body: string; readonly shared: boolean }>();
  private readonly rules = new Map<string, Rule>();
  private memory = new Map<string, number[]>();
  private readonly host: Host;

  constructor(text: string, host: Host) {
    this.host = host;
    for (const [, name, star, body] of text.matchAll(/^(\w+)(\*?): (.*)$/gm)) {
      this.sources.set(name!, { body: body!, shared: star === '*' });
    }
  }

  /** Whether a rule matches from the first token on. */
  matches(name: string): boolean {
    this.memory = new Map();
    return this.rule(name)(0) !== NO_MATCH;
  }

  private rule(name: string): Matcher {
    return (at) => {
      const rule = this.rules.get(name) ?? this.compiled(name);
      // CPython remembers some rules across both ways of parsing and the rest not at all; here each way has a memory.
      const key = rule.shared || this.errors ? name : `${name}-`;
      const places = this.memory.get(key) ?? [];
      this.memory.set(key, places);
      const known = places[at];
      if (known !== undefined) return known;
      const end = name === 'expression_without_invalid' ? this.withoutErrors(rule, at) : rule.match(at);
      places[at] = end;
      return end;
    };
  }

  private withoutErrors(rule: Rule, at: number): number {
    const { errors } = this;
    this.errors = false;
    const end = rule.match(at);
    this.errors = errors;
    return end;
  }

  private compiled(name: string): Rule {
    const source = this.sources.get(name);
    if (!source) throw new Error(`no rule ${name} in the grammar`);
    const pieces = source.body.match(/=>|&&|\w+=|\w+(?:-\w*)?|'[^']+'|"(?:[^"\\]|\\.)*"|[|()?*+&!~.]/g)!;
    const reader = new Reader(
      pieces,
      this.host,
      (rule) => this.rule(rule),
      () => this.errors,
    );
    const rule = { match: reader.alternatives(), shared: source.shared };
    this.rules.set(name, rule);
    return rule;
  }
}

interface Item {
  readonly match: Matcher;
  readonly name: string | undefined;
  readonly rule: string | undefined;
  readonly cut: boolean;
}

interface Alternative {
  readonly items: readonly Item[];
  /** Nothing but a rule of errors, which is left out the first time through. */
  readonly wrongTurn: boolean;
  readonly error: { readonly what: string; readonly message: string } | undefined;
}

/** Turns the pieces of a rule into functions. */
class Reader {
  private at = 0;
  private readonly pieces: readonly string[];
  private readonly host: Host;
  private readonly rule: (name: string) => Matcher;
  private readonly wrongTurns: () => boolean;

  constructor(
    pieces: readonly string[],
    host: Host,
    rule: (name: string) => Matcher,
    wrongTurns: () => boolean,
  ) {
    this.wrongTurns = wrongTurns;
    this.pieces = pieces;
    this.host = host;
    this.rule = rule;
  }

  alternatives(): Matcher {
    const alternatives = [this.alternative()];
    while (this.take('|')) alternatives.push(this.alternative());
    const [first] = alternatives;
    if (alternatives.length === 1 && first!.items.length === 1 && !first!.error && !first!.wrongTurn)
      return first!.items[0]!.match;
    return (at) => {
      for (const alternative of alternatives) {
        if (alternative.wrongTurn && !this.wrongTurns()) continue;
        const end = this.run(alternative, at);
        if (end !== undefined) return end;
      }
      return NO_MATCH;
    };
  }

  /** undefined where the next alternative is to be tried. */
  private run({ items, error }: Alternative, start: number): number | undefined {
    const captures = error && new Map<string, Capture>();
    let at = start;
    let cut = false;
    for (const { match, name, rule, cut: isCut } of items) {
      const end = match(at);
      if (end === NO_MATCH) return cut ? NO_MATCH : undefined;
      if (name !== undefined) captures?.set(name, { from: at, to: end, rule });
      cut ||= isCut;
      at = end;
    }
    if (!error) return at;
    this.host.fail(error.what, error.message, captures!);
    return error.what.endsWith('Number') ? at : NO_MATCH;
  }

  private alternative(): Alternative {
    const items: Item[] = [];
    for (;;) {
      const piece = this.pieces[this.at];
      if (piece === undefined || piece === '|' || piece === ')') {
        const wrongTurn = items.length === 1 && (items[0]!.rule?.startsWith('invalid') ?? false);
        return { items, wrongTurn, error: undefined };
      }
      if (this.take('=>')) {
        const what = this.pieces[this.at++]!;
        const message = this.pieces[this.at++]!.slice(1, -1).replaceAll('\\"', '"');
        return { items, wrongTurn: false, error: { what, message } };
      }
      items.push(this.item());
    }
  }

  private item(): Item {
    if (this.take('~')) return { match: (at) => at, name: undefined, rule: undefined, cut: true };
    const piece = this.pieces[this.at]!;
    const name = /^\w+=$/.test(piece) ? piece.slice(0, -1) : undefined;
    if (name !== undefined) this.at++;
    const target = this.pieces[this.at]!;
    const rule = /^[a-z]/.test(target) ? target : undefined;
    return { match: this.prefixed(), name, rule, cut: false };
  }

  private prefixed(): Matcher {
    if (this.take('&&')) {
      const sign = this.pieces[this.at]!.slice(1, -1);
      const match = this.suffixed();
      return (at) => {
        const end = match(at);
        return end === NO_MATCH ? this.host.expected(at, sign) : end;
      };
    }
    if (this.take('&')) {
      const match = this.suffixed();
      return (at) => (match(at) === NO_MATCH ? NO_MATCH : at);
    }
    if (this.take('!')) {
      const match = this.suffixed();
      return (at) => (match(at) === NO_MATCH ? at : NO_MATCH);
    }
    return this.suffixed();
  }

  private suffixed(): Matcher {
    const match = this.atom();
    if (this.take('?')) return (at) => Math.max(at, match(at));
    if (this.take('*')) return repeated(match, undefined, true);
    if (this.take('+')) return repeated(match, undefined, false);
    if (!this.take('.')) return match;
    const item = this.atom();
    this.take('+');
    return repeated(item, match, false);
  }

  private atom(): Matcher {
    const piece = this.pieces[this.at++]!;
    if (piece === '(') {
      const inner = this.alternatives();
      this.take(')');
      return inner;
    }
    const { host } = this;
    if (piece[0] === '"') {
      const word = piece.slice(1, -1);
      return (at) => (host.isWord(at, word) ? at + 1 : NO_MATCH);
    }
    if (piece === 'STRINGS') return (at) => (host.token(at).kind === 'STRING' ? host.strings(at) : NO_MATCH);
    if (piece[0] !== "'" && piece !== piece.toUpperCase()) return this.rule(piece);
    const kind = piece[0] === "'" ? piece.slice(1, -1) : piece;
    return (at) => (host.token(at).kind === kind ? at + 1 : NO_MATCH);
  }

  private take(piece: string): boolean {
    if (this.pieces[this.at] !== piece) return false;
    this.at++;
    return true;
  }
}

/** One or more (or none, if that is allowed), with separators between them. */
function repeated(item: Matcher, separator: Matcher | undefined, none: boolean): Matcher {
  return (start) => {
    let at = item(start);
    if (at === NO_MATCH) return none ? start : NO_MATCH;
    for (;;) {
      const between = separator ? separator(at) : at;
      const next = between === NO_MATCH ? NO_MATCH : item(between);
      if (next === NO_MATCH || next === at) return at;
      at = next;
    }
  };
}
