// From a request's URL to a file below the interface's folder, or `null`. Pure; everything odd is refused.
import { join, sep } from 'node:path';

const safeSegment = /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/;

export function appFilePath(folder: string, requestUrl: string): string | null {
  if (!URL.canParse(requestUrl)) return null;
  const url = new URL(requestUrl);
  if (url.protocol !== 'app:' || url.host !== 'studio') return null;
  const path = url.pathname === '/' ? '/index.html' : url.pathname;
  const segments = path.slice(1).split('/');
  if (!segments.every((segment) => safeSegment.test(segment))) return null;
  const file = join(folder, ...segments);
  return file.startsWith(folder + sep) ? file : null;
}
