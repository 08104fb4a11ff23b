// Whether a host of the ledger is this very device. Pure.

/** `127.0.0.1:43817`, `localhost`, `[::1]:8080`. */
export function isThisDevice(host: string): boolean {
  return /^(127(\.\d{1,3}){3}|localhost|\[::1\])(:\d+)?$/.test(host);
}
