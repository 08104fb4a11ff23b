// One image large: its facts, the clips that were made with it, and what can be done with it.
import { useState } from 'react';
import type { KeptAsset } from '#shared/contract/assets.ts';
import { formatRoute } from '../../app/router.ts';
import { clipTitle } from '../../clip/clip-words.ts';
import { errorWords } from '../../engine/error-words.ts';
import { mediaUrl } from '../../engine/media.ts';
import { useStudioQuery } from '../../engine/queries.ts';
import { formatBytes, formatCount, formatDate } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemIcon } from '../../ui/icons.ts';
import { MediaFrame } from '../../ui/media-frame.tsx';
import { Note } from '../../ui/note.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './asset-dialog.module.css';
import { usedWords } from './asset-grid.tsx';
import { useAssetActions } from './use-asset-actions.ts';

export interface AssetDialogProps {
  readonly id: KeptAsset['id'];
  /** `null` closes. */
  readonly onGo: (id: KeptAsset['id'] | null) => void;
}

const mostUses = 12;

export function AssetDialog({ id, onGo }: AssetDialogProps) {
  const t = useTranslate();
  const asset = useStudioQuery('assets.kept', { id }).data;
  if (!asset) return null;
  return <OpenAsset key={asset.id} asset={asset} onGo={onGo} closeLabel={t('close')} />;
}

interface OpenAssetProps {
  readonly asset: KeptAsset;
  readonly onGo: AssetDialogProps['onGo'];
  readonly closeLabel: string;
}

function OpenAsset({ asset, onGo, closeLabel }: OpenAssetProps) {
  const t = useTranslate();
  const { id, originalName, width, height, sizeBytes, createdAt, usedBy, replacedBy } = asset;
  const actions = useAssetActions(asset, onGo);
  const [name, setName] = useState(originalName);
  const facts = [
    t('assets:facts', { width, height, bytes: formatBytes(sizeBytes) }),
    t('assets:added', { date: formatDate(createdAt) }),
    usedWords(t, asset),
  ];
  return (
    <Dialog
      isOpen
      isDismissable
      size="lg"
      title={originalName}
      description={facts.join(' · ')}
      onOpenChange={() => onGo(null)}
      footNote={
        usedBy === 0 ? (
          <Button variant="quiet-danger" busy={actions.isBusy} onPress={actions.erase}>
            {t('assets:erase')}
          </Button>
        ) : (
          t('assets:eraseUsed', { count: usedBy, figure: formatCount(usedBy) })
        )
      }
      actions={
        <>
          <Button busy={actions.isBusy} onPress={actions.replace}>
            {t('assets:replace')}
          </Button>
          <Button autoFocus onPress={() => onGo(null)}>
            {closeLabel}
          </Button>
        </>
      }
    >
      <MediaFrame radius="lg" className={styles['picture']}>
        <img src={mediaUrl('asset', id)} alt={originalName} />
      </MediaFrame>
      {actions.error && (
        <Note icon={ProblemIcon} tone="danger" isAlert>
          {errorWords(t, actions.error)}
        </Note>
      )}
      {replacedBy !== null && (
        <p className={styles['replaced']}>
          {t('assets:replacedNote', { name: replacedBy.originalName })}
          <Button size="xs" onPress={() => onGo(replacedBy.id)}>
            {t('assets:showOther')}
          </Button>
          <Button size="xs" busy={actions.isBusy} onPress={actions.takeBack}>
            {t('assets:takeBack')}
          </Button>
        </p>
      )}
      <TextField
        label={t('assets:name')}
        value={name}
        maxLength={200}
        onChange={setName}
        onBlur={() => {
          if (name.trim() === '') setName(originalName);
          else if (name.trim() !== originalName) actions.rename(name.trim());
        }}
      />
      {usedBy > 0 && <Uses id={id} />}
    </Dialog>
  );
}

function Uses({ id }: Pick<AssetDialogProps, 'id'>) {
  const t = useTranslate();
  const uses = useStudioQuery('assets.uses', { id, limit: mostUses }).data;
  if (!uses || uses.items.length === 0) return null;
  return (
    <section aria-label={t('assets:uses')}>
      <h3 className={styles['heading']}>{t('assets:uses')}</h3>
      <ul className={styles['uses']}>
        {uses.items.map((clip) => (
          <li key={clip.id}>
            <a href={formatRoute({ screen: 'viewer', id: clip.id })} className={styles['use']}>
              <span className={styles['thumb']}>
                <MediaFrame radius="sm">
                  {clip.output?.hasPoster && (
                    <img src={mediaUrl('poster', clip.output.id)} alt="" loading="lazy" />
                  )}
                </MediaFrame>
              </span>
              <span className={styles['title']} dir="auto">
                {clipTitle(clip)}
              </span>
            </a>
          </li>
        ))}
      </ul>
      {uses.total > uses.items.length && (
        <p className={styles['others']}>
          {t('assets:otherUses', { figure: formatCount(uses.total - uses.items.length) })}
        </p>
      )}
    </section>
  );
}
