// Bundles the extension into out/; with --tests also the tests into out/test/.
import { readdirSync } from 'node:fs';
import { build } from 'esbuild';

const shared = { bundle: true, target: 'es2022', logLevel: 'warning' };

await build({
  ...shared,
  entryPoints: ['src/extension.ts', 'src/browser.ts'],
  outdir: 'out',
  external: ['vscode'],
  format: 'cjs',
  platform: 'node',
  minify: true,
});

if (process.argv.includes('--tests')) {
  await build({
    ...shared,
    entryPoints: readdirSync('test')
      .filter((file) => file.endsWith('.test.ts'))
      .map((file) => `test/${file}`),
    outdir: 'out/test',
    packages: 'external',
    format: 'cjs',
    platform: 'node',
  });
}
