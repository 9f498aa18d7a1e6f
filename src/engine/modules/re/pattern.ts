/** Compiled patterns and their matches, over JavaScript's RegExp. Positions count UTF-16 units here. */
import { FLAGS } from './pattern-reader.ts';
import { type Translation, translate } from './translate.ts';

const compiled = new Map<string, Pattern>();
const MAX_CACHED = 512;

export class Pattern {
  readonly text: string;
  /** Pattern and subjects are bytes, kept as Latin-1 text. */
  readonly bytes: boolean;
  readonly flags: number;
  readonly groups: number;
  readonly names: ReadonlyMap<string, number>;
  private readonly search: RegExp;
  private readonly sticky: RegExp;
  private readonly whole: RegExp;

  constructor(text: string, bytes: boolean, translation: Translation) {
    this.text = text;
    this.bytes = bytes;
    this.groups = translation.groups;
    this.names = translation.names;
    this.flags = bytes
      ? translation.flags
      : translation.flags | ((translation.flags & FLAGS.A) === 0 ? FLAGS.U : 0);
    const letters = `du${(translation.flags & FLAGS.I) === 0 ? '' : 'i'}`;
    this.search = new RegExp(translation.source, `${letters}g`);
    this.sticky = new RegExp(translation.source, `${letters}y`);
    this.whole = new RegExp(`(?:${translation.source})(?![\\s\\S])`, `${letters}y`);
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
  find(how: 'match' | 'fullmatch' | 'search', subject: string, from: number, to: number): Match | undefined {
    const text = to < subject.length ? subject.slice(0, to) : subject;
    const regexp = how === 'search' ? this.search : how === 'match' ? this.sticky : this.whole;
    if (from > text.length) return undefined;
    regexp.lastIndex = from;
    const found = regexp.exec(text);
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

  constructor(pattern: Pattern, subject: string, found: RegExpExecArray, from: number, to: number) {
    this.pattern = pattern;
    this.subject = subject;
    this.from = from;
    this.to = to;
    this.spans = Array.from(found.indices!, (span) => span ?? [-1, -1]);
  }

  group(number: number): string | undefined {
    const [start, end] = this.spans[number]!;
    return start < 0 ? undefined : this.subject.slice(start, end);
  }

  /** The last group that closed; undefined where none took part. */
  get lastIndex(): number | undefined {
    let best: number | undefined;
    for (let number = 1; number < this.spans.length; number++) {
      const [start, end] = this.spans[number]!;
      if (start >= 0 && (best === undefined || end > this.spans[best]![1])) best = number;
    }
    return best;
  }
}
