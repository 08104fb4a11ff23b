// Which part of the engine answers which calls. Decides nothing.
import type { EngineHandlers } from '#shared/contract/engine.ts';
import type { HostedHandlers } from '#shared/contract/host.ts';
import { createAccessHandlers } from './access/handlers.ts';
import { createArchiveHandlers } from './archive/handlers.ts';
import { createAssetsHandlers } from './assets/handlers.ts';
import { createBackupHandlers } from './backups/handlers.ts';
import { createErasuresHandlers } from './cloud-erasure/handlers.ts';
import { isoTime } from './clock.ts';
import { createCloudHandlers } from './cloud/handlers.ts';
import { createWakeUpHandlers } from './cloud/wake-up.ts';
import { createCollectionsHandlers } from './collections/handlers.ts';
import type { EngineParts } from './engine-parts.ts';
import { createErasureHandlers } from './erasure/handlers.ts';
import { createEraseHandlers } from './erasure/parts/handlers.ts';
import { createFeedbackHandlers } from './feedback/handlers.ts';
import { createFetchAgainHandlers } from './fetch-again/handlers.ts';
import { createFilesOutHandlers } from './files-out/handlers.ts';
import { createFramesHandlers } from './frames/handlers.ts';
import { createInspectHandlers } from './inspect/handlers.ts';
import { createJobHandlers } from './jobs/handlers.ts';
import { createLedgerHandlers } from './ledger/handlers.ts';
import { createFindFilesHandlers } from './library/find-files-handlers.ts';
import { createLibraryHandlers } from './library/handlers.ts';
import { createLineageHandlers } from './library/lineage-handlers.ts';
import { createLibraryOrderHandlers } from './library/order-handlers.ts';
import { createMoveHandlers } from './move/handlers.ts';
import { createClipTagsHandlers } from './organise/clip-tags.ts';
import { createOrganiseHandlers } from './organise/handlers.ts';
import { createOwnFilesHandlers } from './own-files/handlers.ts';
import { createChoiceHandlers, createOverviewHandlers } from './privacy/handlers.ts';
import { createPrivacyRequestHandlers } from './privacy/privacy-requests.ts';
import { createSavedPromptsHandlers } from './prompts/handlers.ts';
import { createSettingsHandlers } from './settings/handlers.ts';
import { createSyncHandlers } from './sync/handlers.ts';
import { createTaskHandlers } from './tasks/handlers.ts';

export function createEngineHandlers(
  parts: EngineParts,
  shutdown: () => Promise<void>,
): EngineHandlers & HostedHandlers {
  const { context, connection, jobs, runner, views, elsewhere } = parts;
  const { emit, tasks } = context;
  const updated = () => jobs.libraryChanged('updated');
  return {
    'engine.ping': () => ({ at: isoTime(context.clock.now()) }),
    'engine.shutdown': async () => {
      await shutdown();
      return {};
    },
    ...createJobHandlers(parts),
    ...createLibraryHandlers(parts),
    ...createOrganiseHandlers(context, updated),
    ...createLibraryOrderHandlers(context, views),
    ...createFindFilesHandlers(context, updated),
    ...createLineageHandlers(context, views),
    ...createCollectionsHandlers(context, updated),
    ...createFeedbackHandlers({ jobs, emit }),
    ...createFetchAgainHandlers({ jobs, tasks }),
    ...createFramesHandlers(context),
    ...createOwnFilesHandlers(context),
    ...createClipTagsHandlers(context),
    ...createFilesOutHandlers(context),
    ...createSyncHandlers(elsewhere),
    ...createWakeUpHandlers({ ...connection, runner }),
    ...createAssetsHandlers(context, views),
    ...createSavedPromptsHandlers(context, views),
    ...createTaskHandlers(context),
    ...createArchiveHandlers(context),
    ...createBackupHandlers(context),
    ...createErasureHandlers(context),
    ...createEraseHandlers(context, jobs.libraryChanged),
    ...createInspectHandlers(context),
    ...createErasuresHandlers(context),
    ...createAccessHandlers(parts.access),
    ...createLedgerHandlers(context),
    ...createMoveHandlers(context),
    ...createSettingsHandlers(context),
    ...createCloudHandlers(context),
    ...createOverviewHandlers(context),
    ...createChoiceHandlers(context),
    ...createPrivacyRequestHandlers(context),
  };
}
