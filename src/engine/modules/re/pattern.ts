/** Compiled patterns and their matches, over JavaScript's RegExp where that will do. Positions count UTF-16 units here. */
import { backtracking } from './backtracking.ts';
import { FLAGS } from './pattern-reader.ts';
import { type Translation, translate } from './translate.ts';

const compiled = new Map<string, Pattern>();
const MAX_CACHED = 512;

type How = 'match' | 'fullmatch' | 'search';
type Spans = readonly (readonly [number, number] | undefined)[];

const isInsensitive = ({ flags }: Translation): boolean => (flags & FLAGS.I) !== 0;

function withRegExp(translation: Translation): (how: How, text: string, from: number) => Spans | undefined {
  const { source } = translation;
  const letters = `du${isInsensitive(translation) ? 'i' : ''}`;
  const regexps = {
    search: new RegExp(source, `${letters}g`),
    match: new RegExp(source, `${letters}y`),
    fullmatch: new RegExp(`(?:${source})(?![\\s\\S])`, `${letters}y`),
  };
  return (how, text, from) => {
    const regexp = regexps[how];
    regexp.lastIndex = from;
    return regexp.exec(text)?.indices as Spans | undefined;
  };
}

function ownMatcher(translation: Translation): (how: How, text: string, from: number) => Spans | undefined {
  const matches = backtracking(translation.source, translation.groups, isInsensitive(translation));
  return (how, text, from) => {
    if (how !== 'search') return matches(text, from, how === 'fullmatch');
    for (let at = from; at <= text.length; at += text.codePointAt(at)! > 0xffff ? 2 : 1) {
      const found = matches(text, at, false);
      if (found) return found;
    }
    return undefined;
  };
}

export class Pattern {
  readonly text: string;
  /** Pattern and subjects are bytes, kept as Latin-1 text. */
  readonly bytes: boolean;
  readonly flags: number;
  readonly groups: number;
  readonly names: ReadonlyMap<string, number>;
  readonly closing: readonly number[];
  private readonly exec: (how: How, text: string, from: number) => Spans | undefined;

  constructor(text: string, bytes: boolean, translation: Translation) {
    this.text = text;
    this.bytes = bytes;
    this.groups = translation.groups;
    this.names = translation.names;
    this.closing = translation.closing;
    this.flags = bytes
      ? translation.flags
      : translation.flags | ((translation.flags & FLAGS.A) === 0 ? FLAGS.U : 0);
    this.exec = translation.special ? ownMatcher(translation) : withRegExp(translation);
  }

  /** Compiles, or takes what was compiled before. @throws PatternError */
  static of(text: string, flags: number, bytes: boolean): Pattern {
    const key = `${bytes}${flags}:${text}`;
    const known = compiled.get(key);
    if (known) return known;
    if (compiled.size >= MAX_CACHED) compiled.clear();
    const made = new Pattern(text, bytes, translate(text, bytes ? flags | FLAGS.A : flags));
    compiled.set(key, made);
    return made;
  }

  /** @returns undefined where nothing matches between the places */
  find(how: How, subject: string, from: number, to: number): Match | undefined {
    const text = to < subject.length ? subject.slice(0, to) : subject;
    if (from > text.length) return undefined;
    const found = this.exec(how, text, from);
    return found ? new Match(this, subject, found, from, to) : undefined;
  }

  /** Every match, from left to right; an empty one may follow right behind one that is not. */
  *all(subject: string, from = 0, to = subject.length): Iterable<Match> {
    let at = from;
    let emptyAt = -1;
    while (at <= to) {
      const found = this.find('search', subject, at, to);
      if (!found) return;
      const [start, end] = found.spans[0]!;
      if (start === end && start === emptyAt) {
        at = start + ((subject.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
        emptyAt = -1;
        continue;
      }
      yield found;
      at = end;
      emptyAt = start === end ? end : -1;
    }
  }
}

export class Match {
  readonly pattern: Pattern;
  readonly subject: string;
  readonly from: number;
  readonly to: number;
  /** Start and end of every group; -1 for one that took no part. */
  readonly spans: readonly (readonly [number, number])[];

  constructor(pattern: Pattern, subject: string, found: Spans, from: number, to: number) {
    this.pattern = pattern;
    this.subject = subject;
    this.from = from;
    this.to = to;
    this.spans = Array.from(found, (span) => span ?? [-1, -1]);
  }

  group(number: number): string | undefined {
    const [start, end] = this.spans[number]!;
    return start < 0 ? undefined : this.subject.slice(start, end);
  }

  /** The last group that closed; undefined where none took part. */
  get lastIndex(): number | undefined {
    let best: number | undefined;
    for (const number of this.pattern.closing) {
      const [start, end] = this.spans[number]!;
      if (start >= 0 && (best === undefined || end >= this.spans[best]![1])) best = number;
    }
    return best;
  }
}
