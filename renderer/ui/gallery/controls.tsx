// Gallery: what is pressed, typed into and chosen from.
import { useState } from 'react';
import { AspectMark } from '../aspect-mark.tsx';
import { Button } from '../button.tsx';
import { Checkbox } from '../checkbox.tsx';
import { Chip, FilterChip } from '../chip.tsx';
import { ChoiceCards } from '../choice-cards.tsx';
import { IconButton } from '../icon-button.tsx';
import {
  CreateIcon,
  DownIcon,
  LoopIcon,
  PlayIcon,
  PromptIcon,
  StarIcon,
  TextIcon,
} from '../icons.ts';
import { Kbd } from '../kbd.tsx';
import { PromptEditor } from '../prompt-editor.tsx';
import { SearchField } from '../search-field.tsx';
import { SegmentedControl } from '../segmented-control.tsx';
import { Select } from '../select.tsx';
import { Slider } from '../slider.tsx';
import { Switch } from '../switch.tsx';
import { TextField } from '../text-field.tsx';
import { TextLink } from '../text-link.tsx';
import styles from './gallery.module.css';
import { Row, Sample, Section } from './section.tsx';

export function ControlSections() {
  return (
    <>
      <Buttons />
      <Fields />
      <Choices />
      <Prompt />
      <Cards />
    </>
  );
}

function Buttons() {
  return (
    <Section title="Button" span={2}>
      <Row>
        <Sample caption="Primary">
          <Button variant="primary">Generate</Button>
        </Sample>
        <Sample caption="With key">
          <Button variant="primary" shortcut="⌘↵">
            Generate
          </Button>
        </Sample>
        <Sample caption="Disabled">
          <Button variant="primary" isDisabled>
            Generate
          </Button>
        </Sample>
        <Sample caption="Busy, 60%">
          <Button busy={0.6}>Save</Button>
        </Sample>
        <Sample caption="Busy, no total">
          <Button variant="primary" busy>
            Generate
          </Button>
        </Sample>
      </Row>
      <Row>
        <Sample caption="Neutral">
          <Button>Export…</Button>
        </Sample>
        <Sample caption="Quiet danger">
          <Button variant="quiet-danger">Erase…</Button>
        </Sample>
        <Sample caption="Danger, in dialogs only">
          <Button variant="danger">Erase 4 clips</Button>
        </Sample>
        <Sample caption="Ghost">
          <Button variant="ghost" icon={CreateIcon} count="3">
            Drafts
          </Button>
        </Sample>
        <Sample caption="Ghost, opens">
          <Button variant="ghost" size="sm" trailingIcon={DownIcon}>
            Newest first
          </Button>
        </Sample>
        <Sample caption="Link">
          <TextLink icon={PromptIcon}>From library</TextLink>
        </Sample>
      </Row>
      <Row>
        <Sample caption="40">
          <Button size="lg">Large</Button>
        </Sample>
        <Sample caption="32">
          <Button>Default</Button>
        </Sample>
        <Sample caption="28">
          <Button size="sm">Small</Button>
        </Sample>
        <Sample caption="24">
          <Button size="xs">Row</Button>
        </Sample>
        <Sample caption="Icon">
          <span className={styles['icons']}>
            <IconButton label="Loop" glyph={LoopIcon} shortcut="L" />
            <IconButton label="Loop, on" glyph={LoopIcon} isOn />
            <IconButton label="Favourite" glyph={StarIcon} isOn isFilled />
            <IconButton label="Loop, disabled" glyph={LoopIcon} isDisabled />
            <IconButton label="Loop in a row" glyph={LoopIcon} size="sm" />
            <IconButton label="Play" glyph={PlayIcon} look="round" isFilled />
          </span>
        </Sample>
      </Row>
    </Section>
  );
}

function Fields() {
  const [title, setTitle] = useState('Umbrella, Dotonbori');
  const [query, setQuery] = useState('');
  return (
    <Section title="Field">
      <div className={styles['two']}>
        <TextField label="Title" value={title} onChange={setTitle} />
        <TextField label="Folder" placeholder="Untitled" hint="Seen in the file name" />
        <TextField label="Seed" defaultValue="7" isDisabled />
        <TextField label="Length" defaultValue="18" problem="Kling 3.0 makes 3 to 15 seconds." />
      </div>
      <SearchField
        label="Search"
        placeholder="Search prompts, titles, tags, notes"
        hotkey="/"
        value={query}
        onChange={setQuery}
      />
    </Section>
  );
}

const models = ['Kling 3.0 Omni', 'Kling 3.0', 'Kling 3.0 Turbo', 'Kling 2.6'].map(
  (label, index) => ({
    value: String(index),
    label,
    note: `${8 - index} a second`,
  }),
);
const languages = 'Deutsch,English,Español,Français,Italiano,Nederlands,Polski,Português,Svenska'
  .split(',')
  .map((label) => ({ value: label, label }));

function Choices() {
  const [model, setModel] = useState('0');
  const [language, setLanguage] = useState('English');
  const [resolution, setResolution] = useState('720p');
  const [aspect, setAspect] = useState('16:9');
  const [seconds, setSeconds] = useState(8);
  const [hasSound, setSound] = useState(true);
  const [isOnlyHere, setOnlyHere] = useState(false);
  const [isChecked, setChecked] = useState(true);
  return (
    <Section title="Select, segmented, slider, switch">
      <div className={styles['two']}>
        <Select label="Model" options={models} value={model} onChange={setModel} />
        <Select label="Language" options={languages} value={language} onChange={setLanguage} />
        <SegmentedControl
          label="Resolution"
          isWide
          segments={['720p', '1080p', '4K'].map((value) => ({ value, label: value }))}
          value={resolution}
          onChange={setResolution}
        />
        <SegmentedControl
          label="Aspect"
          isWide
          segments={['16:9', '9:16', '1:1'].map((value) => ({
            value,
            label: value,
            mark: <AspectMark ratio={value} />,
          }))}
          value={aspect}
          onChange={setAspect}
        />
        <Slider
          label="Duration"
          inputLabel="Duration in seconds"
          unit="s"
          minimum={3}
          maximum={15}
          value={seconds}
          onChange={setSeconds}
        />
        <Switch label="Sound" isSelected={hasSound} onChange={setSound} />
        <Checkbox
          label="Videos and assets"
          trailing="40.0 GB"
          isSelected={isChecked}
          onChange={setChecked}
        />
        <Checkbox
          label="What the cloud holds"
          size="sm"
          trailing="612"
          isSelected={!isChecked}
          onChange={() => {}}
        />
      </div>
      <Switch
        label="Keep only on this device"
        note="The cloud copy goes once the file is verified"
        isSelected={isOnlyHere}
        onChange={setOnlyHere}
      />
      <Row>
        <Chip>rain</Chip>
        <FilterChip label="1080p" onRemove={() => {}} />
        <Chip look="outline">Demo</Chip>
        <Chip look="accent">city</Chip>
        <Kbd>⌘↵</Kbd>
      </Row>
    </Section>
  );
}

function Prompt() {
  const [prompt, setPrompt] = useState(
    'A woman with a black umbrella stands still while the crowd streams past her. Slow push-in at eye level, 35 mm.',
  );
  const [other, setOther] = useState('A kite over the');
  return (
    <Section title="Prompt editor">
      <PromptEditor
        label="Prompt"
        value={prompt}
        onChange={setPrompt}
        maxLength={120}
        labelEnd={<TextLink icon={PromptIcon}>From library</TextLink>}
        onFiles={() => {}}
        dropHint="Drop to use as first frame"
      />
      <PromptEditor
        label="Other prompt"
        value={other}
        onChange={setOther}
        maxLength={2500}
        problem="Write what the video shows."
      />
    </Section>
  );
}

function Cards() {
  const [way, setWay] = useState('restore');
  const [kind, setKind] = useState('text');
  return (
    <Section title="Choice cards">
      <ChoiceCards
        label="Ways to go on"
        value={way}
        onChange={setWay}
        cards={[
          {
            value: 'restore',
            title: 'Restore the backup of today, 09:00',
            note: 'Verified. 9 clips made since then are added again from their files.',
            badge: 'Recommended',
          },
          {
            value: 'salvage',
            title: 'Salvage what can be read',
            note: 'Slower. You compare before anything is replaced.',
          },
        ]}
      />
      <SegmentedControl
        label="Start from"
        isLabelHidden
        isWide
        value={kind}
        onChange={setKind}
        segments={[
          { value: 'text', label: 'Text', icon: TextIcon },
          { value: 'image', label: 'Image', icon: CreateIcon },
        ]}
      />
    </Section>
  );
}
