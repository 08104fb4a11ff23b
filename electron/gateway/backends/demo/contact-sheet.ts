// For judging the scenes by eye: writes stills of every scene as PNG.
// node electron/gateway/backends/demo/contact-sheet.ts out/dir [scene ...] [--size 1280x720] [--seeds 2]
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { createFilm } from './film.ts';
import { toRgb } from './finish/poster.ts';
import { sceneKinds } from './vocabulary.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: 'string', default: '1280x720' },
    seeds: { type: 'string', default: '1' },
    at: { type: 'string', default: '0.5' },
  },
});
const [folder = 'out/contact-sheet', ...wanted] = positionals;
const [width = 1280, height = 720] = values.size.split('x').map(Number);
await mkdir(folder, { recursive: true });

for (const prompt of wanted.length > 0 ? wanted : sceneKinds) {
  for (let seed = 1; seed <= Number(values.seeds); seed++) {
    const started = performance.now();
    const film = await createFilm({
      prompt,
      seed,
      width,
      height,
      durationMs: 5000,
      fps: 24,
      metadata: {},
    });
    const built = performance.now();
    for (const at of values.at.split(',')) {
      const planes = film.shoot(Math.round(Number(at) * (film.frameCount - 1)));
      const name = `${prompt.replaceAll(/\W+/g, '-')}-${seed}-${at}.png`;
      await sharp(toRgb(planes), { raw: { width, height, channels: 3 } })
        .png()
        .toFile(join(folder, name));
    }
    const warm = performance.now();
    for (let i = 0; i < 6; i++) film.shoot(i);
    const per = (performance.now() - warm) / 6;
    process.stdout.write(
      `${prompt}: ${film.reading.kind}, built in ${Math.round(built - started)} ms, ${Math.round(per)} ms a frame\n`,
    );
  }
}
