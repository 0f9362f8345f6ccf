import fs from 'node:fs';
import path from 'node:path';

/** What styles name; the others are seen as modules. */
const fonts = ['@fontsource-variable/inter', '@fontsource/noto-sans-mono'];

/** Writes the licences of the packages that the result is made of beside it. */
export const licences = () => ({
  name: 'licences',
  apply: (_, { isSsrBuild }) => !isSsrBuild,
  generateBundle(_, bundle) {
    const folders = new Set(fonts.map((name) => path.resolve('node_modules', name)));
    for (const chunk of Object.values(bundle)) {
      for (const id of chunk.moduleIds ?? []) {
        const found = id.match(/^.*\/node_modules\/(?:@[^/]+\/)?[^/?]+/);
        if (found) folders.add(found[0].replace(/^\0/, ''));
      }
    }

    const texts = [...folders].map(licence).sort((one, other) => one.localeCompare(other));
    this.emitFile({ type: 'asset', fileName: 'licences.txt', source: `${texts.join(`\n${'-'.repeat(80)}\n\n`)}` });
  },
});

const licence = (folder) => {
  const { name, version, license } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const file = fs.readdirSync(folder).find((name) => /^(licen[cs]e|copying)/i.test(name));
  if (!license && !file) throw new Error(`The package ${name} says nothing of its licence.`);
  return `${name} ${version} (${license ?? 'see below'})\n\n${file ? fs.readFileSync(path.join(folder, file), 'utf8').trim() : 'No text of its licence comes with the package.'}\n`;
};
