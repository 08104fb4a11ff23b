// Nothing in the window can go anywhere: no navigation, no new windows, no webviews, no permissions.
import type { Session, WebContents } from 'electron';
import { openExternal } from '../shell/external-links.ts';

/** The permissions that the interface needs; everything else is denied, in requests and in checks. */
const grantedPermissions = new Set(['fullscreen', 'clipboard-sanitized-write']);

export function guardNavigation(contents: WebContents, allowedOrigin: string): void {
  const isOwn = (address: string) =>
    URL.canParse(address) &&
    `${new URL(address).protocol}//${new URL(address).host}` === allowedOrigin;
  contents.on('will-navigate', (event) => {
    if (!isOwn(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!isOwn(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!isOwn(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    void openExternal(url);
    return { action: 'deny' };
  });
}

export function guardPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, callback) => {
    callback(grantedPermissions.has(permission));
  });
  session.setPermissionCheckHandler((_contents, permission) => grantedPermissions.has(permission));
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
}
