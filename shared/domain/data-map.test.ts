import { expect, it } from 'vitest';
import { dataKinds } from './data-kinds.ts';
import { dataMap } from './data-map.ts';

it('has an entry for every kind of data, with every fact filled in', () => {
  expect(Object.keys(dataMap).sort()).toEqual([...dataKinds].sort());
  for (const kind of dataKinds) {
    const { label, purpose, retention, where, whatGoes } = dataMap[kind];
    for (const fact of [label, purpose, retention, where, whatGoes]) {
      expect(fact.trim(), kind).not.toBe('');
    }
  }
});

it('says that something goes wherever it names somebody who gets it', () => {
  const silent = dataKinds.filter(
    (kind) => dataMap[kind].recipients.length > 0 && dataMap[kind].whatGoes.startsWith('Nothing'),
  );
  expect(silent).toEqual([]);
});
