// The three groups of an erase plan: gone now, gone later, not covered. Amounts at the right.
import type { DataKind, ErasurePlan } from '#shared/contract/data.ts';
import type { ErasePlan } from '#shared/contract/erase.ts';
import { dataMap } from '#shared/domain/data-map.ts';
import { formatBytes, formatCount } from '../i18n/format.ts';
import type { Translate } from '../i18n/translate.ts';
import { useTranslate } from '../i18n/translate-context.tsx';
import { Icon, type IconGlyph } from '../ui/icon.tsx';
import { ClockIcon, FolderIcon } from '../ui/icons.ts';
import { kindIcons } from './kind-icon.ts';
import { type PlanLine, planLines } from './plan-lines.ts';
import styles from './plan-groups.module.css';

export function PlanGroups({ plan }: { readonly plan: ErasurePlan | ErasePlan }) {
  const t = useTranslate();
  return (
    <>
      <Group title={t('yourData:planNow')} total={formatBytes(plan.totalBytes)}>
        {plan.formerLibraries.map(({ label, count, bytes }) => (
          <Row
            key={label}
            glyph={FolderIcon}
            what={t('erase:formerLibrary', { label })}
            why={t('erase:formerFiles', { count })}
            amount={formatBytes(bytes)}
          />
        ))}
        {plan.goneNow.length === 0 && <Nothing text={t('yourData:planNothingNow')} />}
        {planLines(plan.goneNow).map(({ kind, things, bytes }) => {
          const [what, inside] = thingWords(things, t);
          const where = whyOf(plan, kind) ?? dataMap[kind].where;
          return (
            <Row
              key={kind}
              glyph={kindIcons[kind]}
              what={what}
              why={inside === '' ? where : `${where}: ${inside}`}
              amount={bytes > 0 ? formatBytes(bytes) : ''}
            />
          );
        })}
      </Group>
      <Group title={t('yourData:planLater')}>
        {plan.goneLater.length === 0 && (
          <Nothing
            text={t(isOnlyHere(plan) ? 'erase:cloudNotAsked' : 'yourData:planNothingLater')}
          />
        )}
        {plan.goneLater.map(({ what, count, why }) => (
          <Row key={what} glyph={ClockIcon} what={what} why={why} amount={countWord(count)} />
        ))}
      </Group>
      <Group title={t('yourData:planNotCovered')}>
        {plan.notCovered.length === 0 && <Nothing text={t('yourData:planAllCovered')} />}
        {plan.notCovered.map(({ what, count, why }) => (
          <Row key={what} glyph={FolderIcon} what={what} why={why} amount={countWord(count)} />
        ))}
      </Group>
    </>
  );
}

const isOnlyHere = (plan: ErasurePlan | ErasePlan) => 'where' in plan && plan.where === 'here';

/** What becomes of it, where the plan says so. */
function whyOf({ goneNow }: ErasurePlan | ErasePlan, kind: DataKind): string | undefined {
  const rows: ErasePlan['goneNow'] = goneNow;
  return rows.find((row) => row.kind === kind)?.why;
}

/** `Database` and `86 prompts, 2 consents`: the kind itself, and what lies inside it. */
function thingWords(things: PlanLine['things'], t: Translate): readonly [string, string] {
  const words = things.map((one) => {
    const { kind, count }: ErasePlan['goneNow'][number] = { bytes: 0, ...one };
    const { thing }: Partial<ErasePlan['goneNow'][number]> = one;
    return thing === undefined
      ? t(`yourData:things.${kind}`, { count, figure: formatCount(count) })
      : t(`erase:things.${thing}`, { count });
  });
  const [first = '', ...inside] = words;
  const lower = inside.map((word) => word.charAt(0).toLowerCase() + word.slice(1));
  return [first, lower.join(', ')];
}

function countWord(count: number): string {
  return count > 0 ? formatCount(count) : '';
}

interface GroupProps {
  readonly title: string;
  readonly total?: string;
  readonly children: React.ReactNode;
}

function Group({ title, total, children }: GroupProps) {
  return (
    <section className={styles['group']}>
      <h3 className={styles['title']}>
        {title}
        {total !== undefined && <span className={styles['total']}>{total}</span>}
      </h3>
      <ul>{children}</ul>
    </section>
  );
}

interface RowProps {
  readonly glyph: IconGlyph;
  readonly what: string;
  readonly why: string;
  readonly amount: string;
}

function Row({ glyph, what, why, amount }: RowProps) {
  return (
    <li className={styles['row']}>
      <Icon glyph={glyph} size={14} className={styles['icon']} />
      <span className={styles['what']}>{what}</span>
      <span className={styles['why']}>{why}</span>
      <span className={styles['amount']}>{amount}</span>
    </li>
  );
}

function Nothing({ text }: { readonly text: string }) {
  return <li className={styles['nothing']}>{text}</li>;
}
