/**
 * A matcher of our own for what JavaScript's RegExp has not or does otherwise: atomic groups and possessive quantifiers,
 * conditional groups, back-references to groups that took no part (they fail), and groups inside a repetition, which keep what
 * they matched in earlier rounds. It reads the translated pattern, and leaves single characters, sets and look-behinds to RegExp.
 * Answers to: CPython's _sre.
 */

/** Start and end of each group; undefined for one that took no part. */
type Spans = (readonly [start: number, end: number] | undefined)[];

interface State {
  readonly text: string;
  spans: Spans;
}

type Next = (at: number) => boolean;
/** Matches at a place, and goes on behind it; false where either fails, with the groups as they were. */
type Node = (state: State, at: number, next: Next) => boolean;

/** Matches at one place. @returns the groups' spans, the whole match first; undefined where it does not match */
export type Matcher = (text: string, at: number, whole: boolean) => Spans | undefined;

/** @param source a pattern in JavaScript's syntax, with `(?>…)`, `(?(1)…|…)` and `*+` beside it */
export function backtracking(source: string, groups: number, insensitive: boolean): Matcher {
  const root = new Reader(source).alternatives(insensitive);
  return (text, at, whole) => {
    const state: State = { text, spans: new Array(groups + 1).fill(undefined) };
    const ends = (end: number) => {
      if (whole && end !== text.length) return false;
      state.spans[0] = [at, end];
      return true;
    };
    return root(state, at, ends) ? state.spans : undefined;
  };
}

const GROUP = /\((?:\?(?:<[=!]|[:=!>]|-?i:|\((\d+)\)))?/y;
const ATOM = /\[(?:\\.|[^\]\\])*\]|\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|x[\da-f]{2}|.)|./isuy;
const QUANTIFIER = /([*+?]|\{(\d+)(,?)(\d*)\})([?+]?)/y;

class Reader {
  readonly #source: string;
  #at = 0;
  #groups = 0;

  constructor(source: string) {
    this.#source = source;
  }

  #take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#source);
    if (!found) return undefined;
    this.#at = pattern.lastIndex;
    return found;
  }

  alternatives(insensitive: boolean): Node {
    const ways = [this.#sequence(insensitive)];
    while (this.#source[this.#at] === '|') {
      this.#at++;
      ways.push(this.#sequence(insensitive));
    }
    if (ways.length === 1) return ways[0]!;
    return (state, at, next) => ways.some((way) => way(state, at, next));
  }

  #sequence(insensitive: boolean): Node {
    const items: Node[] = [];
    while (this.#at < this.#source.length && !'|)'.includes(this.#source[this.#at]!)) {
      const [item, isCharacter] = this.#item(insensitive);
      items.push(this.#repeated(item, isCharacter));
    }
    return items.reduceRight<Node>(
      (rest, item) => (state, at, next) => item(state, at, (end) => rest(state, end, next)),
      (_state, at, next) => next(at),
    );
  }

  #item(insensitive: boolean): readonly [item: Node, isCharacter: boolean] {
    const reference = this.#take(/\(\?:\\(\d+)\)/y);
    if (reference) return [referring(Number(reference[1]), insensitive), false];
    if (this.#source[this.#at] === '(') return [this.#group(insensitive), false];
    return [character(this.#take(ATOM)![0], insensitive), true];
  }

  #group(insensitive: boolean): Node {
    const start = this.#at;
    const [sign, condition] = this.#take(GROUP)!;
    if (sign === '(?<=' || sign === '(?<!') {
      const whole = this.#rest(start);
      if (!/\(\?:\\\d|(?<!\\)\((?!\?)/.test(whole)) return character(whole, insensitive);
      this.#at = start + sign.length;
    }
    const number = sign === '(' ? ++this.#groups : 0;
    if (condition !== undefined) return this.#conditional(Number(condition), insensitive);
    const inner = this.alternatives(sign === '(?i:' || (insensitive && sign !== '(?-i:'));
    this.#at++;
    switch (sign) {
      case '(':
        return capturing(number, inner);
      case '(?>':
        return atomic(inner);
      case '(?=':
        return (state, at, next) => atomic(inner)(state, at, () => next(at));
      case '(?!':
        return (state, at, next) => !probe(inner, state, at) && next(at);
      case '(?<=':
        return (state, at, next) => atomic(behind(inner))(state, at, next);
      case '(?<!':
        return (state, at, next) => !probe(behind(inner), state, at) && next(at);
      default:
        return inner;
    }
  }

  #conditional(number: number, insensitive: boolean): Node {
    const yes = this.#sequence(insensitive);
    let no: Node = (_state, at, next) => next(at);
    if (this.#source[this.#at] === '|') {
      this.#at++;
      no = this.#sequence(insensitive);
    }
    this.#at++;
    return (state, at, next) => (state.spans[number] ? yes : no)(state, at, next);
  }

  /** The text of a group that began at `start`, to its closing bracket. */
  #rest(start: number): string {
    for (let depth = 1; depth > 0; ) {
      const sign = this.#take(ATOM)![0];
      if (sign === '(') depth++;
      else if (sign === ')') depth--;
    }
    return this.#source.slice(start, this.#at);
  }

  #repeated(item: Node, isCharacter: boolean): Node {
    const found = this.#take(QUANTIFIER);
    if (!found) return item;
    const [, sign, least, comma, most, mode] = found;
    const min = least === undefined ? (sign === '+' ? 1 : 0) : Number(least);
    const open = least === undefined ? sign !== '?' : comma === ',' && most === '';
    const max = open ? Number.POSITIVE_INFINITY : least === undefined ? 1 : Number(most || least);
    if (mode === '+') return atomic(greedy(item, min, max, isCharacter));
    return mode === '?' ? lazy(item, min, max) : greedy(item, min, max, isCharacter);
  }
}

/** One character, or a place that is looked at: as RegExp knows it. */
function character(source: string, insensitive: boolean): Node {
  const regexp = new RegExp(source, insensitive ? 'iuy' : 'uy');
  return (state, at, next) => {
    regexp.lastIndex = at;
    return regexp.test(state.text) && next(regexp.lastIndex);
  };
}

const capturing =
  (number: number, inner: Node): Node =>
  (state, at, next) =>
    inner(state, at, (end) => {
      const before = state.spans[number];
      state.spans[number] = [at, end];
      if (next(end)) return true;
      state.spans[number] = before;
      return false;
    });

/** Where a part ends that is not asked again; undefined where it does not match. */
function endOf(inner: Node, state: State, at: number): number | undefined {
  let found: number | undefined;
  inner(state, at, (end) => {
    found = end;
    return true;
  });
  return found;
}

function atomic(inner: Node): Node {
  return (state, at, next) => {
    const before = state.spans.slice();
    const end = endOf(inner, state, at);
    if (end !== undefined && next(end)) return true;
    state.spans = before;
    return false;
  };
}

/** A part that ends where the look-behind stands. */
function behind(inner: Node): Node {
  return (state, at, next) => {
    for (let start = at; start >= 0; start--)
      if (inner(state, start, (end) => end === at && next(at))) return true;
    return false;
  };
}

/** Whether a part matches, with no trace left. */
function probe(inner: Node, state: State, at: number): boolean {
  const before = state.spans.slice();
  const found = endOf(inner, state, at) !== undefined;
  state.spans = before;
  return found;
}

function referring(number: number, insensitive: boolean): Node {
  return (state, at, next) => {
    const span = state.spans[number];
    if (!span) return false;
    const wanted = state.text.slice(...span);
    const found = state.text.slice(at, at + wanted.length);
    const same = insensitive ? wanted.toLowerCase() === found.toLowerCase() : wanted === found;
    return same && next(at + wanted.length);
  };
}

function greedy(item: Node, min: number, max: number, isCharacter: boolean): Node {
  if (isCharacter) return greedyCharacters(item, min, max);
  // A round that takes nothing is the last one.
  const round = (state: State, at: number, next: Next, count: number, last: number): boolean => {
    const again = (end: number) => round(state, end, next, count + 1, at);
    const more = count < min || (count < max && at !== last);
    return (more && item(state, at, again)) || (count >= min && next(at));
  };
  return (state, at, next) => round(state, at, next, 0, -1);
}

/** Characters are counted, not nested: there may be many. */
function greedyCharacters(item: Node, min: number, max: number): Node {
  return (state, at, next) => {
    const ends = [at];
    while (ends.length <= max) {
      const end = endOf(item, state, ends[ends.length - 1]!);
      if (end === undefined) break;
      ends.push(end);
    }
    while (ends.length > min) if (next(ends.pop()!)) return true;
    return false;
  };
}

function lazy(item: Node, min: number, max: number): Node {
  const round = (state: State, at: number, next: Next, count: number, last: number): boolean => {
    if (count >= min && next(at)) return true;
    const more = count < min || (count < max && at !== last);
    return more && item(state, at, (end) => round(state, end, next, count + 1, at));
  };
  return (state, at, next) => round(state, at, next, 0, -1);
}
