// Words of where the space goes.

export const storage = {
  open: 'Where the space goes',
  months: 'By month',
  models: 'By model',
  largest: 'Largest clips',
  none: 'No clip yet.',
  clips_one: '{{figure}} clip',
  clips_other: '{{figure}} clips',
  suggestions: 'What could go',
  suggestionsNote: 'You see a plan of each first. Nothing goes by itself',
  nothingToSuggest: 'Nothing. There is no trash, and nothing old or large without a rating.',
  look: 'See the plan…',
  lookNamed: 'See the plan: {{what}}',
  cleanUps: {
    trash: 'The trash',
    'unrated-year': 'Clips without a rating, older than a year',
    'large-unrated': 'Clips without a rating, over {{bytes}}',
    logs: 'Logs',
  },
  facts: 'Also',
  duplicates_one: '{{figure}} video is there twice: {{bytes}}',
  duplicates_other: '{{figure}} videos are there twice: {{bytes}}',
  noDuplicates: 'No video is there twice',
  onlyInCloud_one: '{{figure}} clip is only in the cloud: {{bytes}}',
  onlyInCloud_other: '{{figure}} clips are only in the cloud: {{bytes}}',
  noneOnlyInCloud: 'No clip is only in the cloud',
} as const;
