/** The thread that lays out the diagram: one question, one answer. */
import { type DiagramRequest, diagramLayout } from './diagram-layout.ts';

self.onmessage = ({ data }: MessageEvent<DiagramRequest>) => self.postMessage(diagramLayout(data));
