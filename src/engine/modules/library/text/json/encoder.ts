/** Values as JSON. */
import { typeName } from '../../../../python/values/classes/class-of.ts';
import { PyList, PyTuple } from '../../../../python/values/containers/containers.ts';
import { PyDict } from '../../../../python/values/containers/dict.ts';
import { typeError, valueError } from '../../../../python/values/exceptions/exceptions.ts';
import { plain, type Value } from '../../../../python/values/value.ts';
import { Float, reprFloat } from '../../../../stdlib/float.ts';
import { sortedValues } from '../json-order.ts';
import type { Options } from './index.ts';

export class Encoder {
  private readonly options: Options;
  private readonly open = new Set<object>();

  constructor(options: Options) {
    this.options = options;
  }

  encode(value: Value, margin = ''): string {
    const bare = plain(value);
    if (bare === null) return 'null';
    if (typeof bare === 'boolean') return String(bare);
    if (typeof bare === 'string') return quoted(bare, this.options.ascii);
    if (typeof bare === 'number' || typeof bare === 'bigint') return String(bare);
    if (bare instanceof Float) return this.float(bare.value);
    if (bare instanceof PyList || bare instanceof PyTuple) {
      return this.within(bare, () =>
        this.bracketed(
          '[',
          ']',
          margin,
          bare.items.map((item) => (inner: string) => this.encode(item, inner)),
        ),
      );
    }
    if (bare instanceof PyDict) return this.within(bare, () => this.dict(bare, margin));
    return this.within(bare, () => this.encode(this.options.otherwise(value), margin));
  }

  private float(value: number): string {
    if (Number.isFinite(value)) return reprFloat(value);
    if (!this.options.nan) throw valueError('Out of range float values are not JSON compliant');
    return Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity';
  }

  private within(value: object, work: () => string): string {
    if (this.options.circular) {
      if (this.open.has(value)) throw valueError('Circular reference detected');
      this.open.add(value);
    }
    const text = work();
    this.open.delete(value);
    return text;
  }

  private dict(value: PyDict, margin: string): string {
    const { colon, skipKeys, sortKeys } = this.options;
    const entries = sortKeys ? sortedValues([...value.entries()]) : [...value.entries()];
    const parts: ((margin: string) => string)[] = [];
    for (const [key, item] of entries) {
      const name = this.key(key);
      if (name === undefined) {
        if (skipKeys) continue;
        throw typeError(`keys must be str, int, float, bool or None, not ${typeName(key)}`);
      }
      parts.push((inner) => quoted(name, this.options.ascii) + colon + this.encode(item, inner));
    }
    return this.bracketed('{', '}', margin, parts);
  }

  private key(key: Value): string | undefined {
    const bare = plain(key);
    if (typeof bare === 'string') return bare;
    if (bare instanceof Float) return this.float(bare.value);
    if (bare === null || typeof bare !== 'object') return bare === null ? 'null' : String(bare);
    return undefined;
  }

  private bracketed(
    open: string,
    close: string,
    margin: string,
    parts: readonly ((margin: string) => string)[],
  ): string {
    const { indent, comma } = this.options;
    if (parts.length === 0) return open + close;
    if (indent === undefined) return open + parts.map((part) => part(margin)).join(comma) + close;
    const inner = margin + indent;
    return `${open}\n${inner}${parts.map((part) => part(inner)).join(`${comma}\n${inner}`)}\n${margin}${close}`;
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
};

function quoted(text: string, ascii: boolean): string {
  const special = ascii ? /["\\\x00-\x1f\x7f-\uffff]/g : /["\\\x00-\x1f]/g;
  return `"${text.replace(special, (character) => ESCAPES[character] ?? hex(character))}"`;
}

const hex = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
