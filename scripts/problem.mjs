// A failure of the set-up that a person can act on, and the one place where scripts print it and end.

/** `message` says what is missing; `remedy` says how to get it, as a command where there is one. */
export class SetupProblem extends Error {
  constructor(message, remedy) {
    super(message);
    this.name = 'SetupProblem';
    this.remedy = remedy;
  }
}

/** Runs a script's main function: its result is the exit code, a SetupProblem is printed without a stack. */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    if (!(error instanceof SetupProblem)) throw error;
    console.error(`\n${error.message}`);
    if (error.remedy) console.error(`${error.remedy}\n`);
    process.exitCode = 1;
  }
}
