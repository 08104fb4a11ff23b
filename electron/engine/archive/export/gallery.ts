// The pages that show an archive in any browser, offline: no scripts, nothing from elsewhere, every word escaped. Pure.
import { createHash } from 'node:crypto';
import { galleryStyle } from './gallery-style.ts';
import { escapeHtml, hrefOf } from './html-text.ts';
import { sizeLabel } from '../../size-label.ts';

export interface GalleryClip {
  readonly title: string;
  readonly prompt: string;
  readonly modelName: string;
  readonly createdAt: number;
  /** Paths within the archive; `null` when the file is not in it. */
  readonly video: string | null;
  readonly poster: string | null;
  readonly width: number;
  readonly height: number;
  readonly durationMs: number;
  readonly sizeBytes: number;
  readonly parameters: Readonly<Record<string, string | number | boolean>>;
}

export interface GalleryPage {
  readonly path: string;
  readonly first: number;
  readonly count: number;
}

export interface GalleryFacts {
  readonly clipCount: number;
  readonly createdAt: string;
  readonly appVersion: string;
}

const clipsPerPage = 240;

const styleHash = createHash('sha256').update(galleryStyle).digest('base64');
/** `file:` because a page opened from a disk is its own stranger in some browsers. */
const policy = [
  `default-src 'none'`,
  `img-src 'self' file:`,
  `media-src 'self' file:`,
  `style-src 'sha256-${styleHash}'`,
  `base-uri 'none'`,
  `form-action 'none'`,
].join('; ');

/** index.html first; more pages in gallery/ when there are many clips. */
export function galleryPages(clipCount: number): GalleryPage[] {
  const count = Math.max(1, Math.ceil(clipCount / clipsPerPage));
  return Array.from({ length: count }, (_, index) => ({
    path: index === 0 ? 'index.html' : `gallery/page-${index + 1}.html`,
    first: index * clipsPerPage,
    count: Math.min(clipsPerPage, clipCount - index * clipsPerPage),
  }));
}

export function* galleryHtml(
  clips: readonly GalleryClip[],
  page: GalleryPage,
  pages: readonly GalleryPage[],
  facts: GalleryFacts,
): Generator<string> {
  const root = page.path.includes('/') ? '../' : '';
  yield head(facts);
  if (clips.length === 0) yield '<p class="empty">There are no clips in this archive.</p>\n';
  let month = '';
  for (const clip of clips) {
    const clipMonth = monthOf(clip.createdAt);
    if (clipMonth !== month) {
      if (month !== '') yield '</ul>\n';
      month = clipMonth;
      yield `<h2>${escapeHtml(month)}</h2>\n<ul class="grid">\n`;
    }
    yield clipHtml(clip, root);
  }
  if (clips.length > 0) yield '</ul>\n';
  yield pager(page, pages, root);
  yield `</main>
<footer>Made by Kling 5 Studio ${escapeHtml(facts.appVersion)}. This page loads nothing from the internet. README.txt says what is in this folder.</footer>
</body>
</html>
`;
}

function head({ clipCount, createdAt }: GalleryFacts): string {
  const clips = clipCount === 1 ? '1 clip' : `${clipCount.toLocaleString('en-GB')} clips`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Kling 5 Studio archive</title>
<style>${galleryStyle}</style>
</head>
<body>
<header>
<h1>Your clips</h1>
<p>${clips}, exported on ${escapeHtml(dayOf(Date.parse(createdAt)))}. The videos are in media/videos, everything else that the app knew is in data.</p>
</header>
<main>
`;
}

function clipHtml(clip: GalleryClip, root: string): string {
  const name = escapeHtml(clip.title || clip.prompt.slice(0, 120));
  const facts = [
    dayOf(clip.createdAt),
    `${secondsFormat.format(clip.durationMs / 1000)} s`,
    `${clip.width} × ${clip.height}`,
    sizeLabel(clip.sizeBytes),
  ];
  const poster = clip.poster ? ` poster="${hrefOf(root + clip.poster)}"` : '';
  const stage = clip.video
    ? `<video controls preload="none" playsinline${poster} aria-label="${name}" src="${hrefOf(root + clip.video)}"></video>`
    : '<span>This video is not in the archive</span>';
  const details = Object.entries(clip.parameters)
    .map(([key, value]) => `<dt>${escapeHtml(key)}</dt><dd>${escapeHtml(String(value))}</dd>`)
    .join('');
  return `<li class="clip"><div class="stage">${stage}</div>
${clip.title ? `<h3>${escapeHtml(clip.title)}</h3>\n` : ''}<p class="prompt" dir="auto">${escapeHtml(clip.prompt)}</p>
<p class="meta">${escapeHtml(facts.join(' · '))}</p>
<details><summary>Settings</summary><dl><dt>model</dt><dd>${escapeHtml(clip.modelName)}</dd>${details}<dt>prompt</dt><dd dir="auto">${escapeHtml(clip.prompt)}</dd></dl></details></li>
`;
}

function pager(page: GalleryPage, pages: readonly GalleryPage[], root: string): string {
  if (pages.length < 2) return '';
  const index = pages.findIndex(({ path }) => path === page.path);
  const link = (target: GalleryPage | undefined, words: string, rel: string) =>
    target ? `<a rel="${rel}" href="${hrefOf(root + target.path)}">${words}</a>` : '';
  return `<nav aria-label="Pages">${link(pages[index - 1], 'Newer clips', 'prev')}<span>Page ${index + 1} of ${pages.length}</span>${link(pages[index + 1], 'Older clips', 'next')}</nav>\n`;
}

const secondsFormat = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
// UTC, so that the same library gives the same page everywhere.
const monthFormat = new Intl.DateTimeFormat('en-GB', {
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const dayFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const monthOf = (atMs: number): string => monthFormat.format(atMs);
const dayOf = (atMs: number): string => dayFormat.format(atMs);
