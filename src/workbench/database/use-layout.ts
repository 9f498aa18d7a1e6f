/** Diagrams are laid out beside the page, which stays quick while that takes its time. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { DiagramLayout, DiagramRequest } from './diagram-layout.ts';

/** The layout of a diagram, by a worker of its own; the last one stays until the next is there. */
export function useLayout(request: DiagramRequest): DiagramLayout | undefined {
  const found = useSignal<DiagramLayout | undefined>(undefined);
  const key = JSON.stringify(request);
  useEffect(() => {
    const worker = new Worker(new URL('./diagram-worker.ts', import.meta.url), {
      type: 'module',
      name: 'diagram',
    });
    worker.onmessage = ({ data }: MessageEvent<DiagramLayout>) => {
      found.value = data;
      worker.terminate();
    };
    worker.postMessage(JSON.parse(key));
    return () => worker.terminate();
  }, [key, found]);
  return found.value;
}
