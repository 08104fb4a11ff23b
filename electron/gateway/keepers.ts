// The parts of the gateway that keep something: accounts, credits, uploads, results, jobs. None of them knows what works with it.
import { createAccounts } from './account/accounts.ts';
import { createCredits } from './account/credits.ts';
import { createAuth } from './auth.ts';
import { settingOnce } from './database/setting.ts';
import { createTombstones } from './erasures/tombstones.ts';
import { createEndJob } from './generations/ending.ts';
import { createGenerationRows } from './generations/generation-rows.ts';
import { createOutputs } from './outputs/outputs.ts';
import { createUrlSigner } from './outputs/signed-url.ts';
import { createAssets } from './uploads/assets.ts';
import { createUploadRows } from './uploads/upload-rows.ts';
import { createUploads } from './uploads/uploads.ts';
import type { Backend } from './backend.ts';
import type { GatewayDatabase } from './database/open-database.ts';
import type { Outside } from './dependencies.ts';
import type { GatewayFolder } from './files.ts';

export interface KeeperDeps {
  readonly outside: Outside;
  readonly folder: GatewayFolder;
  readonly database: GatewayDatabase;
  readonly token: string;
  readonly backend: Backend;
}

export type Keepers = ReturnType<typeof createKeepers>;

export function createKeepers({ outside, folder, database, token, backend }: KeeperDeps) {
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
