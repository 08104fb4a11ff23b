// `kling5 seed`: fills an empty library with clips that nobody made, to measure and to try things with many of them.
import { AppError } from '#shared/errors.ts';
import { type Command, numberOption, requiredOption } from '../command.ts';
import { seedLibrary } from '../seed/seed-library.ts';

export const seed: Command = {
  name: 'seed',
  summary: 'Fills an empty library with made-up clips, for measurements',
  usage: '--count <n> [--seed <number>] [--videos <n>]',
  options: { count: { type: 'string' }, seed: { type: 'string' }, videos: { type: 'string' } },
  help: [
    'The same count and seed give the same library. Up to 240 small videos that play, each with its',
    'still, are shared by all clips. Some clips are in the trash, and some jobs came to nothing.',
  ],
  run: async ({ options, output, openSession, signal }) => {
    requiredOption(options, 'count');
    const count = numberOption(options, 'count', { minimum: 1, maximum: 5_000_000, otherwise: 0 });
    const number = numberOption(options, 'seed', {
      minimum: 0,
      maximum: 2 ** 32 - 1,
      otherwise: 1,
    });
    const videos = numberOption(options, 'videos', { minimum: 1, maximum: 240, otherwise: 0 });
    const { engine, library } = await openSession();
    const { db } = engine.context;
    if (db.get('select 1 from generation union all select 1 from asset') !== undefined) {
      throw new AppError('conflict', 'This library is not empty. Name another folder with --home.');
    }
    const startedAt = performance.now();
    const made = await seedLibrary(
      { db, library, signal, onProgress: (done) => output.progress(`${done} of ${count}`) },
      { count, seed: number, videos },
    );
    const tookMs = Math.round(performance.now() - startedAt);
    await output.result({ library, count, seed: number, ...made, tookMs }, [
      `${library}  ${count} clips, ${made.files} files, ${(tookMs / 1000).toFixed(1)} s`,
    ]);
    return 0;
  },
};
