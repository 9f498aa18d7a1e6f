/** What Python's compiler finds wrong in the patterns of `match`. */

import { reprString } from '../../../stdlib/repr.ts';
import type { MatchCase, Pattern, Position } from '../ast.ts';
import type { CheckContext } from './context.ts';
import { checkExpression } from './expressions.ts';
import { ASSIGNED } from './names.ts';

/** Checks the pattern of a case. Only the last one, or one with a guard, may match everything. */
export function checkCase(c: CheckContext, { pattern, guard }: MatchCase, last: boolean): void {
  new PatternCheck(c, last || guard !== null).check(pattern);
}

class PatternCheck {
  private bound: string[] = [];
  /** Whether a pattern that always matches may stand here. */
  private irrefutable: boolean;
  /** Where the compiler stands, which is where CPython puts some errors. */
  private current: Position | undefined;
  private readonly c: CheckContext;

  constructor(c: CheckContext, irrefutable: boolean) {
    this.c = c;
    this.irrefutable = irrefutable;
  }

  check(pattern: Pattern): void {
    this.current = pattern;
    switch (pattern.kind) {
      case 'MatchValue':
        this.value(pattern);
        break;
      case 'MatchSingleton':
        break;
      case 'MatchStar':
        this.bind(pattern.name, pattern);
        break;
      case 'MatchAs':
        this.capture(pattern);
        break;
      case 'MatchOr':
        this.alternatives(pattern);
        break;
      case 'MatchSequence':
        if (pattern.patterns.filter((item) => item.kind === 'MatchStar').length > 1) {
          this.c.error(pattern, 'multiple starred names in sequence pattern');
        }
        this.inner(pattern.patterns);
        break;
      case 'MatchMapping':
        this.mapping(pattern);
        break;
      case 'MatchClass':
        this.classPattern(pattern);
    }
  }

  private value({ value }: Extract<Pattern, { kind: 'MatchValue' }>): void {
    if (value.kind === 'JoinedStr') {
      this.c.error(value, 'patterns may only match literals and attribute lookups');
    }
    checkExpression(this.c, value);
  }

  private inner(patterns: readonly Pattern[]): void {
    const outer = this.irrefutable;
    this.irrefutable = true;
    for (const pattern of patterns) this.check(pattern);
    this.irrefutable = outer;
  }

  private bind(name: string | null, at: Position): void {
    if (name === null) return;
    if (this.bound.includes(name)) this.c.error(at, `multiple assignments to name '${name}' in pattern`);
    if (name === '__debug__') this.c.error(at, 'cannot assign to __debug__');
    this.bound.push(name);
    this.c.names.add(name, ASSIGNED);
  }

  private capture(node: Extract<Pattern, { kind: 'MatchAs' }>): void {
    if (node.pattern === null && !this.irrefutable) {
      this.c.error(
        node,
        node.name === null
          ? 'wildcard makes remaining patterns unreachable'
          : `name capture '${node.name}' makes remaining patterns unreachable`,
      );
    }
    if (node.pattern) this.check(node.pattern);
    this.bind(node.name, node);
  }

  private alternatives({ patterns }: Extract<Pattern, { kind: 'MatchOr' }>): void {
    const outer = { bound: this.bound, irrefutable: this.irrefutable };
    let names: string | undefined;
    patterns.forEach((pattern, index) => {
      this.bound = [];
      this.irrefutable = index === patterns.length - 1 && outer.irrefutable;
      this.check(pattern);
      const found = [...this.bound].sort().join();
      if (names !== undefined && names !== found) {
        this.c.error(this.current!, 'alternative patterns bind different names');
      }
      names = found;
    });
    const { bound } = this;
    this.bound = outer.bound;
    this.irrefutable = outer.irrefutable;
    for (const name of bound) this.bind(name, this.current!);
  }

  private mapping(node: Extract<Pattern, { kind: 'MatchMapping' }>): void {
    const seen = new Set<unknown>();
    for (const key of node.keys) {
      if (key.kind === 'Constant') {
        if (seen.has(key.value)) {
          const shown = typeof key.value === 'string' ? reprString(key.value) : String(key.value);
          this.c.error(node, `mapping pattern checks duplicate key (${shown})`);
        }
        seen.add(key.value);
      }
      checkExpression(this.c, key);
    }
    this.inner(node.patterns);
    this.bind(node.rest, node);
  }

  private classPattern(node: Extract<Pattern, { kind: 'MatchClass' }>): void {
    const { kwd_attrs: attributes } = node;
    attributes.forEach((attribute, index) => {
      if (attributes.indexOf(attribute) === index) return;
      this.c.error(node.kwd_patterns[index]!, `attribute name repeated in class pattern: ${attribute}`);
    });
    checkExpression(this.c, node.cls);
    this.inner(node.patterns);
    this.inner(node.kwd_patterns);
  }
}
