import { expect, it } from 'vitest';
import { fitWindow, screenToKeep, screenToOpen, stateOf } from './window-state.ts';

const screen = { x: 0, y: 0, width: 1920, height: 1080 };

it('opens centred at first', () => {
  expect(fitWindow(null, [screen])).toEqual({ width: 1280, height: 800 });
});

it('comes back to where it was', () => {
  const stored = { x: 100, y: 50, width: 1400, height: 900, isMaximized: false };
  expect(fitWindow(stored, [screen])).toEqual({ x: 100, y: 50, width: 1400, height: 900 });
});

it('is centred again when its screen is gone', () => {
  const stored = { x: 2500, y: 50, width: 1400, height: 900, isMaximized: false };
  expect(fitWindow(stored, [screen])).toEqual({ width: 1400, height: 900 });
});

it('never exceeds a small screen and never falls below the minimum', () => {
  const small = { x: 0, y: 0, width: 1024, height: 600 };
  const stored = { width: 3000, height: 2000, isMaximized: false };
  expect(fitWindow(stored, [small])).toEqual({ width: 1024, height: 640 });
});

it('that was maximized keeps the place it had before, and is told to be maximized', () => {
  const normal = { x: 100, y: 50, width: 1400, height: 900 };
  const closed = stateOf({ getNormalBounds: () => normal, isMaximized: () => true });
  expect(closed).toEqual({ ...normal, isMaximized: true });
  expect(fitWindow(closed, [screen])).toEqual(normal);
});

const bounds = { width: 1280, height: 800, isMaximized: false };

it.each([
  ['app://studio/index.html#/library', '#/library'],
  ['app://studio/index.html#/library?collection=k7f3q2a9x1', '#/library'],
  ['app://studio/index.html#/create', ''],
  ['app://studio/index.html#/viewer/k7f3q2a9x1', ''],
  ['', ''],
])('was left at %j and begins at %j', (url, opened) => {
  expect(screenToOpen({ ...bounds, ...screenToKeep(url) })).toBe(opened);
});

it.each(['#/settings', '?x=#/library', '/../../etc'])('does not go where %j leads', (kept) => {
  expect(screenToOpen({ ...bounds, screen: kept })).toBe('');
});
