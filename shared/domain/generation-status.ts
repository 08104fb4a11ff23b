// The life of a generation as one pure function. Every status change in the engine goes through `transition`.

export const generationStatuses = [
  'queued',
  'uploading',
  'submitting',
  'rendering',
  'downloading',
  'ready',
  'failed',
  'refused',
  'cancelled',
  'expired',
] as const;
export type GenerationStatus = (typeof generationStatuses)[number];

export const activeStatuses = [
  'queued',
  'uploading',
  'submitting',
  'rendering',
  'downloading',
] as const satisfies readonly GenerationStatus[];

export function isActive(status: GenerationStatus): boolean {
  return (activeStatuses as readonly GenerationStatus[]).includes(status);
}

export const generationEvents = [
  'started', // taken from the queue
  'uploaded', // every asset is in the cloud
  'requeued', // nothing was sent yet, try later
  'accepted', // the cloud has the job
  'rendered', // the cloud has the result
  'saved', // file and row are on disk
  'failed',
  'refused', // by policy; never retried
  'cancelled',
  'expired', // the cloud removed the result before it was saved
  'refetched', // the cloud still holds it: fetch again
] as const;
export type GenerationEventType = (typeof generationEvents)[number];

const table: Readonly<
  Record<GenerationStatus, Partial<Record<GenerationEventType, GenerationStatus>>>
> = {
  queued: { started: 'uploading', cancelled: 'cancelled', failed: 'failed' },
  uploading: {
    uploaded: 'submitting',
    requeued: 'queued',
    failed: 'failed',
    cancelled: 'cancelled',
  },
  submitting: {
    accepted: 'rendering',
    requeued: 'queued',
    failed: 'failed',
    refused: 'refused',
    cancelled: 'cancelled',
  },
  rendering: {
    rendered: 'downloading',
    failed: 'failed',
    refused: 'refused',
    cancelled: 'cancelled',
    expired: 'expired',
  },
  downloading: {
    saved: 'ready',
    failed: 'failed',
    expired: 'expired',
    cancelled: 'cancelled',
  },
  ready: {},
  failed: { refetched: 'downloading' },
  refused: {},
  cancelled: { refetched: 'downloading' },
  expired: { refetched: 'downloading' },
};

/** The next status, or `null` when the event cannot happen in this status. */
export function transition(
  status: GenerationStatus,
  event: GenerationEventType,
): GenerationStatus | null {
  return table[status][event] ?? null;
}

/** What the queue shows, in order. */
export const jobSteps = ['upload', 'send', 'render', 'download', 'save'] as const;
export type JobStep = (typeof jobSteps)[number];
