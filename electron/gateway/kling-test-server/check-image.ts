// Whether an image of a request is what the platform takes: an https URL, or JPEG or PNG as plain base64. Pure.
import { readImageHeader } from '../uploads/image-header.ts';
import { badField } from './rejection.ts';

const minSide = 300;
const maxRatio = 2.5;

export function checkImage(field: string, value: string, maxBytes: number): void {
  if (value.startsWith('https://')) return;
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(value)) throw badField(field, 'is neither https nor base64');
  const bytes = Buffer.from(value, 'base64');
  if (bytes.length > maxBytes) throw badField(field, 'is too large');
  const header = readImageHeader(bytes);
  if (!header || header.mimeType === 'image/webp') throw badField(field, 'is not JPEG or PNG');
  const { width, height } = header;
  if (Math.min(width, height) < minSide) throw badField(field, 'is smaller than 300 pixels');
  if (Math.max(width, height) / Math.min(width, height) > maxRatio) {
    throw badField(field, 'is wider or taller than 2.5 to 1');
  }
}
