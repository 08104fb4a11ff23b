// Gallery: what floats above the page.
import { useState } from 'react';
import { Banner } from '../banner.tsx';
import { Button } from '../button.tsx';
import { ConfirmDialog } from '../confirm-dialog.tsx';
import { Dialog } from '../dialog.tsx';
import { IconButton } from '../icon-button.tsx';
import {
  CloudIcon,
  CloudOffIcon,
  FolderIcon,
  LoopIcon,
  MoreIcon,
  PlayIcon,
  RefusedIcon,
  RemixIcon,
  TrashIcon,
} from '../icons.ts';
import { Menu } from '../menu.tsx';
import { Note } from '../note.tsx';
import { Popover } from '../popover.tsx';
import { useToasts } from '../toast.tsx';
import { Row, Section } from './section.tsx';

export function FloatingSections() {
  return (
    <>
      <Menus />
      <Messages />
      <Dialogs />
    </>
  );
}

function Menus() {
  const nothing = () => {};
  return (
    <Section title="Menu, popover, tooltip">
      <Row>
        <Menu
          label="Clip"
          placement="bottom start"
          trigger={<IconButton label="More" glyph={MoreIcon} />}
          actions={[
            { id: 'open', label: 'Open', icon: PlayIcon, shortcut: '↵', onAction: nothing },
            { id: 'remix', label: 'Remix', icon: RemixIcon, shortcut: 'R', onAction: nothing },
            { id: 'show', label: 'Show file', icon: FolderIcon, shortcut: '⌘↩', onAction: nothing },
            {
              id: 'keep',
              label: 'Keep only here',
              icon: CloudIcon,
              onAction: nothing,
              startsGroup: true,
            },
            {
              id: 'delete',
              label: 'Delete…',
              icon: TrashIcon,
              shortcut: '⌫',
              onAction: nothing,
              isDestructive: true,
            },
          ]}
        />
        <Popover
          label="What is sent"
          trigger={<Button size="sm">What is sent</Button>}
          widthPx={280}
        >
          <p>The prompt and two images, 3.1 MB, to Kling in Singapore.</p>
        </Popover>
        <IconButton label="Loop selection" glyph={LoopIcon} shortcut="L" isOn />
      </Row>
    </Section>
  );
}

function Messages() {
  const toasts = useToasts();
  return (
    <Section title="Toast, banner, note">
      <Row>
        <Button
          onPress={() =>
            toasts.show({
              text: '4 clips deleted.',
              icon: TrashIcon,
              action: { label: 'Undo', onPress: () => {} },
            })
          }
        >
          Show a toast
        </Button>
      </Row>
      <Banner
        tone="warning"
        icon={CloudOffIcon}
        title="You are offline."
        text="4 jobs wait."
        actions={<Button size="xs">Try now</Button>}
      />
      <Note icon={RefusedIcon} tone="danger" title="Kling refused this prompt">
        Reason given: “weapon”. Change the wording, then send it again.
      </Note>
    </Section>
  );
}

function Dialogs() {
  const [open, setOpen] = useState<'confirm' | 'plan' | null>(null);
  const change = (isOpen: boolean) => {
    if (!isOpen) setOpen(null);
  };
  return (
    <Section title="Dialog">
      <Row>
        <Button variant="quiet-danger" onPress={() => setOpen('confirm')}>
          Delete 4 clips…
        </Button>
        <Button onPress={() => setOpen('plan')}>Open the plan…</Button>
      </Row>
      <ConfirmDialog
        isOpen={open === 'confirm'}
        onOpenChange={change}
        title="Delete 4 clips?"
        description="198 MB on this device. 1 of them is also in the cloud and is erased there too."
        confirmLabel="Delete 4 clips"
        isDestructive
        onConfirm={() => setOpen(null)}
        footNote={
          <Button variant="ghost" onPress={() => setOpen('plan')}>
            What is erased
          </Button>
        }
      />
      <Dialog
        isOpen={open === 'plan'}
        onOpenChange={change}
        size="lg"
        title="Erase everything: the plan"
        description="Nothing has been erased yet. This is what would go, counted from the disk at 14:36."
        footNote="Survives a power cut: the next start finishes it."
        actions={
          <>
            <Button autoFocus onPress={() => setOpen(null)}>
              Cancel
            </Button>
            <Button variant="danger" isDisabled>
              Erase everything
            </Button>
          </>
        }
      >
        <p>2,418 videos, 143 reference assets, 86 prompts.</p>
      </Dialog>
    </Section>
  );
}
