import assert from 'node:assert/strict';
import { test } from 'node:test';
import { discover, expand, isExecutableFile, type Surroundings } from '../src/discovery';

function surroundings(changes: Partial<Surroundings> & { programs?: string[] } = {}): Surroundings {
  const programs = changes.programs ?? [];
  return {
    setting: '',
    workspaceFolder: '/project',
    environment: { HOME: '/home/ada', PATH: '/usr/bin:/opt/bin', TOOLS: '/tools' },
    extensionFolder: '/ext',
    isExecutable: (path) => programs.includes(path),
    ...changes,
  };
}

test('the setting comes first, with its variables expanded', () => {
  const programs = ['/home/ada/bin/arenad', '/usr/bin/arenad'];
  assert.deepEqual(discover(surroundings({ setting: '~/bin/arenad', programs })), {
    found: true,
    path: '/home/ada/bin/arenad',
    reason: 'from the setting arena.server.path',
  });
});

test('a relative setting is below the workspace folder', () => {
  const found = discover(surroundings({ setting: 'tools/arenad', programs: ['/project/tools/arenad'] }));
  assert.equal(found.found && found.path, '/project/tools/arenad');
});

test('a setting that leads nowhere is an error, although PATH has one', () => {
  const found = discover(surroundings({ setting: '/nowhere/arenad', programs: ['/usr/bin/arenad'] }));
  assert.deepEqual(found, {
    found: false,
    reason: 'the setting arena.server.path says "/nowhere/arenad", but /nowhere/arenad is no program',
  });
});

test('then PATH, in its order, without its relative folders', () => {
  const environment = { PATH: '.:/usr/bin:/opt/bin' };
  const found = discover(surroundings({ environment, programs: ['arenad', '/opt/bin/arenad'] }));
  assert.deepEqual(found, { found: true, path: '/opt/bin/arenad', reason: 'from PATH' });
});

test('then the one that came with the extension', () => {
  const found = discover(surroundings({ programs: ['/ext/server/bin/arenad'] }));
  assert.equal(found.found && found.path, '/ext/server/bin/arenad');
});

test('and else it says where it looked', () => {
  const found = discover(surroundings());
  assert.deepEqual(found, { found: false, reason: 'there is no arenad on PATH, and none came with the extension' });
});

test('~, ${workspaceFolder} and ${env:NAME} are expanded, and only a leading ~', () => {
  const text = (setting: string): unknown => expand(setting, surroundings());
  assert.deepEqual(text('~/a~b'), { ok: true, text: '/home/ada/a~b' });
  assert.deepEqual(text('${workspaceFolder}/x/${env:TOOLS}'), { ok: true, text: '/project/x//tools' });
  assert.deepEqual(text('${env:MISSING}/x'), { ok: false, problem: '${env:MISSING} has no value here' });
  assert.deepEqual(text('${nonsense}'), { ok: false, problem: '${nonsense} has no value here' });
});

test('a folder and a missing file are no programs', () => {
  assert.equal(isExecutableFile('/'), false);
  assert.equal(isExecutableFile('/no/such/file'), false);
  assert.equal(isExecutableFile(process.execPath), true);
});
