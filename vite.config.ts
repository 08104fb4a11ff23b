// One configuration for every target: renderer, preload, main, engine, gateway. `vite build --app` builds them all into out/.
import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type EnvironmentOptions, type Plugin } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));
const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Loaded at run time instead of bundled: the platform, and packages with native or WASM parts. */
const external = [
  'electron',
  'better-sqlite3',
  'sharp',
  'keytar',
  'h264-mp4-encoder',
  ...builtinModules,
  ...builtinModules.map((name) => `node:${name}`),
];

/** The development server injects scripts and styles of its own, which the policy of the built page refuses. */
const policyOnlyWhenBuilt: Plugin = {
  name: 'policy-only-when-built',
  apply: 'serve',
  transformIndexHtml: (html) =>
    html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, ''),
};

/**
 * The store of preferences can check them by a schema and migrate them by version; here the contract's own schemas do. What it needs for
 * that is a third of the main process, which is compiled before the app is ready.
 */
const unusedByPreferences: Plugin = {
  name: 'unused-by-preferences',
  enforce: 'pre',
  resolveId: (source, importer) =>
    /[\\/]node_modules[\\/]conf[\\/]/.test(importer ?? '') &&
    ['ajv/dist/2020.js', 'ajv-formats', 'semver'].includes(source)
      ? '\0unused-by-preferences'
      : null,
  load: (id) =>
    id === '\0unused-by-preferences'
      ? `const unused = new Proxy({}, { get: () => { throw new Error('Preferences have no schema of their own'); } });
         export const Ajv2020 = unused; export default unused;`
      : null,
};

/**
 * The components bring their few words in 34 languages, 300 modules that each start would read, and choose by the language that they are
 * told of. The app tells them of English.
 */
const wordsOfOtherLanguages: Plugin = {
  name: 'words-of-other-languages',
  enforce: 'pre',
  resolveId: (source, importer) =>
    /[\\/]node_modules[\\/]react-(aria|stately|aria-components)[\\/]/.test(importer ?? '') &&
    /[\\/]intl[\\/].*[a-z]{2}-[A-Z]{2}\.m?js$/.test(source) &&
    !source.includes('en-US')
      ? '\0words-of-other-languages'
      : null,
  load: (id) => (id === '\0words-of-other-languages' ? 'export default {};' : null),
};

/** What the main process needs beside its code. */
const broughtAlong: Plugin = {
  name: 'brought-along',
  apply: 'build',
  applyToEnvironment: ({ name }) => name === 'main',
  generateBundle() {
    for (const fileName of ['en-US-10-1.bdic', 'en-US-LICENSE.txt']) {
      const source = readFileSync(at(`resources/dictionaries/${fileName}`));
      this.emitFile({ type: 'asset', fileName, source });
    }
  },
};

/** Each file is a request that the main process answers: what the start needs is one large file, and nothing else is in it. */
function oneFileAtStart() {
  let needed: Set<string> | null = null;
  return {
    name: (id: string, modules: ModuleInfos) => {
      needed ??= importedBy(at('renderer/main.tsx'), modules);
      if (id === at('renderer/ahead.ts')) return 'ahead';
      return needed.has(id) ? 'start' : null;
    },
  };
}

interface ModuleInfos {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

/** With all that these import in turn; what is loaded later is left out. */
function importedBy(entry: string, modules: ModuleInfos): Set<string> {
  const found = new Set([entry]);
  // a set is walked in the order in which it grows
  for (const id of found) {
    for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) found.add(imported);
  }
  return found;
}

interface NodeTarget {
  readonly outDir: string;
  readonly entries: Readonly<Record<string, string>>;
  readonly format?: 'es' | 'cjs';
}

function nodeTarget({ outDir, entries, format = 'es' }: NodeTarget): EnvironmentOptions {
  return {
    consumer: 'server',
    resolve: { external, noExternal: true, conditions: ['node', 'import', 'module', 'default'] },
    build: {
      ssr: true,
      outDir: at(outDir),
      emptyOutDir: true,
      minify: false,
      sourcemap: true,
      target: 'node20',
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(entries).map(([name, path]) => [name, at(path)])),
        external,
        output: {
          format,
          entryFileNames: format === 'cjs' ? '[name].cjs' : '[name].js',
          chunkFileNames: format === 'cjs' ? 'chunks/[name]-[hash].cjs' : 'chunks/[name]-[hash].js',
          // less to read at the start, and names stay for the stack traces in the logs
          minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
        },
      },
    },
  };
}

export default defineConfig({
  root: at('renderer'),
  base: './',
  plugins: [react(), policyOnlyWhenBuilt, unusedByPreferences, wordsOfOtherLanguages, broughtAlong],
  cacheDir: at('node_modules/.cache/vite'),
  server: { host: '127.0.0.1', fs: { allow: [root] } },
  environments: {
    client: {
      build: {
        outDir: at('out/renderer'),
        emptyOutDir: true,
        target: 'chrome130',
        sourcemap: true,
        modulePreload: { polyfill: false },
        assetsInlineLimit: 0,
        cssCodeSplit: false,
        rolldownOptions: { output: { codeSplitting: { groups: [oneFileAtStart()] } } },
      },
    },
    preload: nodeTarget({
      outDir: 'out/preload',
      entries: { preload: 'electron/preload/preload.ts' },
      format: 'cjs',
    }),
    main: nodeTarget({ outDir: 'out/main', entries: { main: 'electron/main/main.ts' } }),
    engine: nodeTarget({
      outDir: 'out/engine',
      format: 'cjs',
      entries: {
        'entry-engine': 'electron/engine/entry-engine.ts',
        'read-through-thread': 'electron/engine/database/read-through-thread.ts',
        'copy-thread': 'electron/engine/archive/zip/copy-thread.ts',
        'reread-thread': 'electron/engine/archive/export/reread-thread.ts',
        'unpack-thread': 'electron/engine/archive/import/unpack-thread.ts',
      },
    }),
    gateway: nodeTarget({
      outDir: 'out/gateway',
      format: 'cjs',
      entries: {
        'entry-gateway': 'electron/gateway/entry-gateway.ts',
        'render-worker': 'electron/gateway/backends/demo/render-worker.ts',
      },
    }),
  },
  builder: {
    buildApp: async (builder) => {
      for (const environment of Object.values(builder.environments)) {
        if (environment.name !== 'ssr') await builder.build(environment);
      }
    },
  },
});
