// What each error code of the platform means for a job, as data. Pure.

export type ErrorAction =
  /** The key is wrong: nothing works until the user changes it. */
  | 'key'
  /** The token's times are wrong: sign again by the provider's clock, once. */
  | 'clock'
  /** The account cannot pay: stop asking for a while and say so. */
  | 'billing'
  /** This address may not use the key: like billing, nothing helps but the user. */
  | 'blocked'
  | 'not-allowed'
  | 'rejected'
  | 'refused'
  /** The account is busy: wait and send again, it was not accepted. */
  | 'busy'
  /** Nobody knows whether it was accepted: look first, then send again. */
  | 'retry';

export interface ErrorRule {
  readonly action: ErrorAction;
  /** Code of the failure that the job ends with, if it ends. */
  readonly failureCode: string;
  readonly message: string;
}

const key = (message: string): ErrorRule => ({
  action: 'key',
  failureCode: 'cloud-unauthorised',
  message,
});
const clock: ErrorRule = {
  action: 'clock',
  failureCode: 'cloud-unauthorised',
  message: 'Kling does not accept the time of this computer. Check its clock.',
};
const billing = (message: string): ErrorRule => ({
  action: 'billing',
  failureCode: 'credits-insufficient',
  message,
});
const rejected = (message: string): ErrorRule => ({
  action: 'rejected',
  failureCode: 'cloud-rejected',
  message,
});
const refused = (message: string): ErrorRule => ({
  action: 'refused',
  failureCode: 'policy-refused',
  message,
});
const busy: ErrorRule = {
  action: 'busy',
  failureCode: 'cloud-rate-limited',
  message: 'Your Kling account is busy. The clip waits for its turn.',
};
const retry = (message: string): ErrorRule => ({
  action: 'retry',
  failureCode: 'cloud-unavailable',
  message,
});

export const errorRules: Readonly<Record<number, ErrorRule>> = {
  1000: key('Kling does not accept the key. Check it in Settings.'),
  1001: key('Kling got no key. Enter it again in Settings.'),
  1002: key('Kling does not know this key. Check it in Settings.'),
  1003: clock,
  1004: clock,
  1100: billing('Your Kling account has a problem. Look at it on the Kling platform.'),
  1101: billing('Your Kling account is in arrears. Pay on the Kling platform to go on.'),
  1102: billing('Your Kling resource pack is used up or has expired. Nothing was charged.'),
  1103: {
    action: 'not-allowed',
    failureCode: 'cloud-rejected',
    message: 'Your Kling account may not use this model.',
  },
  1200: rejected('Kling does not accept these settings.'),
  1201: rejected('Kling does not accept these settings.'),
  1202: rejected('Kling no longer offers this workflow.'),
  1203: rejected('Kling does not offer this model.'),
  1300: refused('Kling refuses this prompt or image by its policy.'),
  1301: refused('Kling refuses this prompt or image for its content.'),
  1302: busy,
  1303: busy,
  1304: {
    action: 'blocked',
    failureCode: 'cloud-rejected',
    message: 'Your Kling account allows only certain network addresses, and this is none of them.',
  },
  5000: retry('Kling made a mistake.'),
  5001: retry('Kling is under maintenance.'),
  5002: retry('Kling is overloaded.'),
};

/** A code that is not in the table is judged by the status that came with it. */
export function ruleFor(code: number, status: number): ErrorRule {
  const known = errorRules[code];
  if (known) return known;
  if (status >= 500) return retry('Kling does not answer as it should.');
  if (status === 401 || status === 403) return key('Kling does not accept the key.');
  if (status === 429) return busy;
  return status >= 400
    ? rejected(`Kling refuses this with error ${code}.`)
    : retry(`Kling answers with error ${code}.`);
}
