/** Branches that did not run go, and what they did is done all the same. */
import { parseAst } from 'vite';
import { describe, expect, it } from 'vitest';
import { edited } from '../../../../src/build/parts/edits.ts';
import { alone, seldomOf, standIn } from '../../../../src/build/parts/seldom.ts';
import type { Node } from '../../../../src/build/parts/tree.ts';

type Tried = (...values: readonly unknown[]) => unknown;

/** Cuts a module whose branches between marks did not run. @returns its `tried` before and after, and what went */
async function cut(code: string): Promise<{ before: Tried; after: Tried; gone: string[] }> {
  const blocks = [...code.matchAll(/\/\*cold\*\/.*?\/\*end\*\//gs)].map(
    ({ index, 0: text }) => [index, index + text.length] as const,
  );
  let keys = 0;
  const program = parseAst(code, { lang: 'ts' }) as unknown as Node;
  const moved = seldomOf(program, code, { functions: [], blocks }, () => `k${keys++}`);
  const texts = moved.map(({ node }) => code.slice(node.start, node.end));
  const part = `export const part = { ${moved.map(({ key }) => key).join(', ')} };`;
  const rest = edited(
    code,
    moved.map((one) => standIn(one, 'part')),
  );
  const load = async (text: string) =>
    ((await import(`data:text/javascript,${encodeURIComponent(text)}`)) as { tried: Tried }).tried;
  return {
    before: await load(code),
    after: await load([rest, ...moved.map((one, at) => alone(one, texts[at]!)), part].join('\n')),
    gone: texts,
  };
}

/** What a call gives: its value, or the error's text. */
function given(tried: Tried, values: readonly unknown[]): unknown {
  try {
    return tried(...values);
  } catch (error) {
    return `${error}`;
  }
}

async function same(code: string, ...calls: readonly (readonly unknown[])[]): Promise<string[]> {
  const { before, after, gone } = await cut(code);
  for (const values of calls) expect(given(after, values)).toEqual(given(before, values));
  return gone;
}

describe('a branch that did not run', () => {
  it('goes with the names that it reads', async () => {
    const code = `const words = ['none', 'one'];
      export function tried(count, { name }) {
        if (count > 1) { /*cold*/throw new TypeError(\`\${name} has \${count} of \${words.join(' and ')}\`);/*end*/ }
        return count === 0 ? /*cold*/words.map((word) => word + " of those that one has: " + name).join(' and ')/*end*/ : words[count];
      }`;
    expect(await same(code, [0, { name: 'a' }], [1, { name: 'a' }], [2, { name: 'a' }])).toHaveLength(2);
  });

  it('leaves its function where that ends with it, and lets it go on where not', async () => {
    const code = `export function tried(list) {
        const made = [];
        for (let at = 0; at < list.length; at++) {
          if (list[at] < 0) { /*cold*/made.push('below zero', 'and not above it'); made.push(list[at] + " at " + at);/*end*/ }
          if (list[at] > 9) { /*cold*/if (list.length > 2) return 'many numbers, one of them high'; return made.concat(at);/*end*/ }
          made.push(list[at]);
        }
        if (made.length > 3) { /*cold*/if (made[0] === 1) return made.toReversed().join(' before ');/*end*/ }
      }`;
    const gone = await same(code, [[1, -2, 3]], [[10]], [[1, 2, 10]], [[1, 2, 3, 4]], [[2, 2, 3, 4]], [[]]);
    expect(gone).toHaveLength(3);
  });

  it('keeps its object', async () => {
    const code = `class Box {
        inner = [1, 2];
        get(name) {
          if (name === 'sum') { /*cold*/return this.inner.map((one) => one + this.inner.length).join('+');/*end*/ }
          return name;
        }
      }
      export const tried = (name) => new Box().get(name);`;
    expect(await same(code, ['sum'], ['other'])).toHaveLength(1);
  });

  it('stays where it changes what is around it, or cannot stand elsewhere', async () => {
    const code = `export function tried(count) {
        let found = 'nothing at all';
        const later = () => after + found;
        const change = () => { found = 'changed by another function'; };
        while (count > 0) {
          if (count === 3) { /*cold*/found = 'three of them'; count -= 1; continue;/*end*/ }
          if (count === 5) { /*cold*/if (found.length > 100) change(); break;/*end*/ }
          count -= 1;
        }
        if (count === 5) { /*cold*/change(); return [found, arguments.length, 'and so on'];/*end*/ }
        if (count < 0) { /*cold*/return [later, found].map((one) => typeof one === 'function');/*end*/ }
        const after = 'afterwards ';
        return later();
      }`;
    const gone = await same(code, [1], [4], [7], [-1]);
    expect(gone.filter((text) => /found|change|arguments|later/.test(text))).toEqual([]);
  });

  it('may have names of its own, and functions that outlive it', async () => {
    const code = `export function tried(name, depth) {
        if (depth > 0) {
          /*cold*/const inner = (depth) => \`\${name} \${depth}\`;
          const [first, ...rest] = [inner(depth), inner(depth + 1), name];
          return { first, rest };/*end*/
        }
        const other = depth < 0 && /*cold*/((text) => text.repeat(2))(name + ' under the ground')/*end*/;
        return other;
      }`;
    expect(await same(code, ['a', 1], ['b', 0], ['c', -1])).toHaveLength(2);
  });
});
