// A response body that reads a file only as fast as the player takes it, and closes it when the player lets go.
import { type FileHandle, open } from 'node:fs/promises';

const chunkBytes = 256 * 1024;

export function fileBody(path: string, start: number, end: number): ReadableStream<Uint8Array> {
  let handle: FileHandle | null = null;
  let position = start;
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        handle ??= await open(path, 'r');
        const wanted = Math.min(chunkBytes, end - position + 1);
        const { bytesRead, buffer } = await handle.read(
          new Uint8Array(wanted),
          0,
          wanted,
          position,
        );
        position += bytesRead;
        if (bytesRead > 0) controller.enqueue(buffer.subarray(0, bytesRead));
        if (bytesRead === 0 || position > end) {
          await handle.close();
          controller.close();
        }
      },
      cancel: async () => {
        await handle?.close();
      },
    },
    { highWaterMark: 0 },
  );
}
