// The sections as they are drawn: a heading, and its groups of rows. Must not know what a row is about.
import { Panel } from '../../../ui/panel.tsx';
import type { Section } from './section.ts';
import { SettingRow } from '../rows/setting-row.tsx';
import styles from '../settings-screen.module.css';
import { sectionElementId } from './use-section-scroll.ts';

export function SettingsSections({ sections }: { readonly sections: readonly Section[] }) {
  return sections.map(({ id, title, groups }) => (
    <section
      key={id}
      id={sectionElementId(id)}
      aria-labelledby={`${sectionElementId(id)}-title`}
      className={styles['section']}
    >
      <h2 id={`${sectionElementId(id)}-title`} className={styles['heading']}>
        {title}
      </h2>
      {groups.map((group) => (
        <div key={group.id} className={styles['group']}>
          {group.title !== undefined && <h3 className={styles['group-heading']}>{group.title}</h3>}
          <Panel>
            <ul>
              {group.rows.map((row) => (
                <SettingRow key={row.id} row={row} isDense={group.isDense ?? false} />
              ))}
            </ul>
          </Panel>
        </div>
      ))}
    </section>
  ));
}
