// A part of an image in the shape that the clip will have. Dragged with the pointer, or set by three sliders; what is used is made by the
// engine, as an image of its own.
import { type PointerEvent, useRef, useState } from 'react';
import type { Asset } from '#shared/contract/generation.ts';
import { errorWords } from '../../../engine/error-words.ts';
import { mediaUrl } from '../../../engine/media.ts';
import { useStudioCommand } from '../../../engine/queries.ts';
import { useTranslate } from '../../../i18n/translate-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ProblemIcon } from '../../../ui/icons.ts';
import { Note } from '../../../ui/note.tsx';
import { Slider } from '../../../ui/slider.tsx';
import { type CropArea, cropOf, moveCrop, resizeCrop } from './crop-area.ts';
import styles from './crop-dialog.module.css';

export interface CropDialogProps {
  readonly asset: Asset;
  /** `16:9` */
  readonly ratioName: string;
  readonly ratio: number;
  readonly onClose: () => void;
  readonly onCropped: (asset: Asset) => void;
}

const smallest = 30;

export function CropDialog({ asset, ratioName, ratio, onClose, onCropped }: CropDialogProps) {
  const t = useTranslate();
  const [area, setArea] = useState(() => cropOf(asset, ratio));
  const [percent, setPercent] = useState(100);
  const crop = useStudioCommand('assets.crop');
  const move = (left: number, top: number) => setArea(moveCrop(asset, area, left, top));
  return (
    <Dialog
      isOpen
      size="lg"
      onOpenChange={onClose}
      title={t('compose:cropTitle', { ratio: ratioName })}
      description={t('compose:cropText')}
      footNote={t('compose:cropSize', { width: area.width, height: area.height })}
      actions={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button
            variant="primary"
            busy={crop.isPending}
            onPress={() => crop.mutate({ id: asset.id, ...area }, { onSuccess: onCropped })}
          >
            {t('compose:cropUse')}
          </Button>
        </>
      }
    >
      <CropPicture asset={asset} area={area} onMove={move} />
      {crop.error && (
        <Note icon={ProblemIcon} tone="danger" isAlert>
          {errorWords(t, crop.error)}
        </Note>
      )}
      <div className={styles['sliders']}>
        <Slider
          label={t('compose:cropZoom')}
          value={percent}
          minimum={smallest}
          maximum={100}
          unit="%"
          onChange={(value) => {
            setPercent(value);
            setArea(resizeCrop(asset, area, ratio, value / 100));
          }}
        />
        <Slider
          label={t('compose:cropLeft')}
          value={area.left}
          minimum={0}
          maximum={Math.max(1, asset.width - area.width)}
          isDisabled={asset.width === area.width}
          onChange={(left) => move(left, area.top)}
        />
        <Slider
          label={t('compose:cropTop')}
          value={area.top}
          minimum={0}
          maximum={Math.max(1, asset.height - area.height)}
          isDisabled={asset.height === area.height}
          onChange={(top) => move(area.left, top)}
        />
      </div>
    </Dialog>
  );
}

interface CropPictureProps {
  readonly asset: Asset;
  readonly area: CropArea;
  readonly onMove: (left: number, top: number) => void;
}

function CropPicture({ asset, area, onMove }: CropPictureProps) {
  const picture = useRef<HTMLDivElement>(null);
  const drag = useRef<{ readonly x: number; readonly y: number } | null>(null);
  const { width, height, id, originalName } = asset;
  const share = (value: number, whole: number) => `${(value / whole) * 100}%`;
  const start = (event: PointerEvent) => {
    const scale = width / (picture.current?.clientWidth ?? width);
    drag.current = { x: event.clientX * scale - area.left, y: event.clientY * scale - area.top };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const follow = (event: PointerEvent) => {
    if (!drag.current) return;
    const scale = width / (picture.current?.clientWidth ?? width);
    onMove(event.clientX * scale - drag.current.x, event.clientY * scale - drag.current.y);
  };
  return (
    <div className={styles['stage']}>
      <div
        ref={picture}
        className={styles['picture']}
        style={{ aspectRatio: `${width} / ${height}` }}
      >
        <img src={mediaUrl('asset', id)} alt={originalName} draggable={false} />
        <div
          onPointerDown={start}
          onPointerMove={follow}
          onPointerUp={() => (drag.current = null)}
          onPointerCancel={() => (drag.current = null)}
          className={styles['area']}
          style={{
            left: share(area.left, width),
            top: share(area.top, height),
            width: share(area.width, width),
            height: share(area.height, height),
          }}
        />
      </div>
    </div>
  );
}
