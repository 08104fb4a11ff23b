// `kling5 inspect`: every kind of data about the user on this device, counted.
import { sizeLabel } from '../../engine/size-label.ts';
import type { Command } from '../command.ts';

export const inspect: Command = {
  name: 'inspect',
  summary: 'Shows what is stored on this device, by kind',
  usage: '',
  options: {},
  run: async ({ output, openSession, home }) => {
    const session = await openSession();
    const { inventory, ...overview } = await session.call('data.overview', {});
    const { held } = await session.call('access.state', {});
    const kinds = inventory.map(({ kind, count, bytes, inCloudCount }) => ({
      kind,
      count,
      bytes,
      inCloudCount,
    }));
    await output.result(
      {
        home,
        library: session.library,
        totalBytes: overview.totalBytes,
        freeBytes: overview.freeBytes,
        network: overview.network,
        kinds,
        cloudHeld: held,
      },
      [
        `Library: ${session.library}`,
        ...kinds.map(
          ({ kind, count, bytes }) =>
            `${kind.padEnd(16)} ${String(count).padStart(8)}  ${sizeLabel(bytes).padStart(10)}`,
        ),
        `In all ${sizeLabel(overview.totalBytes)}, ${sizeLabel(overview.freeBytes)} free on the disk.`,
        held
          ? `What the cloud holds: told ${held.fetchedAt.slice(0, 10)}. Not on this device: clips ${held.onlyThere.clips}, images ${held.onlyThere.images}.`
          : 'What the cloud holds: not known here, ask it in Your data.',
      ],
    );
    return 0;
  },
};
