// The three groups of an erase plan: gone now, gone later, not covered. Amounts at the right.
import type { ErasurePlan } from '#shared/contract/data.ts';
import { dataMap } from '#shared/domain/data-map.ts';
import { formatBytes, formatCount } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { Icon, type IconGlyph } from '../../ui/icon.tsx';
import { ClockIcon, FolderIcon } from '../../ui/icons.ts';
import { kindIcons } from './kind-icon.ts';
import styles from './plan-groups.module.css';

export function PlanGroups({ plan }: { readonly plan: ErasurePlan }) {
  const t = useTranslate();
  return (
    <>
      <Group title={t('yourData:planNow')} total={formatBytes(plan.totalBytes)}>
        {plan.goneNow
          .filter(({ count, bytes }) => count > 0 || bytes > 0)
          .map(({ kind, count, bytes }) => (
            <Row
              key={kind}
              glyph={kindIcons[kind]}
              what={t(`yourData:things.${kind}`, { count, figure: formatCount(count) })}
              why={dataMap[kind].where}
              amount={bytes > 0 ? formatBytes(bytes) : ''}
            />
          ))}
      </Group>
      <Group title={t('yourData:planLater')}>
        {plan.goneLater.length === 0 && <Nothing text={t('yourData:planNothingLater')} />}
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
