// Words of a press of Generate that made clips of several prompts.

export const batches = {
  note: '{{clips, number}} clips of {{prompts, number}} prompts, {{time}}',
  take: '{{prompt}}, take {{number}}',
} as const;
