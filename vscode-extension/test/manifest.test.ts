// What package.json and language-configuration.json promise.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { PackageManager, listFiles } from '@vscode/vsce';
import { TASK_COMMANDS } from '../src/commandLine';

function json(file: string): any {
  return JSON.parse(readFileSync(file, 'utf8'));
}

const manifest = json('package.json');
const language = json('language-configuration.json');

test('every command in the code is declared, and every declared one is in the code', () => {
  const code = readFileSync('src/extension.ts', 'utf8');
  const registered = [...code.matchAll(/registerCommand\('([^']+)'/g)].map((match) => match[1]);
  const declared = manifest.contributes.commands.map((command: { command: string }) => command.command);
  assert.deepEqual(registered.sort(), declared.sort());
});

test('what starts a program may not come from an untrusted workspace', () => {
  const trust = manifest.capabilities.untrustedWorkspaces;
  const settings = Object.keys(manifest.contributes.configuration.properties);
  assert.equal(trust.supported, 'limited');
  assert.deepEqual(
    trust.restrictedConfigurations,
    settings.filter((name) => name.startsWith('arena.server.')),
  );
});

test('every setting stands in the README', () => {
  const readme = readFileSync('README.md', 'utf8');
  for (const name of Object.keys(manifest.contributes.configuration.properties)) {
    assert.ok(readme.includes(`\`${name}\``), name);
  }
});

test('the types are those of the oldest editor it runs in', () => {
  assert.equal(manifest.engines.vscode, `^${manifest.devDependencies['@types/vscode']}`);
});

test('tasks offer the commands that the code knows', () => {
  assert.deepEqual(manifest.contributes.taskDefinitions[0].properties.command.enum, [...TASK_COMMANDS]);
});

test('the problem matcher reads a diagnostic of the command line', () => {
  const [head, place] = manifest.contributes.problemMatchers[0].pattern.map(
    (pattern: { regexp: string }) => new RegExp(pattern.regexp),
  );
  const first = head.exec('error[E0301]: `tmp` does not live long enough to be stored in `node.name`');
  assert.deepEqual(first?.slice(1), [
    'error',
    'E0301',
    '`tmp` does not live long enough to be stored in `node.name`',
  ]);
  assert.deepEqual(place.exec('  --> src/main.arena:9:15')?.slice(1), ['src/main.arena', '9', '15']);
  assert.equal(place.exec(' 9 |   node.name = tmp;'), null);
});

test('the watch matcher sees where a turn begins and ends', () => {
  const { beginsPattern, endsPattern } = manifest.contributes.problemMatchers[1].background;
  const [begins, ends] = [new RegExp(beginsPattern), new RegExp(endsPattern)];
  assert.ok(begins.test('watching tour (4 files, 24 symbols)'));
  assert.ok(begins.test('src/main.arena: elaborated 1 (main.f) in 50 ms'));
  assert.ok(ends.test('no errors'));
  assert.ok(ends.test('1 error, 0 warnings'));
  assert.ok(!begins.test('no errors') && !ends.test('watching tour (4 files, 24 symbols)'));
});

test('Enter after a doc comment goes on with it, and after an opening brace indents', () => {
  const rules = language.onEnterRules.map((rule: { beforeText: string }) => new RegExp(rule.beforeText));
  assert.ok(rules[0].test('  /// The area.'));
  assert.ok(!rules[0].test('  // a remark'));
  const increase = new RegExp(language.indentationRules.increaseIndentPattern);
  for (const line of ['main(): void => {', '  case A:', 'match entity:', '  root.new(Node {', '  if (x) { // why']) {
    assert.ok(increase.test(line), line);
  }
  for (const line of ['let a = b;', '}', 'print("{");', '// like {', 'test "a" => { f(); }']) {
    assert.ok(!increase.test(line), line);
  }
  assert.ok(new RegExp(language.indentationRules.decreaseIndentPattern).test('  }'));
});

test('a word is a name or a number', () => {
  const words = 'sum_2 = 0xff + node.next'.match(new RegExp(language.wordPattern, 'g'));
  assert.deepEqual(words, ['sum_2', '0xff', 'node', 'next']);
});

test('the package holds what it needs and nothing else', async () => {
  const files = (await listFiles({ packageManager: PackageManager.None })).filter((file) => !file.startsWith('server/'));
  assert.deepEqual(files.sort(), [
    'README.md',
    'images/file-dark.svg',
    'images/file-light.svg',
    'images/icon.png',
    'language-configuration.json',
    'out/browser.js',
    'out/extension.js',
    'package.json',
    'syntaxes/arena.tmLanguage.json',
  ]);
});

test('the lock file names no registry', () => {
  const lock = json('package-lock.json');
  for (const [name, entry] of Object.entries<{ resolved?: string }>(lock.packages)) {
    assert.equal(entry.resolved, undefined, name);
  }
});
