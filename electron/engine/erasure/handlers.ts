// Answers the contract's calls about a full wipe: the plan, and the order. The wipe itself runs without an engine (run-wipe.ts).
import type { ErasurePlan, InventoryRow } from '#shared/contract/data.ts';
import { AppError } from '#shared/errors.ts';
import { isoTime } from '../clock.ts';
import { keptBackups } from '../backups/backup-plan.ts';
import type { EngineContext, ErasureHandlers } from '../engine-context.ts';
import { createOverview } from '../privacy/overview.ts';
import { withSizes } from './file-tree.ts';
import { findFormer } from './former-libraries.ts';
import { handOver, prepareHandOver } from './hand-over.ts';
import { homeFiles } from './home-files.ts';
import { readClaim } from './home-marker.ts';
import { libraryFiles } from './library-files.ts';
import { kindsOfListed, listedFiles } from '../library/listed-files.ts';
import type { CloudOutcome } from './residue.ts';
import { writeWipeOrder } from './wipe-order.ts';
import { planWipe } from './wipe-plan.ts';
import { settleMove } from '../move/discard-move.ts';

export function createErasureHandlers(context: EngineContext): ErasureHandlers {
  async function plan(): Promise<ErasurePlan> {
    const overview = await createOverview(context)();
    const { service } = context.cloud.state();
    const isElsewhere = service !== null && (await findHostedCloud(context)) !== null;
    return planWipe({
      inventory: onlyOurs(context, overview.inventory),
      cloud: isElsewhere ? { name: service.provider.name, region: service.region.name } : null,
      exportCount: overview.lastExport ? 1 : 0,
      former: findFormer(context.paths.home, context.paths.library),
      backups: keptBackups(context.db),
    });
  }

  /** A second click orders nothing anew: the first may have handed the cloud its part already. */
  let ordered: Promise<{ ordered: true }> | null = null;

  return {
    'erasure.plan': plan,
    'erasure.order': async (input) => {
      ordered ??= order(input).catch((thrown: unknown) => {
        ordered = null;
        throw thrown;
      });
      return ordered;
    },
  };

  async function order({
    planId,
    alsoCloud,
  }: {
    readonly planId: string;
    readonly alsoCloud: boolean;
  }): Promise<{ ordered: true }> {
    const present = await plan();
    if (present.planId !== planId) {
      throw new AppError('conflict', 'Something changed since you saw the plan. Look at it again.');
    }
    const hosted = findHostedCloud(context);
    const left = await prepareHandOver(
      context,
      alsoCloud ? await hosted : await hosted.catch(() => null),
      alsoCloud,
    );
    await context.stopWork();
    await settleMove(context);
    await context.erasures.stop(); // from here on the residue is what asks
    giveOrder(context, present, await handOver(context, left));
    return { ordered: true };
  }
}

/** Address of a cloud outside of this home; `null` for the embedded gateway, which is wiped with the rest. */
async function findHostedCloud({ cloud, host }: EngineContext): Promise<string | null> {
  try {
    const { baseUrl, isEmbedded } = await host.call('cloud.endpoint', {});
    return isEmbedded ? null : baseUrl;
  } catch (thrown) {
    if (cloud.state().service?.kind !== 'hosted') return null; // an embedded gateway that does not start keeps no one from erasing
    throw thrown;
  }
}

const rowKinds = ['prompts', 'history', 'account', 'consents', 'ledger'] as const;

function giveOrder(
  context: EngineContext,
  plan: ErasurePlan,
  cloud: readonly CloudOutcome[],
): void {
  const { paths, ids, clock, libraryId } = context;
  writeWipeOrder(
    paths.home,
    {
      id: ids.make(),
      orderedAt: isoTime(clock.now()),
      library: { path: paths.library, libraryId },
      former: findFormer(paths.home, paths.library)
        .filter(({ hindrance }) => hindrance === null)
        .map(({ path, libraryId: id }) => ({ path, libraryId: id })),
      rows: plan.goneNow
        .filter(({ kind }) => (rowKinds as readonly string[]).includes(kind))
        .map(({ kind, count }) => ({ kind, count })),
      cloud: [...cloud],
    },
    listedFiles(context.db),
  );
}

/** Counts what the wipe will really remove: the app's files by the same rules, without those of others. */
function onlyOurs(context: EngineContext, inventory: readonly InventoryRow[]): InventoryRow[] {
  const { library, home } = context.paths;
  const listed = kindsOfListed(context.db);
  const sums = new Map<string, { count: number; bytes: number }>();
  const view = { home, claim: readClaim(home), libraries: [library] };
  for (const files of [
    withSizes(library, libraryFiles(library, listed)),
    withSizes(home, homeFiles(view)),
  ]) {
    for (const { kind, sizeBytes } of files) {
      if (!kind) continue;
      const sum = sums.get(kind) ?? { count: 0, bytes: 0 };
      sums.set(kind, { count: sum.count + 1, bytes: sum.bytes + sizeBytes });
    }
  }
  const isRow = (kind: string) =>
    kind === 'keychain' || (rowKinds as readonly string[]).includes(kind);
  return inventory.map((row) =>
    isRow(row.kind) ? row : { ...row, ...(sums.get(row.kind) ?? { count: 0, bytes: 0 }) },
  );
}
