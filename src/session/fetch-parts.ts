/** Fetches the engine's parts: only what a bundler has cut imports this. */
import type { PartName } from '../engine/parts.ts';

/** How each comes. */
export const PART_SOURCES: Readonly<Record<PartName, () => Promise<unknown>>> = {
  library: () => import('virtual:part/library'),
  orm: () => import('virtual:part/orm'),
  packages: () => import('virtual:part/packages'),
  syntax: () => import('virtual:part/syntax'),
  tools: () => import('virtual:part/tools'),
};
