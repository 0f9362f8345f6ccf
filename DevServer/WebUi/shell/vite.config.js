import { fileURLToPath } from 'node:url';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { licences } from './licences.js';

const own = (file) => fileURLToPath(new URL(`src/lib/${file}`, import.meta.url));

/** Files of the package in whose place a file of ours comes. A name that the package no longer has is an error. */
const replaced = {
  // It edits Markdown in one field of one form and is four fifths of the whole.
  'holocene/monaco/editor.svelte': own('editor.svelte'),
  // It shows Markdown in a frame that the stock server renders.
  'holocene/monaco/markdown.svelte': own('markdown.svelte'),
};

const replace = () => {
  const seen = new Set();
  return {
    name: 'replace-package-files',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      const name = Object.keys(replaced).find((file) => source.endsWith(`/${file.split('/').at(-1)}`));
      if (!name || !importer?.includes('@temporalio/ui')) return null;
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      if (!found?.id.endsWith(name)) return null;
      seen.add(name);
      return replaced[name];
    },
    buildEnd(error) {
      const missed = Object.keys(replaced).filter((name) => !seen.has(name));
      if (!error && missed.length) this.error(`@temporalio/ui no longer has ${missed.join(', ')}: its pages would show what this server cannot serve`);
    },
  };
};

export default defineConfig({
  plugins: [replace(), sveltekit(), licences()],
  define: { 'import.meta.env.VITE_API': '""' },
  build: { chunkSizeWarningLimit: 2000 },
});
