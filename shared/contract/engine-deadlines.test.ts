import { expect, it } from 'vitest';
import { engineContract } from './engine.ts';

it('tells the main process of every call, and how long it may take', async () => {
  const deadlines = Object.fromEntries(
    Object.entries(engineContract).flatMap(([name, definition]) =>
      definition.kind === 'event' ? [] : [[name, definition.deadlineMs]],
    ),
  );
  await expect(`${JSON.stringify(deadlines, null, 2)}\n`).toMatchFileSnapshot(
    './engine-deadlines.json',
  );
});
