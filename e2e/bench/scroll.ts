// Scrolls in the page, frame by frame, and watches what that costs: nodes, heap, long tasks, late frames, cards that stay blank.
import type { Page } from 'playwright';

export interface FrameReport {
  readonly longestTaskMs: number;
  /** Of the frames that came more than half an interval late. */
  readonly lateShare: number;
}

export interface ScrollReport extends FrameReport {
  readonly mostNodes: number;
  readonly blankCards: number;
  readonly rests: number;
  /** Bytes, after a collection. */
  readonly heapBefore: number;
  readonly heapAfter: number;
}

interface InPage extends FrameReport {
  readonly mostNodes: number;
  readonly blankCards: number;
}

const frames = 900;
const rests = 18;

export async function measureGridScroll(window: Page): Promise<ScrollReport> {
  await window.getByRole('grid').first().waitFor();
  const session = await window.context().newCDPSession(window);
  const heapBytes = async () => {
    await session.send('HeapProfiler.collectGarbage');
    await session.send('Performance.enable');
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN;
  };
  const heapBefore = await heapBytes();
  const seen = await window.evaluate(scrollThrough, { selector: '[role="grid"]', frames, rests });
  const heapAfter = await heapBytes();
  await session.detach();
  return { ...seen, rests, heapBefore, heapAfter };
}

/** A page as tall with nothing on it. */
export async function measureEmptyScroll(window: Page): Promise<FrameReport> {
  await window.evaluate(() => {
    const page = document.createElement('div');
    page.id = 'empty-page';
    page.style.cssText = 'position:fixed;inset:0;overflow:auto;z-index:9;background:#123';
    const sheet = document.createElement('div');
    sheet.style.height = `${document.querySelector('[role="grid"]')?.scrollHeight ?? 1e6}px`;
    page.append(sheet);
    document.body.append(page);
  });
  const seen = await window.evaluate(scrollThrough, { selector: '#empty-page', frames, rests: 0 });
  await window.evaluate(() => document.querySelector('#empty-page')?.remove());
  return seen;
}

interface ScrollOrder {
  readonly selector: string;
  readonly frames: number;
  readonly rests: number;
}

/** Runs in the page and may use nothing from here. */
async function scrollThrough({
  selector,
  frames: steps,
  rests: stops,
}: ScrollOrder): Promise<InPage> {
  const box = document.querySelector(selector);
  if (!box) throw new Error(`There is no ${selector}`);
  let longestTaskMs = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestTaskMs = Math.max(longestTaskMs, duration);
  });
  observer.observe({ type: 'longtask' });
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  const blankInSight = () =>
    [...box.querySelectorAll('[role="gridcell"]')].filter((cell) => {
      const { top, bottom } = cell.getBoundingClientRect();
      const isInSight = bottom > 0 && top < innerHeight;
      const image = cell.querySelector('img');
      return isInSight && (!cell.hasAttribute('data-clip') || (image && !image.complete));
    }).length;
  let mostNodes = 0;
  let blankCards = 0;
  const intervals: number[] = [];
  const end = box.scrollHeight - box.clientHeight;
  let last = await frame();
  for (let step = 1; step <= steps; step += 1) {
    box.scrollTop = (end * step) / steps;
    const now = await frame();
    intervals.push(now - last);
    last = now;
    if (step % 10 === 0) mostNodes = Math.max(mostNodes, document.querySelectorAll('*').length);
    if (stops > 0 && step % Math.floor(steps / stops) === 0) {
      await sleep(150);
      blankCards += blankInSight();
      last = await frame();
    }
  }
  observer.disconnect();
  const usual = intervals.toSorted((a, b) => a - b)[Math.floor(intervals.length / 10)] ?? 16;
  const late = intervals.filter((interval) => interval > usual * 1.5).length;
  return { longestTaskMs, lateShare: late / intervals.length, mostNodes, blankCards };
}
