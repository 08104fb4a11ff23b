// What the application menu asks for. Unknown commands do nothing: the menu may be newer than the page.
import { homeRoute, navigate, type Route } from './router.ts';

const places: Readonly<Record<string, Route>> = {
  'go.create': homeRoute,
  'go.queue': { screen: 'queue' },
  'go.library': { screen: 'library' },
  'go.prompts': { screen: 'prompts' },
  'go.assets': { screen: 'assets' },
  'go.your-data': { screen: 'your-data', tab: 'overview' },
  'go.account': { screen: 'account' },
  'go.settings': { screen: 'settings', section: 'general' },
};

export function runCommand(command: string): void {
  const place = places[command];
  if (place) navigate(place);
}
