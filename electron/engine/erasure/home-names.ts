// What each entry of the app's home folder (Electron's userData) is, told by its name. Pure.
// In a home that was empty when the app came, everything goes except what is listed to stay and what looks like a person's own
// document; in a folder that was there before, only names that are known to be the app's or Chromium's go.
import type { DataKind } from '#shared/contract/data.ts';

export const orderName = 'wipe-order.jsonl';
export const inventoryName = 'wipe-inventory.jsonl';
export const receiptName = 'erase-receipt.json';
export const residueName = 'pending-erasure.json';
export const homeMarkerName = '.kling5-home';
/** Where the library is being moved. */
export const moveOrderName = 'library-move.json';
export const defaultLibraryName = 'library';

/** What a wipe leaves in the home folder. */
export const stayingNames: readonly string[] = [receiptName, residueName, homeMarkerName];

/** The wipe's own papers; it removes them itself, in its order. */
export const wipePapers: readonly string[] = [
  orderName,
  inventoryName,
  `${orderName}.part`,
  `${inventoryName}.part`,
  `${receiptName}.part`,
];

/** Of the process that runs right now; Chromium removes them when it ends. They hold a process number and a host name. */
export const runningNames: readonly string[] = [
  'SingletonLock',
  'SingletonCookie',
  'SingletonSocket',
  'lockfile',
];

export const homeForms: readonly (readonly [RegExp, DataKind])[] = [
  [/^preferences\.json(\.tmp-.*|\.part|\.bak)?$/, 'preferences'],
  [/^known-library\.json(\.part)?$/, 'preferences'],
  [/^library-move\.json(\.part)?$/, 'preferences'],
  [/^window-state\.json$/, 'preferences'],
  [/^pending-erasure\.json\.part$/, 'preferences'],
  [/^logs$/, 'logs'],
  [/^Crashpad$|^Crash Reports$|^crashes$/, 'logs'],
  [/^embedded-gateway$/, 'cloud-embedded'],
];

/** What may be there before the app looks for the first time, without the folder being somebody else's. */
const early =
  /^(preferences\.json|known-library\.json|embedded-gateway|Crashpad|Local State|DevToolsActivePort)$/;

export function mayComeEarly(name: string): boolean {
  return [...stayingNames, ...wipePapers, ...runningNames].includes(name) || early.test(name);
}

/** The app's own log files, also inside a `logs` folder of somebody else. */
export function isLogFile(name: string): boolean {
  return /^(engine|main|gateway)\.(old\.)?log(\.\d+)?$/.test(name);
}

/** Chromium's and Electron's own, as seen in userData folders of Electron 20 to 45. */
const chromium: readonly RegExp[] = [
  /^(Code |GPU|Shader|GrShader|GraphiteDawn|DawnGraphite|DawnWebGPU|Dawn|Media |Application )?Cache$/,
  /^Cache_Data$/,
  /^Singleton(Lock|Cookie|Socket)$/,
  /^lockfile$/,
  /^(Local|Session) Storage$/,
  /^Local State$/,
  /^(Secure )?Preferences$/,
  /^IndexedDB$/,
  /^Service ?Worker$/,
  /^blob_storage$/,
  /^Network$/,
  /^Network Persistent State$/,
  /^(Extension )?Cookies(-journal)?$/,
  /^Partitions$/,
  /^databases$/i,
  /^File System$/,
  /^Shared ?Dictionary$/,
  /^SharedStorage(-wal|-shm|-journal)?$/,
  /^shared_proto_db$/,
  /^Trust ?Tokens(-journal)?$/,
  /^TransportSecurity$/,
  /^Reporting and NEL(-journal)?$/,
  /^WebStorage$/,
  /^QuotaManager(-journal)?$/,
  /^webrtc_event_logs$/,
  /^WebRTC Logs$/,
  /^Dictionaries$/,
  /^DIPS(-wal|-shm|-journal)?$/,
  /^(Local )?Extension/,
  /^Platform Notifications$/,
  /^DevToolsActivePort$/,
  /^Origin Bindings(-journal)?$/,
  /^(component|extensions)_crx_cache$/,
  /^segmentation_platform$/,
  /^(Web Data|Visited Links|History|Favicons|Login Data|Shortcuts|Top Sites)(-journal)?$/,
  /^Video ?Decode ?Stats$/,
  /^(AutofillStrike|Budget|Site Characteristics|Feature Engagement Tracker).*$/,
  /^GCM Store$/,
  /^Sync Data$/,
  /^(chrome_debug|debug)\.log$/,
  /^(First Run|Last Version|Variations|LOCK|LOG|LOG\.old|Version)$/,
  /^Safe Browsing.*$/,
  /^PersistentOriginTrials$/,
  /^MediaDeviceSalts(-journal)?$/,
  /^(InterestGroups|PrivateAggregation|AggregationService|Conversions|BrowsingTopics.*)(-journal|-wal)?$/,
  /^BrowserMetrics.*$/,
  /\.pma$/,
  /^Network Action Predictor(-journal)?$/,
  /^declarative_net_request$/,
  /^optimization_guide.*$/,
  /^(Google|Subresource Filter|WidevineCdm|OriginTrials|Certificate.*|CertificateRevocation|hyphen-data|MEIPreload|ZxcvbnData)$/,
];

/** Extensions of files that people keep, and that neither this app nor Chromium writes into unknown places. */
const document =
  /\.(zip|7z|rar|tar|gz|mp4|mov|m4v|mkv|webm|avi|mp3|wav|flac|png|jpe?g|gif|webp|heic|tiff?|psd|svg|pdf|docx?|odt|ods|xlsx?|csv|pptx?|key|pages|numbers|rtf|txt|md|epub|blend|prproj|drp|aep|fcpxml|srt)$/i;

export function kindOfKnownHomeEntry(name: string): DataKind | null {
  const own = homeForms.find(([form]) => form.test(name));
  if (own) return own[1];
  return chromium.some((form) => form.test(name)) ? 'browser' : null;
}

export function looksLikeDocument(name: string): boolean {
  return document.test(name);
}

/** What the app or Chromium writes under such an ending, by kind: clips named by their content, dictionaries, icons of extensions. */
const ownDocuments: Partial<Readonly<Record<DataKind, RegExp>>> = {
  'cloud-embedded': /(^|\/)[0-9a-f]{64}\.(mp4|jpg|png|webp)$/,
  browser: /(^|\/)Custom Dictionary\.txt$|^(Local )?Extension/,
};

/** A person's document inside of a folder of ours stays, wherever it was put. */
export function isPersonsDocument(kind: DataKind, path: string): boolean {
  return looksLikeDocument(path) && ownDocuments[kind]?.test(path) !== true;
}
