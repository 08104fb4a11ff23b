import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { createFilm } from './film.ts';
import type { ClipRequest } from './clip-request.ts';
import { smallRequest } from './testing/small-request.ts';
import { correlation, difference, thumbprint } from './testing/thumbprint.ts';
import { sceneKinds, sceneWords } from './vocabulary.ts';

async function look(request: ClipRequest, at = 0.5): Promise<Float64Array> {
  const film = await createFilm(request);
  return thumbprint(film.shoot(Math.round(at * (film.frameCount - 1))));
}

/** Four fields of strong colours, encoded. */
async function testPicture(width = 320, height = 180): Promise<Uint8Array> {
  const data = Buffer.alloc(width * height * 3);
  for (let i = 0; i < width * height; i++) {
    const isRight = i % width > width / 2;
    const isLow = i > (width * height) / 2;
    data[i * 3] = isRight ? 220 : 30;
    data[i * 3 + 1] = isLow ? 190 : 50;
    data[i * 3 + 2] = isRight !== isLow ? 200 : 20;
  }
  return new Uint8Array(
    await sharp(data, { raw: { width, height, channels: 3 } })
      .png()
      .toBuffer(),
  );
}

async function thumbprintOf(picture: Uint8Array): Promise<Float64Array> {
  const { data } = await sharp(picture)
    .resize(160, 90, { fit: 'cover' })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const sums = new Float64Array(8 * 5 * 3);
  for (let y = 0; y < 90; y++) {
    for (let x = 0; x < 160; x++) {
      const cell = Math.floor(y / 18) * 8 + Math.floor(x / 20);
      for (let k = 0; k < 3; k++)
        sums[cell * 3 + k] = (sums[cell * 3 + k] ?? 0) + (data[(y * 160 + x) * 3 + k] ?? 0) / 360;
    }
  }
  return sums;
}

describe('film', () => {
  it('shows ten different pictures for ten prompts', async () => {
    const prompts = [
      'neon rain',
      'mountains at dawn',
      'city skyline',
      'aurora',
      'a galaxy',
      'forest',
      'red silk',
      'lantern festival',
      'ocean',
      'qwxz',
    ];
    const looks = await Promise.all(prompts.map((prompt) => look(smallRequest(prompt))));
    looks.forEach((a, i) => {
      for (const b of looks.slice(i + 1)) expect(difference(a, b)).toBeGreaterThan(12);
    });
  });

  it('makes siblings, not copies, of two takes', async () => {
    const one = await createFilm(smallRequest('mountains at dawn', { seed: 'a' }));
    const two = await createFilm(smallRequest('mountains at dawn', { seed: 'b' }));
    expect(two.reading.kind).toBe(one.reading.kind);
    const apart = difference(thumbprint(one.shoot(0)), thumbprint(two.shoot(0)));
    expect(apart).toBeGreaterThan(2);
  });

  it('draws the same frame for the same request', async () => {
    const shoot = async () => (await createFilm(smallRequest('jellyfish'))).shoot(5).data;
    expect(Buffer.compare(await shoot(), await shoot())).toBe(0);
  });

  it.each(sceneKinds)('%s moves, upright as well', async (kind) => {
    const [word = ''] = sceneWords[kind].main.split(', ');
    const film = await createFilm(smallRequest(word, { width: 90, height: 160, durationMs: 3000 }));
    expect(film.reading.kind).toBe(kind);
    const first = film.shoot(0).data.slice(0, 90 * 160);
    const middle = film.shoot(36).data.slice(0, 90 * 160);
    const changed =
      first.reduce((sum, value, i) => sum + Math.abs(value - (middle[i] ?? 0)), 0) / first.length;
    expect(changed).toBeGreaterThan(1.5);
  });

  it('starts with the first frame and ends with the last', async () => {
    const picture = await testPicture();
    const other = new Uint8Array(await sharp(picture).negate().toBuffer());
    const request = smallRequest('slow push', { firstFrame: picture, lastFrame: other });
    expect(correlation(await look(request, 0), await thumbprintOf(picture))).toBeGreaterThan(0.9);
    expect(correlation(await look(request, 1), await thumbprintOf(other))).toBeGreaterThan(0.9);
  });

  it('shows a reference on at least a quarter of the scene', async () => {
    const white = await sharp({
      create: { width: 300, height: 200, channels: 3, background: '#ff00ff' },
    })
      .png()
      .toBuffer();
    const film = await createFilm(smallRequest('forest', { references: [new Uint8Array(white)] }));
    const { width, height, data } = film.shoot(3);
    const chroma = width * height;
    const half = (width / 2) * (height / 2);
    let magenta = 0;
    for (let i = 0; i < half; i++) {
      if ((data[chroma + i] ?? 0) > 165 && (data[chroma + half + i] ?? 0) > 165) magenta++;
    }
    expect(magenta / half).toBeGreaterThan(0.25);
  });

  it('enlarges what is larger than it draws', async () => {
    const film = await createFilm(smallRequest('silk', { width: 1920, height: 1080 }));
    expect(film.shoot(0)).toMatchObject({ width: 1920, height: 1080 });
  });

  it('names a picture that cannot be read', async () => {
    const broken = smallRequest('any', { firstFrame: new Uint8Array([1, 2, 3]) });
    await expect(createFilm(broken)).rejects.toMatchObject({ code: 'asset-unreadable' });
    const references = [(await testPicture()).slice(0, 300)];
    await expect(createFilm(smallRequest('any', { references }))).rejects.toMatchObject({
      code: 'asset-unreadable',
    });
  });
});
