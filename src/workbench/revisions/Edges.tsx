/** The lines between revisions, drawn as copper pipes. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { RevisionGraph } from './graph.ts';

/** Width of the column with the first lane, and of each further lane. */
export const GUTTER = 26;
export const LANE = 22;
const CENTRE = 13;

interface Edge {
  readonly key: string;
  readonly path: string;
  readonly kind: 'pipe' | 'missing' | 'depends';
}

/** The pipes between revisions, drawn behind the list from where its rows really are. */
export function Edges({ graph }: { readonly graph: RevisionGraph }) {
  const drawing = useRef<SVGSVGElement>(null);
  const [edges, setEdges] = useState<readonly Edge[]>([]);
  useLayoutEffect(() => {
    const list = drawing.current?.parentElement;
    if (!list) return undefined;
    // The observer calls at once, too, when the browser has laid the rows out by itself: asking for their places is free then.
    const observer = new ResizeObserver(() => {
      const found = edgesOf(graph, list);
      setEdges((shown) => (isSame(shown, found) ? shown : found));
    });
    observer.observe(list);
    return () => observer.disconnect();
  }, [graph]);
  return (
    <svg class="edges" ref={drawing} aria-hidden="true">
      {edges.map(({ key, path, kind }) =>
        kind !== 'pipe' ? (
          <path key={key} class={kind} d={path} />
        ) : (
          <g key={key}>
            <path class="shade" d={path} />
            <path class="copper" d={path} />
            <path class="shine" d={path} />
          </g>
        ),
      )}
    </svg>
  );
}

const isSame = (some: readonly Edge[], others: readonly Edge[]) =>
  some.length === others.length &&
  some.every(({ key, path, kind }, at) => {
    const other = others[at];
    return key === other?.key && path === other.path && kind === other.kind;
  });

function edgesOf(graph: RevisionGraph, list: HTMLElement): Edge[] {
  const rows = new Map(
    [...list.querySelectorAll<HTMLElement>('[data-revision]')].map((row) => [
      row.dataset.revision,
      row.offsetTop,
    ]),
  );
  const top = (id: string) => rows.get(id);
  const lanes = new Map(graph.nodes.map(({ id, lane }) => [id, lane]));
  const files = new Map(graph.nodes.map(({ id, file }) => [id, file]));
  const edges: Edge[] = [];
  for (const { id, down, lane, dependsOn } of graph.nodes) {
    for (const parent of down.length > 0 || files.get(id) === undefined ? down : ['base']) {
      const from = top(id);
      const to = top(parent);
      if (from === undefined || to === undefined) continue;
      const missing = parent !== 'base' && files.get(parent) === undefined;
      edges.push({
        key: `${id}-${parent}`,
        path: curve(lane, from + CENTRE, lanes.get(parent) ?? 0, to + CENTRE),
        kind: missing ? 'missing' : 'pipe',
      });
    }
    for (const other of dependsOn) {
      const [from, to] = [top(id), top(other)];
      if (from === undefined || to === undefined) continue;
      const path = arc(lane, from + CENTRE, lanes.get(other) ?? 0, to + CENTRE);
      edges.push({ key: `${id}~${other}`, path, kind: 'depends' });
    }
  }
  return edges;
}

/** A thin line beside the lanes. */
function arc(fromLane: number, fromY: number, toLane: number, toY: number): string {
  const [fromX, toX] = [CENTRE + fromLane * LANE + 8, CENTRE + toLane * LANE + 8];
  const out = Math.max(fromX, toX) + 12;
  return `M${fromX} ${fromY}C${out} ${fromY + 14} ${out} ${toY - 14} ${toX} ${toY}`;
}

/** Straight down its own lane, then over to the other just above the older revision. */
function curve(fromLane: number, fromY: number, toLane: number, toY: number): string {
  const fromX = CENTRE + fromLane * LANE;
  const toX = CENTRE + toLane * LANE;
  if (fromX === toX) return `M${fromX} ${fromY}V${toY}`;
  const turn = toY - 28;
  return `M${fromX} ${fromY}V${turn}C${fromX} ${turn + 20} ${toX} ${turn + 4} ${toX} ${toY}`;
}
