// The bytes that a receipt's signature is over: its JSON with sorted keys, without the signature itself.

export function receiptText(receipt: Readonly<Record<string, unknown>>): string {
  const { signature: _, ...signed } = receipt;
  return canonicalJson(signed);
}

/** JSON with sorted keys, so that the same value is always the same text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
