/** The names of a pattern's groups, and what asks for groups by name or number. Answers to: CPython's re._parser (State). */
import { PatternError } from './pattern-error.ts';

const IDENTIFIER = /^[\p{XID_Start}_]\p{XID_Continue}*$/u;

export class GroupNames {
  readonly names = new Map<string, number>();
  /** Groups that conditions ask about by number, and where. */
  readonly #asked: (readonly [number: number, place: number])[] = [];

  /** Gives a group its name. @throws PatternError */
  define(name: string, number: number, at: number): void {
    const before = this.names.get(name);
    if (before !== undefined) {
      throw new PatternError(
        `redefinition of group name '${name}' as group ${number}; was group ${before}`,
        at,
      );
    }
    this.names.set(name, number);
  }

  /** @throws PatternError for what cannot be a name */
  check(name: string, at: number): void {
    if (name === '') throw new PatternError('missing group name', at);
    if (!IDENTIFIER.test(name)) throw new PatternError(`bad character in group name '${name}'`, at);
  }

  /** The number of a group that has a name. @throws PatternError */
  numberOf(name: string, at: number): number {
    const number = this.names.get(name);
    if (number === undefined) throw new PatternError(`unknown group name '${name}'`, at);
    return number;
  }

  /** The group whose name or number a condition asks about; one that is still to come may have a number. @throws PatternError */
  asked(name: string, at: number): number {
    if (!/^\d+$/.test(name)) {
      this.check(name, at);
      return this.numberOf(name, at);
    }
    if (Number(name) === 0) throw new PatternError('bad group number', at);
    this.#asked.push([Number(name), at]);
    return Number(name);
  }

  /** @throws PatternError where a condition asks about a group that has not come */
  checkAsked(groups: number): void {
    const unknown = this.#asked.find(([number]) => number > groups);
    if (unknown) throw new PatternError(`invalid group reference ${unknown[0]}`, unknown[1]);
  }
}
