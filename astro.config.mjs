/** The site: static pages by Astro, the workbench by Preact, and the engine's worker cut into parts by our own plugin. */
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { hostFiles } from './src/build/host-files.ts';
import { partsPlugin } from './src/build/parts/plugin.ts';

// A sitemap has absolute addresses: there is one where the build knows the site's.
const maps = process.env.SITE_URL
  ? [
      sitemap({
        filter: (page) => !/\/(answers|try|result|review|search)\//.test(page) && !page.endsWith('/try/'),
        i18n: { defaultLocale: 'ko', locales: { ko: 'ko', en: 'en' } },
      }),
    ]
  : [];

export default defineConfig({
  site: process.env.SITE_URL,
  output: 'static',
  trailingSlash: 'always',
  // A strict script-src forbids scripts and small assets that are written into the page.
  build: { inlineStylesheets: 'never', format: 'directory' },
  devToolbar: { enabled: false },
  markdown: { syntaxHighlight: false },
  integrations: [mdx(), ...maps, hostFiles()],
  vite: {
    build: { assetsInlineLimit: 0, target: 'es2022', modulePreload: { polyfill: false } },
    // The development server asks these, and not those of the worker.
    plugins: [{ ...partsPlugin(import.meta.dirname), apply: 'serve' }],
    worker: { format: 'es', plugins: () => [partsPlugin(import.meta.dirname)] },
  },
});
