// Which system packages are reported missing, under which names, for which machine.
import { describe, expect, it } from 'vitest';
import {
  availableNames,
  installCommand,
  missingPackages,
  parseInstalled,
  parseOffered,
  wantedPackages,
} from './package-list.mjs';

describe('missing packages', () => {
  it('are all of them on an empty machine', () => {
    const wanted = wantedPackages();
    expect(missingPackages(wanted, new Set())).toEqual(wanted);
  });

  it('are none when every one is installed', () => {
    const wanted = wantedPackages({ forTests: true });
    const installed = new Set([...wanted.essential, ...wanted.optional].map(([name]) => name));
    expect(missingPackages(wanted, installed)).toEqual({ essential: [], optional: [] });
  });

  it('accept the other name of a library', () => {
    const missing = missingPackages(wantedPackages(), new Set(['libgtk-3-0t64']));
    expect(missing.essential.flat()).not.toContain('libgtk-3-0');
    expect(missing.essential.flat()).toContain('libasound2');
  });

  it('include a browser for tests only', () => {
    expect(wantedPackages().optional.flat()).not.toContain('chromium');
    expect(wantedPackages({ forTests: true }).optional.flat()).toContain('chromium');
  });
});

describe('what dpkg and apt say', () => {
  it('takes only installed packages for installed', () => {
    const output =
      'xvfb installed\nxauth config-files\ndpkg-query: no packages found matching zip\n';
    expect(parseInstalled(output)).toEqual(new Set(['xvfb']));
  });

  it('takes only packages with a candidate for offered', () => {
    const output =
      'libasound2:\n  Installed: (none)\n  Candidate: (none)\n' +
      'libasound2t64:\n  Installed: (none)\n  Candidate: 1.2.11-1build2\n';
    const offered = parseOffered(output);
    expect(availableNames([['libasound2', 'libasound2t64'], ['zip']], offered)).toEqual([
      'libasound2t64',
    ]);
  });

  it('names the exact command', () => {
    expect(installCommand(['xvfb', 'zip'])).toBe(
      'sudo apt-get update && sudo apt-get install --yes --no-install-recommends xvfb zip',
    );
  });
});
