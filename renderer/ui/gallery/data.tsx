// Gallery: figures, rows, progress, empty places.
import { useState } from 'react';
import { Button } from '../button.tsx';
import { EmptyState } from '../empty-state.tsx';
import { IconButton } from '../icon-button.tsx';
import { Icon } from '../icon.tsx';
import {
  ArchiveIcon,
  ClockIcon,
  CloseIcon,
  CloudIcon,
  DeviceIcon,
  DownloadIcon,
  FilmIcon,
  GlobeIcon,
} from '../icons.ts';
import { KeyValues } from '../key-values.tsx';
import { ListRow } from '../list-row.tsx';
import { Meter } from '../meter.tsx';
import { Panel } from '../panel.tsx';
import { Skeleton } from '../skeleton.tsx';
import { StatTile, StatTiles } from '../stat-tile.tsx';
import { StatusDot } from '../status-dot.tsx';
import { Steps } from '../steps.tsx';
import { StorageBar, type StorageShare } from '../storage-bar.tsx';
import { Table } from '../table.tsx';
import { Tabs } from '../tabs.tsx';
import styles from './gallery.module.css';
import { Row, Section } from './section.tsx';

export function DataSections() {
  return (
    <>
      <Progress />
      <Type />
      <Figures />
      <Tabular />
      <Empty />
      <Colours />
    </>
  );
}

function Progress() {
  return (
    <Section title="Progress">
      <Meter label="Exporting" share={0.3} valueText="12.4 of 41.2 GB" />
      <Meter label="Looking for the job" share={null} />
      <Steps step="render" share={0.4} />
      <Steps step="render" state="stopped" />
      <Steps step={null} />
      <Skeleton width="90%" />
      <Skeleton width="64%" />
      <Row>
        <StatusDot /> <StatusDot tone="accent" /> <StatusDot tone="success" />{' '}
        <StatusDot tone="warning" /> <StatusDot tone="danger" />
      </Row>
    </Section>
  );
}

function Type() {
  return (
    <Section title="Type">
      <div className={styles['type']}>
        <p className={styles['type-26']}>26 · 41.3 GB</p>
        <p className={styles['type-20']}>20 · Page heading</p>
        <p className={styles['type-16']}>16 · Dialog title</p>
        <p className={styles['type-14']}>14 · Prompts and paragraphs</p>
        <p>13 · The interface</p>
        <p className={styles['type-12']}>12 · Captions and metadata</p>
        <p className={styles['type-11']}>11 · Badges and axis labels</p>
      </div>
    </Section>
  );
}

const shares = [
  { id: 'videos', label: 'Videos', bytes: 38_600_000_000 },
  { id: 'assets', label: 'Assets', bytes: 1_400_000_000 },
  { id: 'backups', label: 'Backups', bytes: 812_000_000 },
  { id: 'posters', label: 'Posters', bytes: 412_000_000 },
  { id: 'database', label: 'Database', bytes: 96_000_000 },
  { id: 'logs', label: 'Logs', bytes: 2_100_000 },
];

function Figures() {
  return (
    <Section title="Figures, storage" span={3}>
      <StatTiles label="At a glance">
        <StatTile
          icon={DeviceIcon}
          label="On this device"
          figure="41.3"
          unit="GB"
          note="2,418 clips, 143 assets, 86 prompts"
        />
        <StatTile
          icon={CloudIcon}
          label="Also in the cloud"
          figure="2.6"
          unit="GB"
          note="64 clips, until 23 Dec 2026"
        />
        <StatTile
          icon={GlobeIcon}
          label="Left this device, 30 days"
          figure="86.2"
          unit="MB"
          note="312 requests to 3 places"
        />
        <StatTile
          icon={ClockIcon}
          label="Waiting for the cloud to erase"
          figure="3"
          unit="clips"
          note="oldest asked 2 h ago"
        />
      </StatTiles>
      <StorageBar label="41.3 GB on this device" shares={shares} />
    </Section>
  );
}

function kindOf(share: StorageShare) {
  return (
    <span className={styles['kind']}>
      <Icon glyph={FilmIcon} size={14} />
      {share.label}
    </span>
  );
}

function Tabular() {
  const [tab, setTab] = useState('overview');
  return (
    <div className={styles['tabular']}>
      <Tabs
        label="Your data"
        tabs={[
          { id: 'overview', label: 'Overview' },
          { id: 'ledger', label: 'Network ledger' },
          { id: 'receipts', label: 'Receipts', count: '11' },
        ]}
        selected={tab}
        onSelect={setTab}
      >
        <div className={styles['panels']}>
          <Panel
            title="Inventory"
            note="Every kind of data, where it is and why"
            actions={
              <Button size="xs" variant="ghost" icon={DownloadIcon}>
                CSV
              </Button>
            }
          >
            <Table
              label="Inventory"
              rowKey={(share) => share.id}
              rows={shares.slice(0, 4)}
              columns={[
                {
                  id: 'kind',
                  heading: 'Kind',
                  tone: 'strong',
                  cell: kindOf,
                },
                {
                  id: 'items',
                  heading: 'Items',
                  align: 'end',
                  cell: (share) => share.label.length,
                },
                { id: 'until', heading: 'Cloud until', tone: 'muted', cell: () => '23 Dec 2026' },
              ]}
            />
          </Panel>
          <Panel title="Export" icon={ArchiveIcon} isPadded>
            <ul>
              <ListRow
                height={56}
                href="#/components"
                title="Umbrella, Dotonbori · take 3"
                note="3.0 Omni · 1080p · 8 s"
                middle={
                  <div className={styles['middle']}>
                    <Steps step="download" share={0.64} />
                  </div>
                }
                actions={<IconButton label="Cancel the job" glyph={CloseIcon} />}
              />
            </ul>
            <KeyValues
              pairs={[
                { id: 'model', name: 'Model', value: 'Kling 3.0 Omni' },
                { id: 'size', name: 'Size', value: '1920 × 1080, 24 fps' },
              ]}
            />
          </Panel>
        </div>
      </Tabs>
    </div>
  );
}

function Empty() {
  return (
    <Section title="Empty state" span={3}>
      <EmptyState
        hasFrames
        title="No clips yet"
        text="Clips that you make appear here and stay here, on this device, until you erase them. Nothing expires."
        actions={
          <>
            <Button variant="primary" shortcut="⌘N">
              Make the first clip
            </Button>
            <Button>Import an archive…</Button>
          </>
        }
      />
    </Section>
  );
}

const swatches =
  'bg-stage bg-app bg-chrome bg-raised bg-control text-strong text text-muted text-faint border-field accent accent-fill accent-soft success warning danger cat-1 cat-2 cat-3 cat-4 cat-5 cat-6'.split(
    ' ',
  );

function Colours() {
  return (
    <Section title="Colour" span={3}>
      <div className={styles['swatches']}>
        {swatches.map((name) => (
          <div key={name} className={styles['swatch']}>
            <span style={{ background: `var(--${name})` }} />
            {name}
          </div>
        ))}
      </div>
    </Section>
  );
}
