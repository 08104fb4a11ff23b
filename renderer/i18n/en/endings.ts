// Why a job ended without a clip, by the code of its failure: what happened, and what to do. What became of the credits is said
// between the two, from the job's own books. Nothing here promises that something goes on by itself: the job has ended.

export const endings = {
  what: {
    'policy-refused': 'Kling refused this prompt.',
    'credits-insufficient': 'There were not enough credits.',
    'render-failed': 'Kling could not make this clip.',
    'output-expired': 'The cloud removed this clip before it was saved here.',
    'cloud-rejected': 'The service did not take this request.',
    'cloud-unauthorised': 'The service did not accept the sign-in.',
    'cloud-rate-limited': 'The service had no room for this job.',
    'cloud-unavailable': 'The service did not work.',
    'cloud-invalid-answer': 'The service sent answers that make no sense.',
    'cloud-unreachable': 'The service did not answer.',
    'cloud-timeout': 'The service did not answer in time.',
    deadline: 'The service did not answer in time.',
    'not-found': 'The service does not know this job any more.',
    'key-conflict': 'The service holds another job under the key of this one.',
    conflict: 'The service and this device do not agree on how far this job is.',
    'destination-changed':
      'Clips now go to another provider than the one this clip was meant for. Nothing was sent.',
    'hash-mismatch': 'The file arrived damaged, each time that it was fetched.',
    'size-mismatch': 'The file arrived incomplete, each time that it was fetched.',
    'url-forbidden': 'The service pointed to an address that is not allowed. Nothing was fetched.',
    'asset-unreadable': 'An image of this job cannot be read.',
    'asset-unsupported': 'An image of this job is of a kind that the service does not take.',
    'asset-too-large': 'An image of this job is too large for the service.',
    internal: 'Something inside the app failed while it worked on this job.',
  },
  do: {
    words: 'Change the wording, then send it again. It is not sent again by itself.',
    credits: 'Buy credits, or edit it to cost less, then send it again.',
    signIn: 'Check the sign-in in Settings, Generation, then try it again.',
    settings: 'Change the prompt or the settings, then send it again.',
    image: 'Choose another image, then send it again.',
    provider: 'Look at where it goes now, then send it again.',
    fetch: 'Try again: what the cloud still holds is fetched, not made anew.',
    retry: 'Try it again with the same settings, or change the prompt first.',
  },
} as const;
