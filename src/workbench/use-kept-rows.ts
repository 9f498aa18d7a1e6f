/** Long lists in which most rows stay as they are. */
import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';

/**
 * Rows of a long list: one whose properties are the very same as before keeps its virtual node, and Preact passes it by.
 * @param draw makes a row.
 * @returns a row for its key and properties.
 */
export function useKeptRows<P extends object>(draw: (props: P) => VNode): (key: string, props: P) => VNode {
  const kept = useRef(new Map<string, { readonly props: P; readonly row: VNode }>());
  return (key, props) => {
    const known = kept.current.get(key);
    if (known && isSame(known.props, props)) return known.row;
    const row = draw(props);
    kept.current.set(key, { props, row });
    return row;
  };
}

function isSame<P extends object>(one: P, other: P): boolean {
  const keys = Object.keys(one) as (keyof P)[];
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}
