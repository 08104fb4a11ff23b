import { expect, it } from 'vitest';
import { technicalDetails } from './technical-details.ts';

it('names versions and states, a line each, and no folder', () => {
  const text = technicalDetails({
    info: {
      version: '1.2.3',
      platform: 'linux',
      electron: '45.0.0',
      libraryLabel: 'Secret / Folder',
      libraryIsDefault: false,
      isKeychainAvailable: true,
      wipeReceipt: null,
    },
    health: { state: 'ready', error: null, restarts: 0 },
    cloud: undefined,
  });
  expect(text.split('\n')).toEqual([
    'Kling 5 Studio: 1.2.3',
    'Electron: 45.0.0',
    'Platform: linux',
    'Library in its own place: no',
    'Keychain: yes',
    'Engine: ready',
    'Engine restarts: 0',
  ]);
});

it('leaves out what is not known', () => {
  expect(technicalDetails({ info: undefined, health: undefined, cloud: undefined })).toBe('');
});
