// The text of `kling5 help`. Pure.
import type { Command } from './command.ts';

const general = [
  'Everywhere:',
  '  --home <dir>    The app’s folder. Otherwise KLING5_HOME, otherwise the app’s own.',
  '  --cloud <url>   Another gateway. Otherwise KLING5_CLOUD_URL, otherwise the one on this device.',
  '                  Its token is read from KLING5_CLOUD_TOKEN.',
  '  --json          One JSON document on stdout, also when something fails.',
  '',
  'Ends with 0 when done, 1 when it failed, 2 when it was called wrongly.',
];

export function helpLines(commands: readonly Command[]): string[] {
  return [
    'kling5: make, list, export and erase clips without a window.',
    '',
    'Commands:',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(10)} ${summary}`),
    '  help       Explains a command: kling5 help generate',
    '',
    ...general,
  ];
}

export function commandHelpLines(command: Command): string[] {
  return [
    `kling5 ${[command.name, command.usage].filter(Boolean).join(' ')}`,
    '',
    command.summary,
    ...(command.help ? ['', ...command.help] : []),
    '',
    ...general,
  ];
}
