// What the user's answers forbid to send, asked at the one door to the cloud. Knows no database. Erasing, fetching and reading one's own account are
// never forbidden: they are what somebody who objects still needs.
import type { ChoicePurpose } from '#shared/domain/choices.ts';
import { AppError } from '#shared/errors.ts';
import type { RouteName } from '#shared/gateway/routes.ts';

const purposesOfRoutes: Readonly<Partial<Record<RouteName, ChoicePurpose>>> = {
  createGeneration: 'send-prompts',
  createUpload: 'send-references',
  appendUpload: 'send-references',
  generationChanges: 'read-history',
  sendFeedback: 'send-feedback',
};

/** The first purpose that this request needs and the user does not allow; `null` when it may be sent. */
function findObjection(
  route: RouteName,
  body: unknown,
  allows: (purpose: ChoicePurpose) => boolean,
): ChoicePurpose | null {
  const needed: (ChoicePurpose | undefined)[] = [
    purposesOfRoutes[route],
    hasReferences(body) ? 'send-references' : undefined,
  ];
  return needed.find((purpose) => purpose !== undefined && !allows(purpose)) ?? null;
}

function hasReferences(body: unknown): boolean {
  if (typeof body !== 'object' || body === null) return false;
  if ('sourceVideo' in body && body.sourceVideo !== undefined) return true;
  if ('sourceId' in body && typeof body.sourceId === 'string') return true;
  return 'images' in body && Array.isArray(body.images) && body.images.length > 0;
}

/** Throws `restricted` for what the user does not allow to be sent. */
export function refuseObjected(
  route: RouteName,
  body: unknown,
  allows: (purpose: ChoicePurpose) => boolean,
): void {
  const purpose = findObjection(route, body, allows);
  if (purpose === null) return;
  throw new AppError('restricted', 'You do not allow this to be sent. Nothing was sent.', {
    details: { purpose },
  });
}
