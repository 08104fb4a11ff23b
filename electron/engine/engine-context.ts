// What every part of the engine is given: database, places, time, ids, the host, and a way to tell the outside. Types only.
import type { collectionsContract } from '#shared/contract/collections.ts';
import type { backupsContract } from '#shared/contract/backups.ts';
import type { EngineContract, EngineHandlers } from '#shared/contract/engine.ts';
import type { eraseContract } from '#shared/contract/erase.ts';
import type { EventName, EventPayload } from '#shared/contract/define.ts';
import type { feedbackContract } from '#shared/contract/feedback.ts';
import type { fetchAgainContract } from '#shared/contract/fetch-again.ts';
import type { framesContract } from '#shared/contract/frames.ts';
import type { HostContract } from '#shared/contract/host.ts';
import type { networkContract } from '#shared/contract/network.ts';
import type { libraryOrderContract } from '#shared/contract/library-order.ts';
import type { inspectContract } from '#shared/contract/inspect.ts';
import type { erasuresContract } from '#shared/contract/erasures.ts';
import type { assetsContract } from '#shared/contract/assets.ts';
import type { findFilesContract } from '#shared/contract/find-files.ts';
import type { filesOutContract } from '#shared/contract/files-out.ts';
import type { clipTagsContract } from '#shared/contract/clip-tags.ts';
import type { ownFilesContract } from '#shared/contract/own-files.ts';
import type { lineageContract } from '#shared/contract/lineage.ts';
import type { organiseContract } from '#shared/contract/organise.ts';
import type { savedPromptsContract } from '#shared/contract/saved-prompts.ts';
import type { syncContract } from '#shared/contract/sync.ts';
import type { TypedClient } from '#shared/rpc/typed-client.ts';
import type { CloudMonitor } from './cloud/cloud-monitor.ts';
import type { GatewayClient } from './cloud/gateway-client.ts';
import type { OnwardLedger } from './cloud/onward-ledger.ts';
import type { Clock } from './clock.ts';
import type { CloudErasures } from './cloud-erasure/erasures-outbox.ts';
import type { Database } from './database/database.ts';
import type { Ids } from './ids.ts';
import type { FileIds } from './inspect/file-ids.ts';
import type { LibraryPaths } from './library/library-paths.ts';
import type { Log } from './logging/log.ts';
import type { UndoBook } from './organise/undo-book.ts';
import type { ChoiceBook } from './privacy/choice-book.ts';
import type { SettingsBook } from './settings/settings-book.ts';
import type { TaskBook } from './tasks/task-book.ts';

/** Absolute folders that the host chose. */
export interface EnginePaths {
  readonly home: string;
  readonly library: string;
  readonly logs: string;
}

export type Emit = <K extends EventName<EngineContract>>(
  name: K,
  payload: EventPayload<EngineContract, K>,
) => void;

export interface EngineDeps {
  readonly paths: EnginePaths;
  /** Version of the app, for backups and archives. */
  readonly version: string;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  readonly host: TypedClient<HostContract>;
  readonly emit: Emit;
  readonly log: Log;
  /** Milliseconds until the cloud is first asked, when it is known and nothing waits for it. Default: at once. */
  readonly firstLookMs?: number;
  /**
   * Called when the database turns out to be damaged after it was opened; has to end the process, so that the next start looks at all
   * of it first. Without it every start reads all of it before anything else.
   */
  readonly onDamage?: (reason: string) => void;
  /** Called once when the library is not there any more; has to end the process. Without it nobody looks. */
  readonly onLibraryGone?: () => void;
}

export interface EngineContext {
  readonly db: Database;
  readonly paths: EnginePaths & LibraryPaths;
  readonly libraryId: string;
  readonly version: string;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly random: () => number;
  readonly host: TypedClient<HostContract>;
  readonly emit: Emit;
  readonly log: Log;
  /** The cloud's contract as typed calls; every request is in the ledger. */
  readonly gateway: GatewayClient;
  /** Whether the cloud answers, and the last description of it. */
  readonly cloud: CloudMonitor;
  /** What a service on this device asked of a provider. */
  readonly onward: OnwardLedger;
  readonly settings: SettingsBook;
  /** What the user allows and objects to. */
  readonly choices: ChoiceBook;
  /** Of files that people were shown by name. */
  readonly fileIds: FileIds;
  /** The outbox of deletions in the cloud. */
  readonly erasures: CloudErasures;
  /** Long work that people follow and can cancel. */
  readonly tasks: TaskBook;
  /** Changes of clips that can be taken back; has to forget when clips are erased. */
  readonly undo: UndoBook;
  /** Stops all jobs and takes no new ones; resolves when nothing is under way. */
  readonly stopWork: () => Promise<void>;
  /** Runs when the engine closes, before the database does; last registered first. */
  readonly onClose: (action: () => void | Promise<void>) => void;
}

export type ArchiveHandlers = Pick<
  EngineHandlers,
  'archive.export' | 'archive.inspect' | 'archive.import'
>;
export type BackupHandlers = Pick<
  EngineHandlers,
  Exclude<keyof typeof backupsContract, 'backups.changed'>
>;
export type MoveHandlers = Pick<
  EngineHandlers,
  'library.moveState' | 'library.move' | 'library.continueMove' | 'library.discardMove'
>;
export type LedgerHandlers = Pick<
  EngineHandlers,
  'data.requests' | 'data.requestSums' | 'data.saveRequests'
>;
export type TaskHandlers = Pick<EngineHandlers, 'tasks.get' | 'tasks.list' | 'tasks.cancel'>;
export type ErasureHandlers = Pick<EngineHandlers, 'erasure.plan' | 'erasure.order'>;
export type EraseHandlers = Pick<
  EngineHandlers,
  Exclude<keyof typeof eraseContract, 'erase.changed' | 'erase.draftCleared'>
>;
export type ErasuresHandlers = Pick<
  EngineHandlers,
  Exclude<keyof typeof erasuresContract, 'erasures.changed'>
>;
export type SyncHandlers = Pick<
  EngineHandlers,
  Exclude<keyof typeof syncContract, 'sync.changed' | 'cloud.onlyThereChanged'>
>;
export type NetworkHandlers = Pick<EngineHandlers, keyof typeof networkContract>;
export type FindFilesHandlers = Pick<EngineHandlers, keyof typeof findFilesContract>;
export type InspectHandlers = Pick<EngineHandlers, keyof typeof inspectContract | 'data.storage'>;
export type LineageHandlers = Pick<EngineHandlers, keyof typeof lineageContract>;
export type CollectionsHandlers = Pick<EngineHandlers, keyof typeof collectionsContract>;
export type AssetsHandlers = Pick<
  EngineHandlers,
  keyof typeof assetsContract | 'assets.import' | 'assets.get' | 'assets.list'
>;
export type SavedPromptsHandlers = Pick<
  EngineHandlers,
  Exclude<keyof typeof savedPromptsContract, 'savedPrompts.changed'> | 'prompts.list'
>;
export type FeedbackHandlers = Pick<
  EngineHandlers,
  Exclude<keyof typeof feedbackContract, 'feedback.changed'>
>;
export type FetchAgainHandlers = Pick<EngineHandlers, keyof typeof fetchAgainContract>;
export type ClipTagsHandlers = Pick<EngineHandlers, keyof typeof clipTagsContract>;
export type OwnFilesHandlers = Pick<EngineHandlers, keyof typeof ownFilesContract>;
export type FilesOutHandlers = Pick<EngineHandlers, keyof typeof filesOutContract>;
export type FramesHandlers = Pick<EngineHandlers, keyof typeof framesContract>;
export type OrganiseHandlers = Pick<EngineHandlers, keyof typeof organiseContract>;
export type LibraryOrderHandlers = Pick<EngineHandlers, keyof typeof libraryOrderContract>;
