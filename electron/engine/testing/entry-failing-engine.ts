// The engine's process, which ends itself at a failpoint. For tests and nothing else; the app never starts this file.
import { armFailpoint, type Failpoint } from '../failpoint.ts';

const { name, passes } = JSON.parse(process.env['KLING5_FAILPOINT'] ?? '{}') as {
  name: Failpoint;
  passes: number;
};
armFailpoint(name, passes);
await import('../entry-engine.ts');
