// Hands the files of clips to other programs: with a drag that the system goes on with, or by the clipboard. Takes ids; the paths come
// from the engine and go to the system alone.
import { type BrowserWindow, nativeImage } from 'electron';
import { writeClipboardFiles } from './clipboard-files.ts';
import { dragPicture } from './drag-picture.ts';

export interface FilesOut {
  /** Each returns how many files it was; those that are missing are left out. */
  copy(ids: readonly string[]): Promise<number>;
  drag(ids: readonly string[]): Promise<number>;
}

export function createFilesOut(
  window: () => BrowserWindow | null,
  resolveOutput: (id: string) => Promise<string>,
): FilesOut {
  const filesOf = async (ids: readonly string[]) => {
    const answers = await Promise.allSettled(ids.map(resolveOutput));
    return answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
  };
  return {
    copy: async (ids) => {
      const files = await filesOf(ids);
      if (files.length > 0) await writeClipboardFiles(files);
      return files.length;
    },
    drag: async (ids) => {
      const files = await filesOf(ids);
      const [file] = files;
      if (file !== undefined) {
        const icon = nativeImage.createFromDataURL(dragPicture);
        window()?.webContents.startDrag({ file, files, icon });
      }
      return files.length;
    },
  };
}
