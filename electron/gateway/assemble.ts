// Puts the gateway's parts together, from the bottom up: what keeps data, then what works with it.
import { createAccounts } from './account/accounts.ts';
import { createCredits } from './account/credits.ts';
import { createAuth } from './auth.ts';
import type { Backend } from './backend.ts';
import type { GatewayDatabase } from './database/open-database.ts';
import { settingOnce } from './database/setting.ts';
import type { Outside } from './dependencies.ts';
import { createBackups } from './erasures/backups.ts';
import { copiesAtProviders, placeOf } from './erasures/copies-elsewhere.ts';
import { createErasureRows } from './erasures/erasure-rows.ts';
import { createErasures } from './erasures/erasures.ts';
import { createReceiptSigner } from './erasures/receipt-signer.ts';
import { createSubjectEraser } from './erasures/subject-eraser.ts';
import { createTombstones } from './erasures/tombstones.ts';
import { createDataExports } from './data-exports/data-exports.ts';
import type { FaultScript } from './faults/fault-script.ts';
import { createFeedbackBook } from './feedback/feedback.ts';
import { withRenderFaults } from './faults/faulty-backend.ts';
import { type GatewayFolder, sweepContent, sweepParts } from './files.ts';
import { createEndJob } from './generations/ending.ts';
import { createGenerationRows } from './generations/generation-rows.ts';
import { createGenerations } from './generations/generations.ts';
import { createHistory } from './generations/history.ts';
import { createJobRunner } from './generations/job-runner.ts';
import { createRenderMemories } from './generations/render-memories.ts';
import { createHandlers } from './handlers.ts';
import type { AccessLog } from './http/access-log.ts';
import { createOffer } from './offer.ts';
import { createOnwardRequests } from './onward/onward-requests.ts';
import { createOutputs } from './outputs/outputs.ts';
import { createUrlSigner } from './outputs/signed-url.ts';
import { createAssets } from './uploads/assets.ts';
import { createUploadRows } from './uploads/upload-rows.ts';
import { createUploads } from './uploads/uploads.ts';

export interface AssembleDeps {
  readonly outside: Outside;
  readonly folder: GatewayFolder;
  readonly database: GatewayDatabase;
  readonly token: string;
  readonly faults: FaultScript;
  readonly backend: Backend;
  readonly accessLog: Pick<AccessLog, 'forget'>;
  /** Aborted when the gateway closes. */
  readonly signal: AbortSignal;
}

export function assemble(deps: AssembleDeps) {
  const { outside, folder, database, faults } = deps;
  const kept = createKeepers(deps);
  const { credits, assets, uploadRows, uploads, outputs, rows, tombstones, endJob } = kept;
  const dataExports = createDataExports({
    database,
    outside,
    folder: folder.root,
    accounts: kept.accounts,
    signer: kept.signer,
    preparedAfterMs: faults.dataExportAfterMs ?? 0,
    signal: deps.signal,
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
  const backend = withRenderFaults(deps.backend, faults, outside.clock);
  const onOrphan = sweepFiles;
  const { provider } = deps.backend;
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
    backend,
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
  const feedback = createFeedbackBook({
    database,
    rows,
    outside,
    forgetDataExports: dataExports.forget,
  });
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
    forgetDataExports: dataExports.forget,
    forgetRequests: () => deps.accessLog.forget(),
    sweepFiles,
    confirmAfterMs: faults.erasureConfirmAfterMs ?? null,
    signal: deps.signal,
  });
  const { auth, accounts } = kept;
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
      receiptKey: signer.publicKey,
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

function createKeepers({ outside, folder, database, token, backend }: AssembleDeps) {
  const secret = settingOnce(database, 'url-secret', () =>
    Buffer.from(outside.random(32)).toString('base64url'),
  );
  const { provider } = backend;
  const credits = createCredits(database, outside, { isProviderPaid: provider !== undefined });
  const accounts = createAccounts(database, credits, outside.clock, provider);
  const auth = createAuth(database, outside, token);
  const assets = createAssets(database, folder.assets);
  const uploadRows = createUploadRows(database);
  const uploads = createUploads({
    rows: uploadRows,
    outside,
    assets,
    uploadsFolder: folder.uploads,
    assetsFolder: folder.assets,
  });
  const signer = createUrlSigner(secret);
  const outputs = createOutputs({ database, outside, folder: folder.outputs, signer });
  const rows = createGenerationRows(database);
  const endJob = createEndJob(database, rows, credits, outside.clock);
  const tombstones = createTombstones(database);
  return {
    credits,
    accounts,
    auth,
    assets,
    uploadRows,
    uploads,
    outputs,
    rows,
    endJob,
    tombstones,
    signer,
  };
}
