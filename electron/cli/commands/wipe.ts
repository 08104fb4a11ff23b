// `kling5 wipe`: erases everything on this device. Without --yes it only shows what would go.
import type { ErasurePlan, WipeReceipt } from '#shared/contract/data.ts';
import { AppError, toAppError } from '#shared/errors.ts';
import { orderWithoutDatabase } from '../../engine/erasure/order-without-database.ts';
import { runPendingWipe } from '../../engine/erasure/run-wipe.ts';
import { deleteAllSecrets } from '../../host/secrets.ts';
import { sizeLabel } from '../../engine/size-label.ts';
import { createIds } from '../../engine/ids.ts';
import type { Command, CommandContext } from '../command.ts';
import { libraryOf } from '../places.ts';
import type { Session } from '../session.ts';

export const wipe: Command = {
  name: 'wipe',
  summary: 'Erases everything on this device; without --yes it shows the plan',
  usage: '--yes [--cloud]',
  // here --cloud is a switch; another gateway is named before the command, or by KLING5_CLOUD_URL
  options: { yes: { type: 'boolean' }, cloud: { type: 'boolean' } },
  help: [
    '--cloud asks the cloud to erase its copies too. Another gateway is named before the word wipe.',
    'Files of yours that the app did not make are left where they are.',
  ],
  run: async (context) => {
    const { options, output, home } = context;
    const plan = await order(context, options['yes'] === true, options['cloud'] === true);
    if (plan) {
      const message = 'Nothing was erased. Add --yes to erase this.';
      const error = { code: 'invalid-input', message };
      await output.result({ error, plan }, [...planLines(plan), '', message]);
      return 2;
    }
    const receipt = await runPendingWipe({
      home,
      now: () => new Date(),
      deleteSecrets: () => deleteAllSecrets(home),
    });
    if (!receipt) throw new AppError('internal', 'The order of the wipe was lost.');
    await output.result(receipt, receiptLines(receipt));
    return receipt.remaining.length === 0 ? 0 : 1;
  },
};

/** Gives the order, and resolves with `null`; or only with the plan. */
async function order(
  { openSession, home, output }: CommandContext,
  isConfirmed: boolean,
  alsoCloud: boolean,
): Promise<ErasurePlan | null> {
  let session: Session;
  try {
    session = await openSession();
  } catch (thrown) {
    if (!isConfirmed || alsoCloud || toAppError(thrown).code !== 'library-damaged') throw thrown;
    output.note('The database is damaged. Files are erased by their place.');
    const orderedAt = new Date().toISOString();
    orderWithoutDatabase({ home, library: libraryOf(home), id: createIds().make(), orderedAt });
    return null;
  }
  const plan = await session.call('erasure.plan', {});
  if (!isConfirmed) return plan;
  await session.call('erasure.order', { planId: plan.planId, alsoCloud });
  await session.close();
  return null;
}

const rowLine = (row: { kind: string; count: number; bytes: number }): string =>
  `  ${row.kind.padEnd(16)} ${String(row.count).padStart(8)}  ${sizeLabel(row.bytes).padStart(10)}`;

function planLines(plan: ErasurePlan): string[] {
  return [
    `This would go, ${sizeLabel(plan.totalBytes)} in all:`,
    ...plan.goneNow.map(rowLine),
    ...plan.formerLibraries.map(
      ({ label, count, bytes }) => `  Former library ${label}: ${count} files, ${sizeLabel(bytes)}`,
    ),
    ...plan.goneLater.map(({ what, count, why }) => `Later: ${what} (${count}). ${why}`),
    ...plan.notCovered.map(({ what, why }) => `Not covered: ${what}. ${why}`),
  ];
}

function receiptLines(receipt: WipeReceipt): string[] {
  return [
    `Erased on ${receipt.wipedAt}:`,
    ...receipt.removed.map(rowLine),
    ...receipt.remaining.map((path) => `Still there: ${path}`),
    ...receipt.leftAlone.map((path) => `Not ours, left alone: ${path}`),
    `Receipt ${receipt.checksum}`,
  ];
}
