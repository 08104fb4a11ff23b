// `npm run openapi`: writes the gateway's contract as docs/openapi.json.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootDir } from './paths.mjs';
import { runMain, SetupProblem } from './problem.mjs';
import { runNode } from './tool.mjs';

await runMain(async () => {
  const result = await runNode(join('electron', 'gateway', 'print-openapi.ts'), []);
  if (result.code !== 0) {
    throw new SetupProblem(`The contract could not be printed.\n${result.output.trim()}`);
  }
  const document = JSON.parse(result.output);
  const file = join('docs', 'openapi.json');
  writeFileSync(join(rootDir, file), `${JSON.stringify(document, null, 2)}\n`);
  console.log(`Wrote ${file}: ${document.info.title} ${document.info.version}`);
});
