import assert from 'node:assert/strict';
import { test } from 'node:test';
import { argumentsOf, taskWords } from '../src/commandLine';

test('a task becomes a command line', () => {
  const words = taskWords({ type: 'arenad', command: 'run', path: 'tools', arguments: ['--', 'input.txt', 3] });
  assert.deepEqual(words && argumentsOf(words), ['run', 'tools', '--', 'input.txt', '3']);
});

test('path and arguments may be left out', () => {
  const words = taskWords({ type: 'arenad', command: 'test' });
  assert.deepEqual(words && argumentsOf(words), ['test']);
});

test('a task that is not ours, or a command that is none, is left alone', () => {
  assert.equal(taskWords({ type: 'shell', command: 'run' }), undefined);
  assert.equal(taskWords({ type: 'arenad', command: 'rm' }), undefined);
});
