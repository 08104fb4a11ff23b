// Addresses of bytes in the library. The renderer knows media by id and by nothing else.
import type { AssetId, OutputId } from '#shared/domain/ids.ts';

export function videoAddress(id: OutputId): string {
  return `media://output/${id}`;
}

export function posterAddress(id: OutputId): string {
  return `media://poster/${id}`;
}

export function assetAddress(id: AssetId): string {
  return `media://asset/${id}`;
}
