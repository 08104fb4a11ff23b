// Puts the gateway's parts together, from the bottom up: what keeps something (keepers.ts), then what works with it.
import { createBackups } from './erasures/backups.ts';
import { copiesAtProviders, placeOf } from './erasures/copies-elsewhere.ts';
import { createErasureRows } from './erasures/erasure-rows.ts';
import { createErasures } from './erasures/erasures.ts';
import { createReceiptSigner } from './erasures/receipt-signer.ts';
import { createSubjectEraser } from './erasures/subject-eraser.ts';
import { createDataExports } from './data-exports/data-exports.ts';
import type { FaultScript } from './faults/fault-script.ts';
import { createFeedbackBook } from './feedback/feedback.ts';
import { withRenderFaults } from './faults/faulty-backend.ts';
import { sweepContent, sweepParts } from './files.ts';
import { createGenerations } from './generations/generations.ts';
import { createHistory } from './generations/history.ts';
import { createJobRunner } from './generations/job-runner.ts';
import { createRenderMemories } from './generations/render-memories.ts';
import { createHandlers } from './handlers.ts';
import type { AccessLog } from './http/access-log.ts';
import { createKeepers, type KeeperDeps, type Keepers } from './keepers.ts';
import { createOffer } from './offer.ts';
import { createOnwardRequests } from './onward/onward-requests.ts';

export interface AssembleDeps extends KeeperDeps {
  readonly faults: FaultScript;
  readonly accessLog: Pick<AccessLog, 'forget'>;
  /** Aborted when the gateway closes. */
  readonly signal: AbortSignal;
}

export function assemble(deps: AssembleDeps) {
  const kept = createKeepers(deps);
  const stores = createStores(deps, kept);
  const making = createMaking(deps, kept, stores);
  const erasing = createErasing(deps, kept, { ...stores, ...making });
  const { folder } = deps;
  const { auth, accounts, credits, uploads, uploadRows, outputs } = kept;
  const { dataExports, sweepFiles } = stores;
  const { runner, generations, offer, onward } = making;
  const { erasures, feedback, receiptKey } = erasing;
  return {
    auth,
    runner,
    handlers: createHandlers({
      offer,
      auth,
      accounts,
      credits,
      uploads,
      generations,
      outputs,
      erasures,
      onward,
      receiptKey,
      dataExports,
      feedback,
    }),
    /** Before the first request: what an earlier process left half done. */
    recover: async () => {
      uploads.removeStale();
      await sweepParts(folder.uploads, uploadRows.exists);
      await sweepParts(folder.outputs, () => false);
      await sweepFiles();
      await erasures.finishAccepted();
      dataExports.prepareOpen();
    },
  };
}

type Stores = ReturnType<typeof createStores>;
type Making = ReturnType<typeof createMaking>;

/** Copies of what is kept: for whoever asks for their data, and for backups. */
function createStores({ outside, folder, database, faults, signal }: AssembleDeps, kept: Keepers) {
  const { outputs, assets } = kept;
  const dataExports = createDataExports({
    database,
    outside,
    folder: folder.root,
    accounts: kept.accounts,
    signer: kept.signer,
    preparedAfterMs: faults.dataExportAfterMs ?? 0,
    signal,
  });
  const backups = createBackups({
    database,
    clock: outside.clock,
    folder,
    keptMs: faults.backupsKeptMs ?? null,
  });
  const sweepFiles = async () => {
    await backups.copyFiles();
    await dataExports.sweep();
    await sweepContent(folder.outputs, outputs.isNeeded);
    await sweepContent(folder.assets, assets.isNeeded);
  };
  return { dataExports, backups, sweepFiles };
}

/** What makes clips: the back-end, the jobs, and what is offered of both. */
function createMaking(
  { outside, database, faults, backend }: AssembleDeps,
  kept: Keepers,
  { sweepFiles: onOrphan }: Stores,
) {
  const { credits, assets, outputs, rows, tombstones, endJob } = kept;
  const { provider } = backend;
  const onward = createOnwardRequests(database, outside);
  provider?.recordRequests(onward.record);
  const offer = createOffer(provider);
  const memories = createRenderMemories(database);
  const memoryOfMaker = (accountId: string, sha256: string) => {
    const maker = rows.makerOf(accountId, sha256);
    return maker === null ? null : memories.of(maker).read();
  };
  const runner = createJobRunner({
    outside,
    rows,
    assets,
    outputs,
    backend: withRenderFaults(backend, faults, outside.clock),
    endJob,
    onOrphan,
    offer,
    memories,
    memoryOfMaker,
  });
  const generations = createGenerations({
    database,
    outside,
    rows,
    credits,
    assets,
    tombstones,
    endJob,
    offer,
    history: createHistory({
      database,
      outside,
      resultsKeptMs: faults.resultsKeptMs ?? null,
      onOrphan,
    }),
    memoryOfMaker,
    isCommitted: (id) => provider?.isCommitted(memories.of(id).read()) ?? false,
    outputsOf: outputs.listOf,
    progressOf: runner.progressOf,
    onCreated: runner.wake,
    onCancelled: runner.abort,
  });
  return { runner, generations, offer, onward };
}

/** What deletes for good, and proves it. */
function createErasing(
  { outside, database, faults, accessLog, signal }: AssembleDeps,
  kept: Keepers,
  { dataExports, backups, sweepFiles, runner, offer }: Stores & Making,
) {
  const { assets, uploadRows, uploads, outputs, rows, tombstones, endJob } = kept;
  const forgetDataExports = dataExports.forget;
  const feedback = createFeedbackBook({ database, rows, outside, forgetDataExports });
  const eraser = createSubjectEraser({
    database,
    rows,
    assets,
    uploads: uploadRows,
    removePart: uploads.removePart,
    tombstones,
    endJob,
    abortRender: runner.abort,
    outputsOf: outputs.listOf,
    eraseFeedback: feedback.erase,
  });
  const signer = createReceiptSigner(database);
  const erasures = createErasures({
    database,
    rows: createErasureRows(database),
    outside,
    eraser,
    signer,
    backups,
    place: () => placeOf(offer.describe()),
    heldElsewhere: copiesAtProviders,
    forgetDataExports,
    forgetRequests: () => accessLog.forget(),
    sweepFiles,
    confirmAfterMs: faults.erasureConfirmAfterMs ?? null,
    signal,
  });
  return { erasures, feedback, receiptKey: signer.publicKey };
}
