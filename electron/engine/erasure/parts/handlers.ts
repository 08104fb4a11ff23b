// Answers the contract's calls about erasing a part of the library. A plan that was seen is carried out once; an order that was cut off
// is finished at the next start.
import type { EraseSubject } from '#shared/contract/erase.ts';
import { kindsInCloud, type ErasePlace } from '#shared/domain/erase-subject.ts';
import type { TaskId } from '#shared/domain/ids.ts';
import { AppError } from '#shared/errors.ts';
import { keptBackups } from '../../backups/backup-plan.ts';
import { readSetting } from '../../database/settings.ts';
import type { EngineContext, EraseHandlers } from '../../engine-context.ts';
import { isBeingMoved } from '../../move/move-order.ts';
import { lastExportSchema } from '../../privacy/overview.ts';
import { keepClean, previewCleanUp } from './clean-up.ts';
import { listReceipts, openOrders } from './erase-book.ts';
import { readFacts } from './erase-facts.ts';
import { createEraseQueue } from './erase-queue.ts';
import { findTargets } from './find-targets.ts';
import { fingerprint, planErase, type PlanCloud } from './plan-erase.ts';
import { saveReceipt } from './save-receipt.ts';

interface SeenPlan {
  readonly subject: EraseSubject;
  readonly where: ErasePlace;
  readonly fingerprint: string;
  /** Once it was confirmed. */
  run: { readonly taskId: TaskId; readonly receiptId: string } | null;
}

const mostPlans = 50;

export function createEraseHandlers(
  context: EngineContext,
  changed: (reason: 'removed' | 'updated') => void,
): EraseHandlers {
  const { db, ids, host, tasks } = context;
  const plans = new Map<string, SeenPlan>();
  const queue = createEraseQueue(context, changed);
  for (const order of openOrders(db)) queue.add(order);
  keepClean(context, queue, changed);

  function remember(planId: string, plan: SeenPlan): void {
    plans.set(planId, plan);
    const [oldest] = plans.keys();
    if (plans.size > mostPlans && oldest !== undefined) plans.delete(oldest);
  }

  return {
    'erase.plan': async ({ subject, where: asked }) => {
      const where = placeOf(subject, asked);
      const targets = findTargets(db, subject);
      const facts = await readFacts(context, targets, where);
      const planId = ids.make();
      remember(planId, { subject, where, fingerprint: fingerprint(targets, where), run: null });
      return planErase({
        planId,
        where,
        facts,
        cloud: planCloud(context),
        backups: keptBackups(db),
        wasExported: readSetting(db, 'last_export', lastExportSchema) !== null,
        isExporting: tasks
          .list()
          .some(({ kind, state }) => kind === 'export' && state === 'running'),
      });
    },
    'erase.run': ({ planId }) => {
      const plan = plans.get(planId);
      if (!plan) throw notTrueAnyMore();
      if (plan.run) return plan.run;
      refuseWhileMoving(context);
      const targets = findTargets(db, plan.subject);
      if (fingerprint(targets, plan.where) !== plan.fingerprint) throw notTrueAnyMore();
      const { subject, where } = plan;
      plan.run = queue.order({
        type: subject.type,
        kind: subject.type === 'kind' ? subject.kind : null,
        place: where,
        items: targets.items,
      });
      return plan.run;
    },
    'cleanUp.preview': ({ rule, trashDays }) => previewCleanUp(context, rule, trashDays),
    'erase.receipts': ({ limit }) => ({ items: listReceipts(db, limit) }),
    'erase.saveReceipt': async ({ id, grantId }) => {
      const { path } = await host.call('grants.redeem', { grantId, use: 'write' });
      await saveReceipt(db, id, path);
      return {};
    },
  };
}

function notTrueAnyMore(): AppError {
  return new AppError('conflict', 'Something changed since you saw the plan. Look at it again.');
}

/** Where it can be erased at all. */
function placeOf(subject: EraseSubject, asked: ErasePlace): ErasePlace {
  if (subject.type === 'cloud-copies') return 'cloud';
  if (subject.type === 'kind' && !kindsInCloud.includes(subject.kind)) return 'here';
  return asked;
}

function planCloud({ cloud }: EngineContext): PlanCloud | null {
  const { service } = cloud.state();
  if (!service) return null;
  return {
    name: service.name,
    region: service.region.name,
    isOnDevice: service.kind === 'embedded',
    provider: service.provider.name,
    providerDays: service.provider.retentionDays ?? null,
  };
}

/** Files that were copied already would keep what is erased here. */
function refuseWhileMoving(context: EngineContext): void {
  if (!isBeingMoved(context)) return;
  throw new AppError(
    'busy',
    'The library is being moved. Erase when it has arrived, or discard the move first.',
  );
}
