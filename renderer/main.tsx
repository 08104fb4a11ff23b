// Start of the interface: styles, appearance, root. Must not hold any logic of a screen.
import './ui/tokens.css';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { applyAppearance, systemWish } from './app/appearance.ts';
import { unknownFrame } from './app/frame-data.ts';
import { isMac, windowControlsOf } from './app/platform.ts';

applyAppearance(systemWish);

const container = document.getElementById('root');
if (!container) throw new Error('index.html has no #root');

createRoot(container).render(
  <StrictMode>
    <App
      frame={unknownFrame}
      windowControls={windowControlsOf(navigator)}
      commandsShortcut={isMac(navigator) ? '⌘K' : 'Ctrl K'}
    />
  </StrictMode>,
);
