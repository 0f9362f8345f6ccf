import adapter from '@sveltejs/adapter-static';

/** @type {import('@sveltejs/kit').Config} */
export default {
  kit: {
    // One document for every address: the server answers with it whatever page is asked for.
    adapter: adapter({ pages: 'build', assets: 'build', fallback: 'index.html' }),
    // Else it is the time, and no two builds would be the same.
    version: { name: '1' },
    // The pages talk to their own server only.
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['self'],
        'script-src': ['self'],
        'style-src': ['self', 'unsafe-inline'],
        'img-src': ['self', 'data:'],
        'font-src': ['self', 'data:'],
        'connect-src': ['self', 'http:', 'https:'],
      },
    },
  },
  // What a library warns of is for its makers.
  onwarn: (warning, handle) => warning.filename?.includes('node_modules') || handle(warning),
};
