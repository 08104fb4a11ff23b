// The two own protocols: `app:` serves the interface, `media:` serves what the engine resolved by id. file: is never used.
import { protocol } from 'electron';

export const appOrigin = 'app://studio';

export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
    {
      scheme: 'media',
      // CORS, so that the page may take a frame out of its own clips; who may is said with each answer
      privileges: { standard: true, secure: true, stream: true, corsEnabled: true },
    },
  ]);
}
