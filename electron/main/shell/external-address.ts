// Which addresses may be handed to the system browser: https to a short list of places, nothing else. Pure.

const allowedHosts = new Set([
  'kling-5.com',
  'www.kling-5.com',
  'checkout.stripe.com',
  'billing.stripe.com',
]);

export function isAllowedExternal(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return (
    url.protocol === 'https:' &&
    url.username === '' &&
    url.password === '' &&
    url.port === '' &&
    allowedHosts.has(url.hostname)
  );
}
