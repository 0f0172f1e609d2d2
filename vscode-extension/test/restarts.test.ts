import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Restarts } from '../src/restarts';

test('a server that ends now and then is started again each time', () => {
  const restarts = new Restarts();
  for (let minute = 0; minute < 60; minute++) {
    assert.ok(restarts.again(minute * 60_000));
  }
});

test('a server that keeps ending is left alone at the sixth time, until it has been quiet', () => {
  const restarts = new Restarts();
  const answers = [0, 1, 2, 3, 4, 5].map((second) => restarts.again(second * 1000));
  assert.deepEqual(answers, [true, true, true, true, true, false]);
  assert.ok(restarts.again(200_000));
});
