// The images that a clip starts from or is held to: one place for each, as many as the model takes.
import { useState } from 'react';
import { mediaUrl } from '../../../engine/media.ts';
import type { Translate } from '../../../i18n/translate.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { ImageSlot } from '../../../ui/image-slot.tsx';
import { TextLink } from '../../../ui/text-link.tsx';
import type { ImageRules } from '#shared/gateway/model.ts';
import type { DraftImage } from '#shared/contract/draft.ts';
import styles from './image-slots.module.css';
import { ImageCrop } from './image-crop.tsx';
import { rolesForDrop, type Slot, slotLimit, slotsFor } from './slots.ts';
import { TrayDialog } from './tray-dialog.tsx';
import type { Composer } from '../composer/use-composer.ts';
import type { ImageFacts, ImageState } from './use-images.ts';

export interface ImageSlotsProps {
  readonly composer: Composer;
  readonly rules: ImageRules;
  readonly used: readonly DraftImage[];
  readonly images: ImageState;
  readonly facts: ImageFacts;
  /** What is missing among the images, when it is time to say so. */
  readonly problem: string | null;
  readonly onRemove: (image: DraftImage) => void;
}

export function ImageSlots(props: ImageSlotsProps) {
  const { composer, rules, used, images, facts, problem, onRemove } = props;
  const t = useTranslate();
  const [isTrayOpen, setTrayOpen] = useState(false);
  const slots = slotsFor(rules, used);
  const sentences = new Set(facts.problems.values());
  if (images.refused) sentences.add(images.refused.text);
  if (problem !== null) sentences.add(problem);
  return (
    <section aria-label={t('create:images')} className={styles['images']}>
      <p className={styles['head']}>
        <span>{t('create:images')}</span>
        <TextLink onPress={() => setTrayOpen(true)} className={styles['tray']}>
          {t('compose:tray')}
        </TextLink>
        <span className={styles['count']}>
          {t('create:imagesOf', { used: used.length, maximum: slotLimit(rules) })}
        </span>
      </p>
      <div className={styles['slots']}>
        {slots.map((slot) => {
          const { id, role, image } = slot;
          const isArriving = images.arriving === role && image === null;
          const isBad = isBadSlot(slot, images, facts);
          return (
            <ImageSlot
              key={id}
              label={slotLabel(t, slot)}
              src={image && mediaUrl('asset', image.assetId)}
              onAdd={() => images.choose(role)}
              onRemove={() => image && onRemove(image)}
              onFiles={(files) => images.addFiles(files, [role])}
              progress={isArriving ? 0.5 : undefined}
              problem={isBad ? t('create:imageUnusable') : undefined}
            />
          );
        })}
      </div>
      <ImageCrop
        composer={composer}
        facts={facts}
        nameOf={({ role }) => t(role === 'last-frame' ? 'create:lastFrame' : 'create:firstFrame')}
      />
      {isTrayOpen && (
        <TrayDialog
          onClose={() => setTrayOpen(false)}
          onUse={(ids) => {
            const roles = rolesForDrop(rules, used, ids.length);
            for (const [index, role] of roles.entries()) {
              const assetId = ids[index];
              if (assetId) composer.change({ type: 'image-added', role, assetId });
            }
            setTrayOpen(false);
          }}
        />
      )}
      <div role="status">
        {[...sentences].map((sentence) => (
          <p key={sentence} className={styles['problem']}>
            {sentence}
          </p>
        ))}
      </div>
    </section>
  );
}

function isBadSlot({ role, image }: Slot, { refused }: ImageState, { problems }: ImageFacts) {
  return image ? problems.has(image.assetId) : refused?.role === role;
}

function slotLabel(t: Translate, { role, number, image }: Slot): string {
  if (role === 'first-frame') return t('create:firstFrame');
  if (role === 'last-frame') return t('create:lastFrame');
  return image ? t('create:referenceNumber', { number }) : t('create:reference');
}
