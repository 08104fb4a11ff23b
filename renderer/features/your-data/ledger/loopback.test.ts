import { expect, it } from 'vitest';
import { isThisDevice } from './loopback.ts';

it.each(['127.0.0.1:43817', '127.0.0.1', 'localhost:80', '[::1]:8080'])('%s is here', (host) => {
  expect(isThisDevice(host)).toBe(true);
});

it.each(['localhost.example.com', '127.0.0.1.example.com', 'api.example.com', '10.0.0.1'])(
  '%s is elsewhere',
  (host) => {
    expect(isThisDevice(host)).toBe(false);
  },
);
