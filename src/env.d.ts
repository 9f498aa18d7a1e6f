/// <reference path="../.astro/types.d.ts" />
/** What plain TypeScript must know of Astro's own names. */

declare namespace App {
  interface Locals {
    /** The lesson that the page shows: its MDX components read their plan from here. */
    lesson?: import('./lessons/catalogue.ts').OpenedLesson;
    language?: import('./i18n/index.ts').Language;
  }
}

/** Checked by `astro check`; here only so that plain TypeScript may import them. */
declare module '*.astro' {
  const component: import('astro/runtime/server/index.js').AstroComponentFactory;
  // biome-ignore lint/style/noDefaultExport: this is what an Astro component is
  export default component;
}

/** A part of the engine, by `src/build/parts/plugin.ts`. */
declare module 'virtual:part/*';
