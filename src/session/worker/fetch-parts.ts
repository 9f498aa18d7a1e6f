/** Fetches the engine's parts: only what a bundler has cut imports this. */
import type { PartName } from '../../engine/parts.ts';

/** How each comes. */
export const PART_SOURCES: Readonly<Record<PartName, () => Promise<unknown>>> = {
  library: () => import('virtual:part/library'),
  packages: () => import('virtual:part/packages'),
  rare: () => import('virtual:part/rare'),
  seldom: () => import('virtual:part/seldom'),
  session: () => import('virtual:part/session'),
  syntax: () => import('virtual:part/syntax'),
  tools: () => import('virtual:part/tools'),
};
