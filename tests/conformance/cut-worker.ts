/** As worker.ts, with an engine that is cut into parts, which are all there. `cut.test.ts` bundles it. */
import { PART_SOURCES } from '../../src/session/worker/fetch-parts.ts';

await Promise.all(Object.values(PART_SOURCES).map((bring) => bring()));
await import('./worker.ts');
