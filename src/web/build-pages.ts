import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

/*
 * Bundles the pages for browsers into dist/web/static; the last step of a build. They are small, wait for nothing from
 * elsewhere, and run under a policy that allows no script but this file.
 */
const root = fileURLToPath(new URL('../../', import.meta.url));
const from = join(root, 'src/web/pages');
const to = join(root, 'dist/web/static');

/** Half of what zod weighs are its messages in fifty languages; the pages show none of them. */
const withoutZodLanguages: Plugin = {
  name: 'without-zod-languages',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\/locales\/index\.js$/ }, ({ importer }) =>
      /[\\/]zod[\\/]/u.test(importer) ? { path: 'languages', namespace: 'none' } : null,
    );
    onLoad({ filter: /.*/, namespace: 'none' }, () => ({ contents: 'export {};' }));
  },
};

await mkdir(to, { recursive: true });
await build({
  entryPoints: { app: join(from, 'main.tsx') },
  outdir: to,
  bundle: true,
  minify: true,
  format: 'esm',
  target: ['chrome109', 'firefox115', 'safari16'],
  jsx: 'automatic',
  jsxImportSource: 'preact',
  legalComments: 'none',
  logLevel: 'warning',
  plugins: [withoutZodLanguages],
});
await build({
  entryPoints: { app: join(from, 'style.css') },
  outdir: to,
  minify: true,
  target: ['chrome109', 'firefox115', 'safari16'],
  logLevel: 'warning',
});
for (const name of ['index.html', 'icon.svg']) await copyFile(join(from, name), join(to, name));
