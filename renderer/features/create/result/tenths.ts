// Time in a small player: `0:03.2`. Pure.

export function formatTenths(positionMs: number): string {
  const tenths = Math.floor(Math.max(0, positionMs) / 100);
  const seconds = Math.floor(tenths / 10);
  const tail = String(seconds % 60).padStart(2, '0');
  return `${Math.floor(seconds / 60)}:${tail}.${tenths % 10}`;
}
