// Your data: how much, where, until when, why, who saw it. Exporting and erasing everything are one press away, always.
import { useState } from 'react';
import type { CloudState } from '#shared/contract/engine.ts';
import type { WipeReceipt } from '#shared/contract/data.ts';
import { isDemo } from '#shared/domain/demo.ts';
import { navigate, type Route, useRoute, type YourDataTab } from '../../app/router.ts';
import { ScreenBody } from '../../app/screen-body.tsx';
import { Toolbar } from '../../app/toolbar.tsx';
import { exportEverything, includeMedia } from '../../archive/export-flow.ts';
import {
  closeCandidate,
  importCandidate,
  importDropped,
  lookAgain,
  startImport,
} from '../../archive/import-flow.ts';
import { errorWords } from '../../engine/error-words.ts';
import { useStudioQuery } from '../../engine/queries.ts';
import { formatCount, formatTime } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useFileDrop } from '../../ui/file-drop.ts';
import { ArchiveIcon, TrashIcon } from '../../ui/icons.ts';
import { StatusDot } from '../../ui/status-dot.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { CloudHeldPanel } from './cloud-held/cloud-held-panel.tsx';
import { CloudCopiesTab } from './cloud-copies/cloud-copies-tab.tsx';
import { DataMapTab } from './data-map/data-map-tab.tsx';
import { EraseDialog } from './erase/erase-dialog.tsx';
import { ErasePanel } from './erase/erase-panel.tsx';
import { ExportPanel } from './archive/export-panel.tsx';
import { exportProblem } from './archive/export-problem.ts';
import { ImportDialog } from './archive/import-dialog.tsx';
import { ImportPanel } from './archive/import-panel.tsx';
import { PartOfArchive } from './export-part/part-of-archive.tsx';
import { InspectPage } from './inspect/inspect-page.tsx';
import { LedgerTab } from './ledger/ledger-tab.tsx';
import { OverviewSkeleton } from './overview/overview-skeleton.tsx';
import { OverviewTab } from './overview/overview-tab.tsx';
import type { CloudFacts } from './data-map/places.ts';
import { Receipts } from './erase/receipts.tsx';
import { useErase } from './erase/use-erase.ts';
import { StoragePage } from './storage/storage-page.tsx';
import { type Export, useExport } from './archive/use-export.ts';
import { type Import, useImport } from './archive/use-import.ts';
import styles from './your-data-screen.module.css';

export function YourDataScreen() {
  const t = useTranslate();
  const route = useRoute();
  const overview = useStudioQuery('data.overview', {});
  const receipt = useStudioQuery('shell.info', {}).data?.wipeReceipt ?? null;
  const onlyThere = useStudioQuery('cloud.onlyThere', {}).data?.total;
  const archive = useExport();
  const imports = useImport();
  const erase = useErase();
  const { isOver, dropProps } = useFileDrop({ onFiles: ([file]) => file && importDropped(file) });
  const asked: YourDataTab = route.screen === 'your-data' ? route.tab : 'overview';
  const hasErased = (useStudioQuery('erase.receipts', {}).data?.items.length ?? 0) > 0;
  const hasAsked = (useStudioQuery('erasures.list', {}).data?.total ?? 0) > 0;
  const hasReceipts = receipt !== null || hasErased || hasAsked;
  const tab = asked === 'receipts' && !hasReceipts ? 'overview' : asked;
  const isExporting = archive.task?.state === 'running';
  return (
    <>
      <Toolbar title={t('yourData:title')} note={<Counted at={overview.data?.countedAt ?? null} />}>
        <Button
          size="sm"
          icon={ArchiveIcon}
          isDisabled={isExporting || archive.isStarting}
          onPress={exportEverything}
        >
          {t('yourData:exportEverything')}
        </Button>
        <Button size="sm" variant="quiet-danger" icon={TrashIcon} onPress={erase.open}>
          {t('yourData:eraseEverything')}
        </Button>
      </Toolbar>
      <ScreenBody>
        <Tabs
          label={t('yourData:tabs.label')}
          tabs={[
            { id: 'overview', label: t('yourData:tabs.overview') },
            { id: 'storage', label: t('yourData:tabs.storage') },
            { id: 'map', label: t('yourData:tabs.map') },
            {
              id: 'ledger',
              label: t('yourData:tabs.ledger'),
              count: ledgerCount(overview.data?.network.requestCount),
            },
            {
              id: 'cloud-copies',
              label: t('yourData:tabs.cloud-copies'),
              count: ledgerCount(onlyThere),
            },
            ...(hasReceipts
              ? [{ id: 'receipts', label: t('yourData:tabs.receipts') } as const]
              : []),
          ]}
          selected={tab}
          onSelect={(id) => navigate({ screen: 'your-data', tab: id })}
        >
          <div
            {...dropProps}
            role="region"
            aria-label={t('yourData:content')}
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by the keyboard
            tabIndex={0}
            className={styles['scroll']}
            data-over={isOver || undefined}
          >
            <TabContent
              tab={tab}
              receipt={receipt}
              archive={archive}
              imports={imports}
              onEraseEverything={erase.open}
            />
          </div>
        </Tabs>
      </ScreenBody>
      {imports.candidate && (
        <ImportDialog
          candidate={imports.candidate}
          onClose={closeCandidate}
          onImport={importCandidate}
          onLookAgain={lookAgain}
          onChooseAnother={() => {
            closeCandidate();
            startImport();
          }}
        />
      )}
      {erase.isOpen && (
        <EraseDialog
          onClose={erase.close}
          plan={erase.plan}
          countedAt={erase.countedAt}
          problem={erase.error && errorWords(t, erase.error)}
          isErasing={erase.isErasing}
          onErase={erase.carryOut}
          onExportFirst={() => {
            erase.close();
            exportEverything();
          }}
        />
      )}
    </>
  );
}

function ledgerCount(count: number | undefined): string | undefined {
  return count === undefined || count === 0 ? undefined : formatCount(count);
}

function Counted({ at }: { readonly at: string | null }) {
  const t = useTranslate();
  return (
    <span className={styles['counted']}>
      <StatusDot tone={at === null ? 'neutral' : 'success'} />
      {at === null ? t('yourData:counting') : t('yourData:counted', { time: formatTime(at) })}
    </span>
  );
}

interface TabContentProps {
  readonly tab: YourDataTab;
  readonly receipt: WipeReceipt | null;
  readonly archive: Export;
  readonly imports: Import;
  readonly onEraseEverything: () => void;
}

function TabContent({ tab, ...rest }: TabContentProps) {
  const opened = openedOf(useRoute());
  const cloud = cloudFacts(useStudioQuery('cloud.state', {}).data);
  switch (tab) {
    case 'overview':
      if (opened.kind !== undefined) {
        return <InspectPage key={opened.kind} {...opened} kind={opened.kind} cloud={cloud} />;
      }
      return <Overview cloud={cloud} {...rest} />;
    case 'storage':
      return <StoragePage />;
    case 'map':
      return <DataMapTab isDemo={cloud?.isDemo ?? true} />;
    case 'ledger':
      return <LedgerTab />;
    case 'cloud-copies':
      return <CloudCopiesTab />;
    case 'receipts':
      return <Receipts receipt={rest.receipt} />;
    default:
      return tab satisfies never;
  }
}

const openedOf = (route: Route) =>
  route.screen === 'your-data' ? { kind: route.kind, row: route.row } : {};

/** On the first page. */
const newestRequests = 6;

type OverviewProps = Omit<TabContentProps, 'tab'> & { readonly cloud: CloudFacts | null };

function Overview({ cloud, receipt, archive, imports, onEraseEverything }: OverviewProps) {
  const t = useTranslate();
  const overview = useStudioQuery('data.overview', {});
  const requests = useStudioQuery('data.requests', { limit: newestRequests });
  const [isChoosing, setChoosing] = useState(false);
  if (overview.error) {
    return (
      <EmptyState
        title={t('yourData:failedTitle')}
        text={errorWords(t, overview.error)}
        actions={<Button onPress={() => void overview.refetch()}>{t('retry')}</Button>}
      />
    );
  }
  if (!overview.data) return <OverviewSkeleton />;
  return (
    <OverviewTab
      overview={overview.data}
      cloud={cloud}
      requests={requests.data?.items ?? []}
      side={
        <>
          <ExportPanel
            overview={overview.data}
            task={archive.task}
            pace={archive.pace}
            problem={archive.error && exportProblem(t, archive.error)}
            includeMedia={archive.choice.includeMedia}
            onIncludeMedia={includeMedia}
            onPart={() => setChoosing(true)}
            onCancel={archive.cancel}
            onReveal={archive.reveal}
          />
          {isChoosing && <PartOfArchive archive={archive} onClose={() => setChoosing(false)} />}
          <CloudHeldPanel />
          <ImportPanel
            task={imports.task}
            pace={imports.pace}
            error={imports.error}
            onChoose={startImport}
            onCancel={imports.cancel}
            onShow={imports.showInLibrary}
          />
          <ErasePanel receipt={receipt} onEverything={onEraseEverything} />
        </>
      }
    />
  );
}

function cloudFacts(state: CloudState | undefined): CloudFacts | null {
  const service = state?.service;
  if (!service) return null;
  return {
    isDemo: isDemo(service),
    isOnDevice: service.kind === 'embedded',
    hasBilling: service.features.includes('billing'),
    name: service.name,
    region: service.region.name,
    retentionDays: service.retentionDays,
    providerDays: service.provider.retentionDays ?? null,
  };
}
