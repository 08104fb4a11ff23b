// What the page says against itself, and which of it is no fault: a picture that is still asked for when its clip was erased a moment ago.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { ConsoleMessage, Page } from 'playwright';

/** Noise of a machine without desktop services; nothing of ours says these. */
const harmless = [/Failed to connect to the bus/, /GPU/, /Autofill/];

/** Errors of the page's console, each with the address it is about, and uncaught exceptions; as they come. */
export function collectComplaints(window: Page): string[] {
  const complaints: string[] = [];
  window.on('console', (message) => {
    if (message.type() !== 'error') return;
    const text = describe(message);
    if (!harmless.some((pattern) => pattern.test(text))) complaints.push(text);
  });
  window.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}

function describe(message: ConsoleMessage): string {
  const { url } = message.location();
  return url === '' ? message.text() : `${message.text()} at ${url}`;
}

const notFound = /status of 404 .* at media:\/\/(output|poster|asset)\/([\w-]+)/;

/** Without those about media that the library of this home does not know any more. To be called when the app has ended. */
export function withoutErased(complaints: readonly string[], home: string): string[] {
  const path = join(home, 'library', 'library.db');
  if (!complaints.some((text) => notFound.test(text)) || !existsSync(path)) return [...complaints];
  const db = new DatabaseSync(path, { readOnly: true });
  try {
    return complaints.filter((text) => {
      const [, kind, id] = notFound.exec(text) ?? [];
      if (kind === undefined || id === undefined) return true;
      const table = kind === 'asset' ? 'asset' : 'output';
      return db.prepare(`select 1 from ${table} where id = ?`).get(id) !== undefined;
    });
  } finally {
    db.close();
  }
}
