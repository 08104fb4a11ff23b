// `npm run typecheck`: checks the types of every environment and prints what is wrong.
import { typecheck } from './types.mjs';

const result = await typecheck();
process.stdout.write(result.output);
process.exitCode = result.code;
