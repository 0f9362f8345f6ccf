// Sets formulas with MathJax. Reads a JSON array of LaTeX from standard input and writes a JSON array of SVG documents, null where a formula cannot be set.
// usage: node typeset.cjs FOLDER_OF_MATHJAX
const { readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');

const formulas = JSON.parse(readFileSync(0, 'utf8'));

require(join(resolve(process.argv[2]), 'node-main.js')).init({
  loader: { load: ['input/tex-full', 'output/svg'] },
  tex: {
    // Nothing that reads files, links, or runs anything of the page.
    packages: ['base', 'ams', 'newcommand', 'mhchem', 'cancel', 'boldsymbol', 'braket', 'color'],
    formatError: (_, error) => { throw error; },
  },
  svg: { fontCache: 'none' },
}).then((MathJax) => {
  const drawn = formulas.map((latex) => {
    try {
      return MathJax.startup.adaptor.innerHTML(MathJax.tex2svg(latex, { display: true }));
    } catch {
      return null;
    }
  });
  process.stdout.write(JSON.stringify(drawn));
}).catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
