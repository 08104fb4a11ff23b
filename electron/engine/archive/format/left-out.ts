// What an archive does not hold, with the reasons, as it tells whoever opens it. Data only.

export interface Redaction {
  readonly what: string;
  readonly why: string;
}

/** Tables without a file of their own. */
export const leftOutTables: Readonly<Record<string, Redaction>> = {
  incoming: {
    what: 'Notes about unfinished downloads',
    why: 'They only say where a download goes on; the videos are fetched again.',
  },
  queue_place: {
    what: 'The order of the queue',
    why: 'It says what is made next, here and now; clips that wait are in the archive themselves.',
  },
  cloud_clip: {
    what: 'The list of clips that only the cloud has',
    why: 'It is the cloud’s, and can be asked for again.',
  },
  erasing_item: {
    what: 'What an erasure under way still has to take',
    why: 'It is of no use without the erasure, which goes on here.',
  },
  erasing_file: {
    what: 'Files that an erasure under way still has to remove',
    why: 'It is of no use without the erasure, which goes on here.',
  },
  generation_search: {
    what: 'The search index',
    why: 'It is made from generations and prompts and can be made again.',
  },
  generation_words: {
    what: 'The words of clips as they are in the search index',
    why: 'They are made from generations and tags and can be made again.',
  },
  tag_search: {
    what: 'The search index of tags',
    why: 'It is made from the tags and can be made again.',
  },
  saved_prompt_search: {
    what: 'The search index of kept prompts',
    why: 'It is made from the prompts and can be made again.',
  },
  prompt_search: {
    what: 'The search index of prompts',
    why: 'It is made from the prompts and can be made again.',
  },
};

export const redactions: readonly Redaction[] = [
  {
    what: 'Sign-in tokens and keys',
    why: 'They would let whoever has this file act as you. They stay in the keychain.',
  },
  {
    what: 'Absolute folder names of this computer',
    why: 'They tell about the computer and are of no use elsewhere. They are written as <library> and <home>.',
  },
  {
    what: 'Logs and the browser’s own caches',
    why: 'They hold nothing that you made.',
  },
  ...Object.values(leftOutTables),
];
