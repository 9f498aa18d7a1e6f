/** Where the tables of the diagram stand, and the ways of the lines between them. Runs in a worker: it may take longer than a frame. */
import { Graph, layout } from '@dagrejs/dagre';

export interface DiagramNode {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

export interface DiagramEdge {
  readonly from: string;
  readonly to: string;
}

export interface DiagramRequest {
  readonly nodes: readonly DiagramNode[];
  readonly edges: readonly DiagramEdge[];
  /** Room to the sides: tables without relations fill rows of it. */
  readonly width: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

export interface DiagramLayout {
  readonly width: number;
  readonly height: number;
  /** Upper left corners. */
  readonly places: Readonly<Record<string, Point>>;
  readonly lines: readonly (DiagramEdge & { readonly points: readonly Point[] })[];
}

const GAP = 24;
const MARGIN = 14;

/** Tables that refer to one another by layers, the others below them in rows. */
export function diagramLayout({ nodes, edges, width }: DiagramRequest): DiagramLayout {
  const related = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: GAP, ranksep: 36, marginx: MARGIN, marginy: MARGIN });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id, ...size } of nodes) if (related.has(id)) graph.setNode(id, { ...size });
  // The table that is referred to stands above.
  for (const [at, { from, to }] of edges.entries()) if (from !== to) graph.setEdge(to, from, {}, String(at));
  if (related.size > 0) layout(graph);
  const places: Record<string, Point> = {};
  for (const id of related) {
    const { x = 0, y = 0, width: w = 0, height: h = 0 } = graph.node(id);
    places[id] = { x: x - w / 2, y: y - h / 2 };
  }
  const drawn = related.size > 0 ? graph.graph() : {};
  const below = rows(
    nodes.filter(({ id }) => !related.has(id)),
    Math.max(width, drawn.width ?? 0),
    related.size > 0 ? (drawn.height ?? 0) + GAP / 2 : MARGIN,
  );
  return {
    width: Math.max(drawn.width ?? 0, below.width),
    height: Math.max(drawn.height ?? 0, below.height),
    places: { ...places, ...below.places },
    lines: edges.flatMap((edge, at) => {
      const line = edge.from === edge.to ? undefined : graph.edge(edge.to, edge.from, String(at));
      return line ? [{ ...edge, points: (line.points ?? []).toReversed() }] : [];
    }),
  };
}

function rows(nodes: readonly DiagramNode[], room: number, top: number) {
  const places: Record<string, Point> = {};
  let [x, y, tallest, widest] = [MARGIN, top, 0, 0];
  for (const { id, width, height } of nodes) {
    if (x > MARGIN && x + width + MARGIN > room) {
      x = MARGIN;
      y += tallest + GAP;
      tallest = 0;
    }
    places[id] = { x, y };
    widest = Math.max(widest, x + width + MARGIN);
    tallest = Math.max(tallest, height);
    x += width + GAP;
  }
  return { places, width: widest, height: nodes.length > 0 ? y + tallest + MARGIN : 0 };
}
