// Gallery: posters and their states, slots for reference images.
import { Checkbox } from '../checkbox.tsx';
import { CloudIcon, FolderIcon, MoreIcon, StarIcon } from '../icons.ts';
import { IconButton } from '../icon-button.tsx';
import { ImageSlot } from '../image-slot.tsx';
import { ClipCard } from '../clip-card.tsx';
import { MediaFrame } from '../media-frame.tsx';
import { Skeleton } from '../skeleton.tsx';
import styles from './gallery.module.css';
import { samplePicture } from './sample-picture.ts';
import { Row, Sample, Section } from './section.tsx';

const picture = samplePicture(320, 180);
const upright = samplePicture(180, 320);
const marks = [
  { text: 'Favourite', icon: StarIcon, isFilled: true },
  { text: 'Also in the cloud', icon: CloudIcon },
];

export function MediaSections() {
  return (
    <>
      <Posters />
      <Slots />
    </>
  );
}

function Posters() {
  const shared = { title: 'Lantern festival', alt: '', src: picture, duration: '0:08' } as const;
  return (
    <Section title="Card" span={3}>
      <div className={styles['cards']}>
        <Sample caption="Rest">
          <ClipCard {...shared} marks={marks} note="3.0 · 1080p" />
        </Sample>
        <Sample caption="With controls">
          <ClipCard {...shared} duration="0:05.0 / 0:08" note="3.0 · 1080p">
            <span className={styles['pick']}>
              <Checkbox
                label="Select"
                isLabelHidden
                isOnMedia
                isSelected={false}
                onChange={() => {}}
              />
            </span>
            <span className={styles['actions']}>
              <IconButton label="Actions" glyph={MoreIcon} size="sm" look="media" />
            </span>
          </ClipCard>
        </Sample>
        <Sample caption="Selected">
          <ClipCard {...shared} isSelected note="3.0 · 1080p">
            <span className={styles['pick']}>
              <Checkbox label="Selected" isLabelHidden isOnMedia isSelected onChange={() => {}} />
            </span>
          </ClipCard>
        </Sample>
        <Sample caption="Working">
          <ClipCard
            {...shared}
            src={null}
            working={{ label: 'Rendering', figure: '1:12', share: 0.38 }}
            note="about 2 min"
          />
        </Sample>
        <Sample caption="Failed">
          <ClipCard {...shared} problem={{ text: 'Refused' }} note="80 credits given back" />
        </Sample>
        <Sample caption="File moved">
          <ClipCard
            {...shared}
            problem={{ text: 'File moved', icon: FolderIcon, tone: 'warning' }}
            note="3.0 · 1080p"
          />
        </Sample>
        <Sample caption="Loading">
          <Skeleton isPoster />
          <Skeleton width="80%" height="10px" />
          <Skeleton width="50%" height="8px" />
        </Sample>
      </div>
    </Section>
  );
}

function Slots() {
  const nothing = () => {};
  return (
    <Section title="Image slot, media frame">
      <div className={styles['slots']}>
        <ImageSlot label="First frame" src={picture} onAdd={nothing} onRemove={nothing} />
        <ImageSlot label="Last frame" src={null} onAdd={nothing} onRemove={nothing} />
        <ImageSlot
          label="Reference 1"
          src={picture}
          progress={0.4}
          onAdd={nothing}
          onRemove={nothing}
        />
        <ImageSlot
          label="Reference"
          src={null}
          problem="Not an image."
          onAdd={nothing}
          onRemove={nothing}
        />
      </div>
      <Row>
        <div className={styles['frame']}>
          <MediaFrame>
            <img src={upright} alt="Hills at dusk, upright" />
          </MediaFrame>
        </div>
      </Row>
    </Section>
  );
}
