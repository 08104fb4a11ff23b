// Where a thread's entry is: beside whoever starts it, as source in development and tests, as script in the built app.

/** `beside` is the `import.meta.url` of whoever starts it. */
export function threadUrl(name: string, beside: string): URL {
  return new URL(`./${name}.${beside.endsWith('.ts') ? 'ts' : 'cjs'}`, beside);
}
