// What went wrong, by the code of the AppError: what happened, what it means, what to do.
// The list is complete by type: a new code does not build before it has words here.
import type { ErrorCode } from '#shared/errors.ts';

export const errors = {
  'invalid-input': 'One of the values does not fit. Check the form, then send it again.',
  'not-found': 'This is not in the library any more.',
  busy: 'Something else is being written. Wait until it is done, or cancel it.',
  conflict: 'It was changed in another place at the same time. Look again, then repeat it.',
  cancelled: 'Cancelled. Nothing was changed.',
  deadline: 'No answer in time. Try again; nothing is done twice.',
  internal: 'Something inside the app failed. Your videos are safe. Try again, or restart the app.',
  'engine-unavailable': 'The library is restarting. This takes a few seconds.',
  'permission-denied': 'This device does not allow access to that place. Choose another one.',
  'age-required': 'Confirm that you are 13 or older first.',
  restricted:
    'You do not allow this to be sent. Nothing was sent. Allow it in Account, Consents, or leave it out.',
  'cloud-unreachable':
    'You are offline. Browsing, search and playback work. What you started waits for the connection.',
  'cloud-timeout':
    'No answer from the cloud. It is being looked up, not sent again. Nothing is charged twice.',
  'cloud-invalid-answer': 'The cloud sent an answer that makes no sense. It is asked again later.',
  'cloud-unauthorised': 'The cloud did not accept the sign-in. Check it in Settings, Generation.',
  'cloud-rejected': 'The cloud did not take this request. Nothing was charged.',
  'cloud-rate-limited': 'Too many requests at once. It goes on by itself in a moment.',
  'cloud-unavailable': 'The cloud is not working at the moment. It is tried again by itself.',
  'policy-refused':
    'Kling refused this prompt. The credits were given back. Change the wording, then send it again.',
  'credits-insufficient': 'Not enough credits. Make fewer takes, or a shorter clip.',
  'key-conflict': 'The same job was sent twice with different settings. Nothing was charged twice.',
  'destination-changed':
    'Clips now go to another provider than the one this clip was meant for. Nothing was sent.',
  'render-failed': 'Kling could not make this clip. The credits were given back.',
  'output-expired': 'The cloud has removed this clip before it was saved here.',
  'hash-mismatch': 'The file that arrived is not the file that was sent. It is fetched again.',
  'size-mismatch': 'The file arrived incomplete. It is fetched again.',
  'url-forbidden': 'The cloud pointed to an address that is not allowed. Nothing was fetched.',
  'asset-unreadable': 'This image cannot be read. It may be damaged or cut off.',
  'asset-unsupported': 'This is not an image that Kling takes. Use PNG, JPEG or WebP.',
  'asset-too-large': 'This image is too large. Use a smaller one.',
  'disk-full': 'The disk is full. Make room, then try again.',
  'disk-read-only': 'The disk cannot be written to. Watching works; making and changing do not.',
  'disk-error': 'The disk did not answer properly. Check it, then try again.',
  'file-missing': 'The file is not where it was. Its prompt and settings are safe.',
  'library-missing':
    'The library folder is not there. Connect its drive, or choose another folder.',
  'library-locked': 'Another copy of the app is using this library. Close it first.',
  'library-damaged': 'The library database is damaged. Your videos are not.',
  'library-newer':
    'This library was written by a newer version. Open it with that version. Nothing was changed.',
  'library-not-ours':
    'This folder holds other files and was not made by Kling 5 Studio. Choose another one.',
  'archive-damaged': 'The archive is damaged. Nothing was imported.',
  'archive-unsupported': 'This file is not an archive of Kling 5 Studio, or of a newer version.',
  'port-taken': 'Another program uses the port. Close it, or choose another port.',
  'keychain-unavailable': 'The system keychain is not available, so no key can be kept.',
  'grant-unknown': 'That permission was already used. Choose the place again.',
} as const satisfies Record<ErrorCode, string>;
