import { describe, expect, it } from 'vitest';
import { generationIdSchema } from '#shared/domain/ids.ts';
import { formatRoute, parseRoute, type Route } from './router.ts';

const id = generationIdSchema.parse('k7f3q2a9x1');

const other = generationIdSchema.parse('m2d8w4b6z0');

const routes: readonly [hash: string, route: Route][] = [
  ['#/create', { screen: 'create' }],
  ['#/create?from=k7f3q2a9x1', { screen: 'create', from: id }],
  ['#/create?from=k7f3q2a9x1&mode=extend', { screen: 'create', from: id, mode: 'extend' }],
  ['#/create?prompt=rain%20%26%20neon', { screen: 'create', prompt: 'rain & neon' }],
  ['#/queue', { screen: 'queue' }],
  ['#/queue?job=k7f3q2a9x1', { screen: 'queue', job: id }],
  ['#/library', { screen: 'library' }],
  ['#/viewer/k7f3q2a9x1', { screen: 'viewer', id }],
  ['#/compare', { screen: 'compare', ids: [] }],
  ['#/compare/k7f3q2a9x1', { screen: 'compare', ids: [id] }],
  ['#/compare/k7f3q2a9x1+m2d8w4b6z0', { screen: 'compare', ids: [id, other] }],
  ['#/prompts', { screen: 'prompts' }],
  ['#/assets', { screen: 'assets' }],
  ['#/your-data', { screen: 'your-data', tab: 'overview' }],
  ['#/your-data?kind=videos', { screen: 'your-data', tab: 'overview', kind: 'videos' }],
  [
    '#/your-data?kind=deletions&row=1%3Ajob-key%20a%26b',
    { screen: 'your-data', tab: 'overview', kind: 'deletions', row: '1:job-key a&b' },
  ],
  ['#/your-data/map', { screen: 'your-data', tab: 'map' }],
  ['#/your-data/ledger', { screen: 'your-data', tab: 'ledger' }],
  ['#/account', { screen: 'account' }],
  ['#/settings', { screen: 'settings', section: 'general' }],
  ['#/settings/appearance', { screen: 'settings', section: 'appearance' }],
];

describe('router', () => {
  it.each(routes)('reads %s', (hash, route) => {
    expect(parseRoute(hash)).toEqual(route);
  });

  it.each(routes)('writes %s', (hash, route) => {
    expect(formatRoute(route)).toBe(hash);
  });

  it('opens Create for an empty address', () => {
    expect(parseRoute('')).toEqual({ screen: 'create' });
    expect(parseRoute('#/')).toEqual({ screen: 'create' });
  });

  it.each([
    '#/nowhere',
    '#/viewer',
    '#/viewer/not an id',
    '#/viewer/../../etc',
    '#/viewer/<script>',
    '#/compare/k7f3q2a9x1+k7f3q2a9x1',
    '#/compare/k7f3q2a9x1+../..',
    '#/compare/aaaaaaaa+bbbbbbbb+cccccccc+dddddddd+eeeeeeee',
    '#/your-data/secrets',
    '#/library/extra',
    '#/settings/general/more',
  ])('calls %s unknown', (hash) => {
    expect(parseRoute(hash)).toEqual({ screen: 'unknown' });
  });

  it('drops an id that is not one', () => {
    expect(parseRoute('#/create?from=%2e%2e')).toEqual({ screen: 'create' });
    expect(parseRoute('#/queue?job=')).toEqual({ screen: 'queue' });
  });
});
