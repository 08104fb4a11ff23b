// What each request is for and which kinds of data it carries, for the ledger. A route without an entry does not compile.
import type { RouteName } from '#shared/gateway/routes.ts';

export interface RoutePurpose {
  readonly purpose: string;
  readonly dataKinds: readonly string[];
}

const jobDataKinds = ['prompt', 'parameters', 'consents'] as const;

export const routePurposes = {
  service: { purpose: 'Read the service description', dataKinds: [] },
  account: { purpose: 'Read the account', dataKinds: ['account'] },
  credits: { purpose: 'Read the credit ledger', dataKinds: ['account'] },
  onwardRequests: { purpose: 'Read what was sent to the provider', dataKinds: [] },
  createUpload: { purpose: 'Announce a reference image', dataKinds: ['asset hash'] },
  getUpload: { purpose: 'Look after an upload', dataKinds: [] },
  appendUpload: { purpose: 'Upload a reference image', dataKinds: ['asset'] },
  createGeneration: { purpose: 'Start a generation', dataKinds: jobDataKinds },
  listGenerations: { purpose: 'Look up a generation', dataKinds: ['job key'] },
  generationChanges: { purpose: 'Look for clips made elsewhere', dataKinds: [] },
  getGeneration: { purpose: 'Follow a generation', dataKinds: ['job id'] },
  cancelGeneration: { purpose: 'Cancel a generation', dataKinds: ['job id'] },
  sendFeedback: { purpose: 'Send feedback', dataKinds: ['feedback', 'job id'] },
  outputContent: { purpose: 'Download a result', dataKinds: [] },
  outputPoster: { purpose: 'Download a poster', dataKinds: [] },
  createErasure: { purpose: 'Erase in the cloud', dataKinds: ['job id'] },
  getErasure: { purpose: 'Look after an erasure', dataKinds: [] },
  createDataExport: { purpose: 'Ask for everything the cloud holds', dataKinds: ['account'] },
  getDataExport: { purpose: 'Look after that request', dataKinds: [] },
  dataExportContent: { purpose: 'Download everything the cloud holds', dataKinds: [] },
  createErasureToken: { purpose: 'Get a delete-only token', dataKinds: ['account'] },
} as const satisfies Record<RouteName, RoutePurpose>;
