import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, defineConfig, type Plugin, type UserConfig } from 'vite';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** The first with WebAssembly exceptions and with style sheets that a component can adopt. */
const target = ['chrome98', 'edge98', 'firefox101', 'safari16.4'];

/**
 * What the page may do. It stands in the page itself, because the hosts it is meant for send no
 * headers of ours; the worker, started from a blob, inherits it. So that nothing leaves the
 * browser can be read here: no request goes to another origin.
 */
const policy = {
  'default-src': "'none'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'worker-src': 'blob:',
  'connect-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-src': "'none'",
  'object-src': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'premiumlens lit-html',
};

function contentSecurityPolicy(): Plugin {
  let serving = false;
  return {
    name: 'premiumlens:content-security-policy',
    configResolved(config) {
      serving = config.command === 'serve';
    },
    transformIndexHtml: {
      order: 'post',
      handler() {
        // The development server puts styles into the page as it changes them.
        const given = serving ? { ...policy, 'style-src': "'self' 'unsafe-inline'" } : policy;
        const content = Object.entries(given).map((directive) => directive.join(' '));
        const attrs = { 'http-equiv': 'Content-Security-Policy', content: content.join('; ') };
        return [{ tag: 'meta', attrs, injectTo: 'head-prepend' }];
      },
    },
  };
}

const engineWorker = path('src/engine/worker.ts');

/** A worker's entry, and the Emscripten script that stands for `#core` in it. */
interface WorkerSource {
  entry: string;
  core?: string;
}

const workers: Record<string, WorkerSource> = {
  'virtual:check-worker-script': { entry: engineWorker, core: 'premiumlens-check.mjs' },
  'virtual:worker-script': { entry: engineWorker, core: 'premiumlens.mjs' },
  'virtual:convert-script': { entry: path('src/convert/worker.ts') },
};

/** `virtual:…-script`: a worker and all it imports as one classic script, in a string. */
function workerScripts(): Plugin {
  return {
    name: 'premiumlens:worker-scripts',
    resolveId: (source) => (source in workers ? `\0${source}` : undefined),
    async load(source) {
      const worker = source.startsWith('\0') ? workers[source.slice(1)] : undefined;
      if (!worker) return undefined;
      const result = await build(workerBuild(worker));
      const [output] = Array.isArray(result) ? result : [result];
      if (!output || !('output' in output)) throw new Error('the worker was not built');
      const [chunk] = output.output;
      for (const module of chunk.moduleIds) if (!module.startsWith('\0')) this.addWatchFile(module);
      return `export default ${JSON.stringify(chunk.code)};`;
    },
  };
}

function workerBuild({ entry, core }: WorkerSource): UserConfig & { configFile: false } {
  const alias: Record<string, string> = core ? { '#core': path(`../build/wasm/${core}`) } : {};
  return {
    configFile: false,
    logLevel: 'warn',
    resolve: { alias },
    plugins: [withoutNode()],
    build: {
      target,
      write: false,
      lib: { entry, formats: ['iife'], name: 'worker' },
      minify: true,
      reportCompressedSize: false,
    },
  };
}

/** What Emscripten's script would use under Node, where a worker of the page never is. */
function withoutNode(): Plugin {
  const id = '\0nothing';
  return {
    name: 'premiumlens:without-node',
    enforce: 'pre',
    resolveId: (source) => (['fs', 'path'].includes(source) ? id : undefined),
    load: (source) => (source === id ? 'export {};' : undefined),
  };
}

/** The licences of what the page is made of go where the page goes. */
function notices(): Plugin {
  const files = ['LICENSE', 'THIRD_PARTY_NOTICES.md'];
  return {
    name: 'premiumlens:notices',
    generateBundle() {
      for (const file of files.filter((one) => existsSync(path(`../${one}`)))) {
        const fileName = file.includes('.') ? file : `${file}.txt`;
        this.emitFile({ type: 'asset', fileName, source: readFileSync(path(`../${file}`)) });
      }
    },
  };
}

export default defineConfig({
  // Relative, so that the page works from any path.
  base: './',
  plugins: [contentSecurityPolicy(), workerScripts(), notices()],
  build: {
    target,
    // Everything the page may ask for is in this list; a browser test holds it to that.
    manifest: true,
    license: { fileName: 'licenses.md' },
    modulePreload: { polyfill: false },
    // Nothing but the worker is inlined: a data: address would need a hole in the policy.
    assetsInlineLimit: 0,
  },
  server: {
    fs: { allow: [path('..')] },
    // The overlay writes its own markup, which the policy forbids.
    hmr: { overlay: false },
  },
});
