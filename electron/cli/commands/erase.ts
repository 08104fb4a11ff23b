// `kling5 erase`: some clips or a kind of data. Without --yes it only shows the plan.
import type { StudioInput } from '#shared/contract/studio.ts';
import type { ErasePlan, EraseReceipt } from '#shared/contract/erase.ts';
import { erasableKinds, erasePlaces } from '#shared/domain/erase-subject.ts';
import { sizeLabel } from '../../engine/size-label.ts';
import {
  type Command,
  listOption,
  numberOption,
  type OptionValues,
  textOption,
  UsageError,
} from '../command.ts';
import { dayOption } from '../day-option.ts';
import { taskEnd } from '../task-end.ts';

type Question = StudioInput<'erase.plan'>;
type Filter = Extract<Question['subject'], { type: 'matching' }>['filter'];

export const erase: Command = {
  name: 'erase',
  summary: 'Erases some clips or a kind of data; without --yes it shows the plan',
  usage:
    '(--ids <id,…> | --before <day> [--since <day>] [--rated-at-most <0-5>] [--larger-than <bytes>] [--also-favourites] | --trash | --kind <kind> | --cloud-copies) [--where here|cloud|both] [--yes]',
  options: {
    ids: { type: 'string', multiple: true },
    before: { type: 'string' },
    since: { type: 'string' },
    'rated-at-most': { type: 'string' },
    'larger-than': { type: 'string' },
    'also-favourites': { type: 'boolean' },
    trash: { type: 'boolean' },
    kind: { type: 'string' },
    'cloud-copies': { type: 'boolean' },
    where: { type: 'string' },
    yes: { type: 'boolean' },
  },
  help: [
    `--kind takes ${erasableKinds.join(', ')}.`,
    '--before and --since take clips made before a day, or from it on; favourites are kept.',
    'The cloud is asked in the background, by this command or the next one. "kling5 erasures" shows its answers.',
  ],
  run: async ({ options, output, openSession, signal }) => {
    const question = questionFrom(options);
    const session = await openSession();
    const plan = await session.call('erase.plan', question);
    if (options['yes'] !== true) {
      const message = 'Nothing was erased. Add --yes to erase this.';
      const error = { code: 'invalid-input', message };
      await output.result({ error, plan }, [...planLines(plan), '', message]);
      return 2;
    }
    const { taskId, receiptId } = await session.call('erase.run', { planId: plan.planId });
    await taskEnd(session, taskId, { output, signal }, 'Stopped. What was not begun stays.');
    const { items } = await session.call('erase.receipts', {});
    const receipt = items.find(({ id }) => id === receiptId);
    await output.result(receipt, receipt ? receiptLines(receipt) : []);
    return receipt?.filesLeft === 0 ? 0 : 1;
  },
};

function questionFrom(options: OptionValues): Question {
  const text = textOption(options, 'where') ?? 'both';
  const where = erasePlaces.find((place) => place === text);
  if (!where) throw new UsageError(`--where is one of ${erasePlaces.join(', ')}.`);
  const filter = filterFrom(options);
  const ids = listOption(options, 'ids').flatMap((list) => list.split(',').map((id) => id.trim()));
  const name = textOption(options, 'kind');
  const kind = erasableKinds.find((one) => one === name);
  if (name !== undefined && !kind) {
    throw new UsageError(`--kind is one of ${erasableKinds.join(', ')}.`);
  }
  const subjects: Question['subject'][] = [
    ...(ids.length > 0 ? [{ type: 'clips' as const, ids }] : []),
    ...(filter ? [{ type: 'matching' as const, filter }] : []),
    ...(options['trash'] === true ? [{ type: 'trash' as const }] : []),
    ...(kind ? [{ type: 'kind' as const, kind }] : []),
    ...(options['cloud-copies'] === true ? [{ type: 'cloud-copies' as const }] : []),
  ];
  const [subject] = subjects;
  if (!subject || subjects.length > 1) {
    throw new UsageError(
      'Say what to erase, in one way: --ids, --before, --trash, --kind or --cloud-copies.',
    );
  }
  return { subject, where };
}

const highestBytes = Number.MAX_SAFE_INTEGER;

/** `null` without any part of one. */
function filterFrom(options: OptionValues): Filter | null {
  const madeBefore = dayOption(options, 'before', 'start');
  const madeSince = dayOption(options, 'since', 'start');
  const number = (name: string, maximum: number) =>
    textOption(options, name) === undefined
      ? undefined
      : numberOption(options, name, { minimum: 0, maximum, otherwise: 0 });
  const ratedAtMost = number('rated-at-most', 5);
  const largerThanBytes = number('larger-than', highestBytes);
  const parts = { madeBefore, madeSince, ratedAtMost, largerThanBytes };
  if (Object.values(parts).every((part) => part === undefined)) return null;
  return { ...parts, keepFavourites: options['also-favourites'] !== true };
}

const rowLine = (row: { kind: string; count: number; bytes: number }): string =>
  `  ${row.kind.padEnd(16)} ${String(row.count).padStart(8)}  ${sizeLabel(row.bytes).padStart(10)}`;

function planLines(plan: ErasePlan): string[] {
  return [
    `This would go, ${sizeLabel(plan.totalBytes)} in all:`,
    ...plan.goneNow.map(rowLine),
    ...plan.goneLater.map(({ what, count, why }) => `Later: ${what} (${count}). ${why}`),
    ...plan.notCovered.map(({ what, count, why }) => `Not covered: ${what} (${count}). ${why}`),
  ];
}

function receiptLines({ id, removed, filesLeft, cloud, checksum }: EraseReceipt): string[] {
  return [
    'Erased:',
    ...removed.map(rowLine),
    ...(filesLeft > 0 ? [`Still there: ${filesLeft} files, tried again at the next start`] : []),
    ...(cloud.asked > 0
      ? [`Asked of the cloud: ${cloud.asked}, confirmed ${cloud.confirmed}`]
      : []),
    `Receipt ${id} ${checksum ?? ''}`,
  ];
}
