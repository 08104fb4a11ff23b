// Serves the interface from its build folder with the policy headers. Reads only; nothing outside the folder.
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Session } from 'electron';
import { pageHeaders } from './security-headers.ts';
import { appFilePath } from './app-path.ts';

const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
};

const notFound = () => new Response('Not found', { status: 404 });

export function serveApp(session: Session, folder: string): void {
  session.protocol.handle('app', async (request) => {
    const file = appFilePath(folder, request.url);
    const mimeType = file ? mimeTypes[extname(file)] : undefined;
    if (!file || !mimeType || request.method !== 'GET') return notFound();
    const bytes = await readFile(file).catch(() => null);
    if (!bytes) return notFound();
    return new Response(new Uint8Array(bytes), {
      headers: { 'content-type': mimeType, ...pageHeaders },
    });
  });
}
