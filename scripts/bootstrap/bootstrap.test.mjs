// When the npm packages count as installed, and which Node is too old.
import { describe, expect, it } from 'vitest';
import { sameVersions } from './dependencies.mjs';
import { requireNode } from './node-version.mjs';

const lock = {
  packages: {
    '': { name: 'app' },
    'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
    'node_modules/other-system': { version: '2.0.0', integrity: 'sha512-o', optional: true },
  },
};
const installed = (a) => ({ packages: a ? { 'node_modules/a': a } : {} });

describe('installed npm packages', () => {
  it('match when versions and contents do; packages for other systems may be absent', () => {
    expect(sameVersions(lock, installed({ version: '1.0.0', integrity: 'sha512-a' }))).toBe(true);
  });

  it.each([
    ['absent', undefined],
    ['of another version', { version: '1.0.1', integrity: 'sha512-a' }],
    ['of other content', { version: '1.0.0', integrity: 'sha512-b' }],
  ])('do not match when one is %s', (_title, a) => {
    expect(sameVersions(lock, installed(a))).toBe(false);
  });
});

describe('the Node that installs', () => {
  it('is 20 or newer', () => {
    expect(() => requireNode('20.0.0')).not.toThrow();
    expect(() => requireNode('24.21.0')).not.toThrow();
    expect(() => requireNode('18.19.1')).toThrow(/needs Node.js 20 or newer; this is 18.19.1/);
  });
});
