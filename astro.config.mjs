import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { hostFiles } from './src/build/host-files.ts';

export default defineConfig({
  site: process.env.SITE_URL,
  output: 'static',
  trailingSlash: 'always',
  // A strict script-src forbids scripts and small assets that are written into the page.
  build: { inlineStylesheets: 'never', format: 'directory' },
  devToolbar: { enabled: false },
  markdown: { syntaxHighlight: false },
  integrations: [mdx(), hostFiles()],
  vite: {
    build: { assetsInlineLimit: 0, target: 'es2022', modulePreload: { polyfill: false } },
    worker: { format: 'es' },
  },
});
