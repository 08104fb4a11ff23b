import { expect, it } from 'vitest';
import type { DataRow } from '#shared/contract/inspect.ts';
import { groupRows } from './row-groups.ts';

const row = (id: string, group: string): DataRow => ({
  id,
  group,
  title: id,
  note: '',
  bytes: null,
  at: null,
  where: null,
  picture: null,
  file: null,
  generationId: null,
  isInCloud: false,
  cloudUntil: null,
});

it('puts rows of one group under one heading, in their order', () => {
  const groups = groupRows([row('1', 'Prompts'), row('2', 'Prompts'), row('3', 'Tags')]);
  expect(groups.map(({ group, rows }) => [group, rows.map(({ id }) => id)])).toEqual([
    ['Prompts', ['1', '2']],
    ['Tags', ['3']],
  ]);
  expect(groupRows([])).toEqual([]);
});
