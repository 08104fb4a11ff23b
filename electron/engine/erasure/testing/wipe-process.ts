// A process that carries out a wipe and ends itself as a power cut would, before a given step. For tests and nothing else.
// Arguments: the home folder, and the step, counted from 1; none to go to the end.
import { runPendingWipe } from '../run-wipe.ts';

const [home = '', stopAt = '0'] = process.argv.slice(2);
let step = 0;
await runPendingWipe({
  home,
  now: () => new Date(),
  deleteSecrets: async () => 0,
  onStep: () => {
    step += 1;
    if (step === Number(stopAt)) process.kill(process.pid, 'SIGKILL');
  },
});
process.stdout.write(String(step));
