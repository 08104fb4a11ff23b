import { expect, test } from 'vitest';
import { errorOfGateway, gatewayErrorCodes } from '#shared/gateway/failure.ts';
import { connectionError, readRetryAfter, refusalError } from './cloud-errors.ts';

const refusal = (status: number, body: unknown, retryAfter: string | null = null) =>
  refusalError({
    status,
    body: typeof body === 'string' ? body : JSON.stringify(body),
    retryAfter,
    nowMs: 1_000_000,
  });

test('the words of the contract are kept', () => {
  const error = refusal(422, {
    error: { code: 'policy-refused', message: 'No.', field: 'prompt' },
  });
  expect(error).toMatchObject({
    code: 'policy-refused',
    message: 'No.',
    retryable: false,
    details: { status: 422, field: 'prompt' },
  });
});

test('an answer that does not speak the contract is judged by its status', () => {
  expect(refusal(502, '<html>Bad gateway</html>').code).toBe('cloud-unavailable');
  expect(refusal(302, '')).toMatchObject({ code: 'cloud-invalid-answer', retryable: true });
  expect(refusal(418, '').code).toBe('cloud-rejected');
});

test('Retry-After is read as seconds or as a date, and not believed beyond an hour', () => {
  expect(readRetryAfter('7', 0)).toBe(7000);
  expect(readRetryAfter('Thu, 01 Jan 1970 00:00:30 GMT', 10_000)).toBe(20_000);
  expect(readRetryAfter('999999', 0)).toBe(3_600_000);
  expect(readRetryAfter('soon', 0)).toBeNull();
  expect(refusal(429, '', '3').details['retryAfterMs']).toBe(3000);
});

test('no network and no cloud are told apart', () => {
  expect(connectionError({ code: 'ENOTFOUND' }).details['kind']).toBe('network');
  expect(connectionError({ code: 'ECONNREFUSED' }).details).toMatchObject({
    kind: 'cloud',
    isSent: false,
  });
  expect(connectionError({ code: 'ECONNRESET' }).details['isSent']).toBe(true);
});

test.each(gatewayErrorCodes)('%s of the contract has a code of ours', (code) => {
  const error = refusal(400, { error: { code, message: 'No.' } });
  expect(error).toMatchObject({ code: errorOfGateway[code], message: 'No.' });
});

test('what the contract does not know yet is taken for a trouble of the service, not for an end', () => {
  expect(refusal(400, { error: { code: 'invented-later', message: 'No.' } })).toMatchObject({
    code: 'cloud-unavailable',
    retryable: true,
  });
});
