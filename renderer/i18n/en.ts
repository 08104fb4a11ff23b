// All English words, one namespace per area.
import { access } from './en/access.ts';
import { account } from './en/account.ts';
import { assetMenu } from './en/asset-menu.ts';
import { assets } from './en/assets.ts';
import { choices } from './en/choices.ts';
import { batches } from './en/batches.ts';
import { backups } from './en/backups.ts';
import { common } from './en/common.ts';
import { collections } from './en/collections.ts';
import { compose } from './en/compose.ts';
import { compare } from './en/compare.ts';
import { create } from './en/create.ts';
import { elsewhere } from './en/elsewhere.ts';
import { endings } from './en/endings.ts';
import { erase } from './en/erase.ts';
import { erasures } from './en/erasures.ts';
import { errors } from './en/errors.ts';
import { feedback } from './en/feedback.ts';
import { files } from './en/files.ts';
import { find } from './en/find.ts';
import { exportPart } from './en/export-part.ts';
import { firstRun } from './en/first-run.ts';
import { inspect } from './en/inspect.ts';
import { layouts } from './en/layouts.ts';
import { lineage } from './en/lineage.ts';
import { library } from './en/library.ts';
import { organise } from './en/organise.ts';
import { ownFiles } from './en/own-files.ts';
import { prompts } from './en/prompts.ts';
import { queue } from './en/queue.ts';
import { referenceVideos } from './en/reference-videos.ts';
import { recipients } from './en/recipients.ts';
import { recovery } from './en/recovery.ts';
import { requests } from './en/requests.ts';
import { settings } from './en/settings.ts';
import { status } from './en/status.ts';
import { storage } from './en/storage.ts';
import { viewer } from './en/viewer.ts';
import { yourData } from './en/your-data.ts';

export const en = {
  access,
  account,
  assetMenu,
  assets,
  choices,
  collections,
  backups,
  batches,
  common,
  compose,
  compare,
  create,
  elsewhere,
  endings,
  erase,
  erasures,
  errors,
  feedback,
  files,
  find,
  exportPart,
  firstRun,
  inspect,
  library,
  layouts,
  lineage,
  organise,
  ownFiles,
  prompts,
  queue,
  recipients,
  recovery,
  referenceVideos,
  requests,
  settings,
  status,
  storage,
  viewer,
  yourData,
} as const;
