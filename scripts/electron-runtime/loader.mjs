// The small app inside the fallback runtime. It does what Electron's own default app does: take the app's
// folder from the command line, say that it is one (`process.defaultApp`), set name, version and path from its package.json, and load its main file.
// It has to be an ES module that awaits the import, or `ready` fires before the app's own early calls.

export const loaderPackage = { name: 'electron', type: 'module', main: 'loader.mjs' };

export const loaderSource = `import { app } from 'electron';
import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const target = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (!target) {
  console.error('Usage: electron [flags] <app folder>');
  process.exit(2);
}
Object.defineProperty(process, 'defaultApp', { value: true });
const path = resolve(target);
let entry = path;
if (statSync(path).isDirectory()) {
  const details = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
  if (details.version) app.setVersion(details.version);
  app.setName(details.productName ?? details.name ?? 'Electron');
  app.setDesktopName(details.desktopName ?? \`\${app.getName()}.desktop\`);
  app.setAppPath(path);
  entry = resolve(path, details.main ?? 'index.js');
}
await import(pathToFileURL(entry).href);
`;
