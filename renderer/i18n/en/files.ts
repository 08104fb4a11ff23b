// Words of looking for files that are not where they were.

export const files = {
  looking: 'Looking for the files of all clips…',
  found:
    '{{checked, number}} files looked at: {{found, number}} found again, {{missing, number}} missing.',
  show: 'Show',
} as const;
