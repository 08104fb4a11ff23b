// Start of the interface: styles, words, engine, root. Must not hold any logic of a screen.
import './ui/tokens.css';
import './ui/fonts.css';
import './ui/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ConnectedApp } from './app/connected-app.tsx';
import { systemOf } from './app/platform.ts';
import { followEvents } from './engine/events.ts';
import { followNetwork } from './engine/network-return.ts';
import { createQueryClient, readFirstAnswers } from './engine/queries.ts';

const container = document.getElementById('root');
if (!container) throw new Error('index.html has no #root');

document.documentElement.dataset['system'] = systemOf(navigator);

const client = createQueryClient();
followEvents(client);
followNetwork();
readFirstAnswers(client);

createRoot(container).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <ConnectedApp />
    </QueryClientProvider>
  </StrictMode>,
);
