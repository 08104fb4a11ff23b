// What the system shows of the app outside its window: notifications, and progress on the dock or the task bar.
import { type BrowserWindow, Notification } from 'electron';

export interface Notice {
  readonly title: string;
  readonly text: string;
  readonly onClick: () => void;
}

export interface Notices {
  notify(notice: Notice): void;
  /** From 0 to 1; `null` takes it away. */
  showProgress(share: number | null): void;
}

/** More than these are not kept: the system holds the ones before. */
const mostKept = 20;

export function createNotices(window: () => BrowserWindow | null): Notices {
  const shown: Notification[] = []; // one that is collected as garbage does not answer a click
  return {
    notify: ({ title, text, onClick }) => {
      if (!Notification.isSupported()) return;
      const notification = new Notification({ title, body: text, silent: false });
      notification.on('click', () => {
        const present = window();
        if (present?.isMinimized()) present.restore();
        present?.show();
        present?.focus();
        onClick();
      });
      notification.show();
      shown.push(notification);
      if (shown.length > mostKept) shown.shift();
    },
    showProgress: (share) => window()?.setProgressBar(share ?? -1),
  };
}
