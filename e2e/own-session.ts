// Journeys run side by side, each runner's worker with a display and a keychain of its own (scripts/journeys.mjs): neither takes the
// other's focus, clipboard or keys.

/** Whatever is started from here on is in the session of this worker. Nothing happens outside of one. */
export function enterOwnSession(env: NodeJS.ProcessEnv): void {
  const worker = env['TEST_PARALLEL_INDEX'];
  if (worker === undefined) return;
  const sessions = JSON.parse(env['KLING5_SESSIONS'] ?? '[]') as Record<string, string>[];
  Object.assign(env, sessions[Number(worker)]);
}
