// Orders a full wipe where the database cannot be opened: then files of the app are known by their place and form alone.
// Plain Node. The person has asked for it in so many words; nothing is planned or counted here.
import { AppError } from '#shared/errors.ts';
import { libraryIdOf } from './library-files.ts';
import { writeWipeOrder } from './wipe-order.ts';

export interface BlindOrder {
  readonly home: string;
  readonly library: string;
  readonly id: string;
  readonly orderedAt: string;
}

export function orderWithoutDatabase({ home, library, id, orderedAt }: BlindOrder): void {
  const libraryId = libraryIdOf(library);
  if (libraryId === null) {
    throw new AppError(
      'library-not-ours',
      'The library folder has no marker of the app, so nothing in it is deleted.',
    );
  }
  writeWipeOrder(
    home,
    { id, orderedAt, library: { path: library, libraryId }, former: [], rows: [], cloud: [] },
    [],
  );
}
