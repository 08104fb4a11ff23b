// Beyond this device: the categories of recipients that the service's privacy policy names, and what the service keeps of its own. Plain
// facts as data, as the policy of 16 March 2026 has them. Must not claim a period that nobody has named.
import type { LegalBasis } from './data-map.ts';

/** In the order of the policy. */
export const recipientCategories = [
  'infrastructure',
  'storage',
  'cdn',
  'sign-in',
  'analytics',
  'email',
  'payment',
  'ai-providers',
  'advisers',
  'authorities',
] as const;
export type RecipientCategory = (typeof recipientCategories)[number];

export interface RecipientEntry {
  readonly label: string;
  readonly gets: string;
  readonly purpose: string;
  readonly basis: LegalBasis;
}

export const recipients = {
  infrastructure: {
    label: 'Hosting and infrastructure',
    gets: 'What the service holds of your account, as it works on it',
    purpose: 'Runs the service',
    basis: 'contract',
  },
  storage: {
    label: 'Storage',
    gets: 'Prompts, reference images and results, until they are erased in the cloud',
    purpose: 'Keeps a result until this device has fetched it',
    basis: 'contract',
  },
  cdn: {
    label: 'Content delivery',
    gets: 'Results on their way to this device, and the address that asks for them',
    purpose: 'Brings results from a place near you',
    basis: 'contract',
  },
  'sign-in': {
    label: 'Sign-in providers',
    gets: 'That you sign in, if you sign in with one of them',
    purpose: 'Says that it is you',
    basis: 'contract',
  },
  analytics: {
    label: 'Analytics',
    gets: 'Nothing from this app: it has none',
    purpose: 'Would measure how the service is used',
    basis: 'consent',
  },
  email: {
    label: 'Email delivery',
    gets: 'Your address and the message',
    purpose: 'Service notices and answers to your requests',
    basis: 'contract',
  },
  payment: {
    label: 'Payment (Stripe)',
    gets: 'What you buy. Card numbers are typed on Stripe’s own pages and never reach the app',
    purpose: 'Takes payments and gives money back',
    basis: 'contract',
  },
  'ai-providers': {
    label: 'Makers of the models',
    gets: 'Prompt, images and settings of a clip, and whether you allow training',
    purpose: 'Make the clip. Who and where is shown before it is sent',
    basis: 'contract',
  },
  advisers: {
    label: 'Advisers',
    gets: 'What a legal or financial question about the service needs',
    purpose: 'Advise the service',
    basis: 'legitimate-interests',
  },
  authorities: {
    label: 'Authorities',
    gets: 'What the law demands, when it demands it',
    purpose: 'Duties of the service',
    basis: 'legal-obligation',
  },
} as const satisfies Record<RecipientCategory, RecipientEntry>;

export const keptByService = [
  'account',
  'media',
  'logs',
  'backups',
  'billing',
  'security',
] as const;
export type KeptByService = (typeof keptByService)[number];

export interface KeptEntry {
  readonly label: string;
  readonly purpose: string;
  readonly basis: LegalBasis;
  readonly period: string;
}

const unnamed = 'For a limited time; the policy names no number of days';

export const serviceKeeps = {
  account: {
    label: 'Account',
    purpose: 'Name, address and settings of your account',
    basis: 'contract',
    period: 'While the account is active',
  },
  media: {
    label: 'Results and images',
    purpose: 'What clips are made from, and what came of it',
    basis: 'contract',
    period: 'Until you erase them, the account ends, or the day that is shown beside them',
  },
  logs: {
    label: 'Logs and metadata',
    purpose: 'Keep the service running; find errors and abuse',
    basis: 'legitimate-interests',
    period: unnamed,
  },
  backups: {
    label: 'Backups',
    purpose: 'Bring the service back after a failure',
    basis: 'legitimate-interests',
    period: 'The receipt of each deletion names the day on which it is gone from them',
  },
  billing: {
    label: 'Billing records',
    purpose: 'Invoices and the credit ledger, without what a job was about',
    basis: 'legal-obligation',
    period: unnamed,
  },
  security: {
    label: 'Audit and security records',
    purpose: 'Show who did what when, after something went wrong',
    basis: 'legitimate-interests',
    period: unnamed,
  },
} as const satisfies Record<KeptByService, KeptEntry>;
