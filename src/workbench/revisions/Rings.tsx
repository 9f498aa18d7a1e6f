/** Where the database stands among the revisions, and how it gets from one to the next. */
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { LANE } from './Edges.tsx';
import type { RevisionGraph } from './graph.ts';

/** The ring around each revision where the database stands: one slides to the next when a command moves it. */
export function Rings({ graph }: { readonly graph: RevisionGraph }) {
  const host = useRef<HTMLDivElement>(null);
  const places = useMemo(() => {
    const current = graph.nodes.filter(({ isCurrent }) => isCurrent);
    return current.length > 0 ? current.map(({ id, lane }) => ({ id, lane })) : [{ id: 'base', lane: 0 }];
  }, [graph]);
  useLayoutEffect(() => {
    const list = host.current?.parentElement;
    if (!list) return undefined;
    const rings = [...(host.current?.children ?? [])] as HTMLElement[];
    const place = () => {
      for (const [at, { id, lane }] of places.entries()) {
        const row = list.querySelector<HTMLElement>(`[data-revision="${CSS.escape(id)}"]`);
        const ring = rings[at];
        if (!row || !ring) continue;
        ring.style.translate = `${lane * LANE}px ${row.offsetTop}px`;
        ring.hidden = false;
      }
    };
    const observer = new ResizeObserver(place);
    observer.observe(list);
    return () => observer.disconnect();
  }, [places]);
  return (
    <div class="rings" ref={host} aria-hidden="true">
      {places.map((_, index) => (
        <i key={index} hidden />
      ))}
    </div>
  );
}
