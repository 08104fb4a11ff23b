// What erasing a part would take now and later, and what it does not reach and why. Pure: facts in, plan out.
import { createHash } from 'node:crypto';
import type { ErasePlan } from '#shared/contract/erase.ts';
import type { ErasePlace, KeptKind } from '#shared/domain/erase-subject.ts';
import type { KeptBackups } from '../../backups/backup-plan.ts';
import { cloudName } from '../cloud-name.ts';
import type { EraseFacts } from './erase-facts.ts';
import type { Targets } from './find-targets.ts';

export interface PlanCloud {
  readonly name: string;
  readonly region: string;
  readonly isOnDevice: boolean;
  readonly provider: string;
  readonly providerDays: number | null;
}

export interface PlanQuestion {
  readonly planId: string;
  readonly where: ErasePlace;
  readonly facts: EraseFacts;
  /** Not a whole store, so that its other copies are named. */
  readonly cloud: PlanCloud | null;
  readonly wasExported: boolean;
  readonly isExporting: boolean;
  /** In the folder that was chosen for them. */
  readonly backups: KeptBackups | null;
}

type NowRow = ErasePlan['goneNow'][number];
type OtherRow = ErasePlan['notCovered'][number];

export function planErase(question: PlanQuestion): ErasePlan {
  const { planId, where, facts } = question;
  const goneNow = nowRows(facts).filter(({ kind }) => where !== 'cloud' || kind === 'backups');
  return {
    planId,
    where,
    goneNow,
    goneLater: laterRows(question),
    notCovered: notCovered(question),
    totalBytes: goneNow.reduce((sum, { bytes }) => sum + bytes, 0),
    formerLibraries: [],
    clipCount: facts.clips,
    clipBytes: facts.videos.bytes + facts.posters.bytes,
    inCloudCount: facts.cloud.clips,
  };
}

function nowRows(facts: EraseFacts): NowRow[] {
  const rows: NowRow[] = [
    { kind: 'videos', ...facts.videos },
    { kind: 'posters', ...facts.posters },
    { kind: 'assets', ...facts.assets },
    { kind: 'history', count: facts.clips, bytes: 0 },
    { kind: 'prompts', count: facts.prompts, bytes: 0 },
    ...keptRows(facts),
    { kind: 'ledger', count: facts.ledger, bytes: 0 },
    { kind: 'logs', ...facts.logs },
    {
      kind: 'backups',
      ...facts.backups,
      why: 'They hold the same words. One fresh backup replaces them.',
    },
  ];
  return rows.filter(({ count }) => count > 0);
}

const keptWhy: Readonly<Record<KeptKind, string>> = {
  'saved-prompts': 'With every wording. Clips keep the words they were made with.',
  'saved-searches': 'The clips that they find stay.',
  collections: 'Their names and order. The clips in them stay.',
  requests: 'What you wrote to support and what was answered.',
};

function keptRows({ kept }: EraseFacts): NowRow[] {
  if (!kept) return [];
  const kind = kept.kind === 'requests' ? 'account' : 'prompts';
  return [{ kind, count: kept.count, bytes: 0, thing: kept.kind, why: keptWhy[kept.kind] }];
}

function laterRows({ where, facts, cloud }: PlanQuestion): OtherRow[] {
  const known = facts.cloud.records;
  if (where === 'here' || cloud === null || (known === 0 && facts.assets.count === 0)) return [];
  const place = cloudName(cloud);
  const rows: OtherRow[] = [];
  if (known > 0) {
    rows.push({
      what: 'Clips and jobs in the cloud',
      count: known,
      why: `${place} is asked at once, and again until it confirms.`,
    });
  }
  if (facts.assets.count > 0) {
    rows.push({
      what: 'Reference images in the cloud',
      count: facts.assets.count,
      why: `${place} is asked at once. One that was never sent is not there.`,
    });
  }
  if (!cloud.isOnDevice && known > 0) rows.push(providerRow(cloud));
  return rows;
}

function providerRow({ provider, providerDays }: PlanCloud): OtherRow {
  return {
    what: `Copies at ${provider}`,
    count: 0,
    why:
      providerDays === null
        ? 'They cannot be erased on request, and it is not said how long they stay.'
        : `They cannot be erased on request. They expire ${providerDays} days after the clip was made.`,
  };
}

function notCovered(question: PlanQuestion): OtherRow[] {
  const { where, facts, cloud, wasExported, isExporting, backups } = question;
  const stays = (count: number, what: string, why: string) =>
    where === 'cloud' ? null : row(count, what, why);
  const rows: (OtherRow | null)[] = [
    row(facts.underWay, 'Clips that are still being made', 'They stay. Cancel them first.'),
    stays(
      facts.sharedVideos,
      'Videos that other clips use too',
      'They stay as long as a clip uses them.',
    ),
    stays(
      facts.sharedPrompts,
      'Prompts that other clips use too',
      'They stay as long as a clip uses them.',
    ),
    stays(
      facts.keptPrompts,
      'Prompts kept by name',
      'They stay in Prompts, with every wording. Delete them there.',
    ),
    stays(
      facts.assetsOfClips,
      'Reference images of these clips',
      'They stay in Assets. Other clips may start from them.',
    ),
    where === 'here'
      ? row(facts.cloud.records, 'Copies in the cloud', keptInCloud(facts, cloud))
      : null,
    isExporting
      ? {
          what: 'An export under way',
          count: 1,
          why: 'It holds the library as it was when it began. The words leave the database when it ends.',
        }
      : null,
    row(
      wasExported ? 1 : 0,
      'Exported archives',
      'They are where you saved them. Delete them there.',
    ),
    where === 'cloud' || backups === null
      ? null
      : row(
          backups.count,
          `Backups in ${backups.label}`,
          'They hold the library as it was when each was made. Delete them there.',
        ),
    where === 'cloud'
      ? null
      : {
          what: 'Backups and synced folders of other programs',
          count: 0,
          why: 'This app does not know of them.',
        },
  ];
  return rows.filter((one) => one !== null);
}

function row(count: number, what: string, why: string): OtherRow | null {
  return count > 0 ? { what, count, why } : null;
}

function keptInCloud({ cloud: { untilMs } }: EraseFacts, cloud: PlanCloud | null): string {
  const name = cloud?.name ?? 'The cloud';
  return untilMs === null
    ? `${name} keeps them as you chose.`
    : `${name} keeps them until ${new Date(untilMs).toISOString().slice(0, 10)}, as you chose.`;
}

/** Of what was planned, without what changes by itself. */
export function fingerprint(targets: Targets, where: ErasePlace): string {
  const hash = createHash('sha256').update(where);
  for (const { kind, reference } of targets.items) hash.update(`\n${kind} ${reference}`);
  return hash.digest('hex');
}
