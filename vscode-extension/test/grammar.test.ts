// Each file of test/grammar is a program with the scopes that its tokens must have beneath them.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const GRAMMAR = 'syntaxes/arena.tmLanguage.json';
const RUNNER = 'node_modules/vscode-tmgrammar-test/dist/unit.js';

for (const file of readdirSync('test/grammar')) {
  test(`the grammar gives ${file} its scopes`, () => {
    const run = spawnSync(process.execPath, [RUNNER, '--grammar', GRAMMAR, join('test/grammar', file)], {
      encoding: 'utf8',
    });
    assert.equal(run.status, 0, run.stdout + run.stderr);
  });
}
