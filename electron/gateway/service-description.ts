// What the demo service says about itself. Honest above all: nothing here leaves the device.
import { gatewayApiVersion, type ServiceDescription } from '#shared/gateway/service.ts';
import { demoProviderId } from '#shared/domain/demo.ts';
import { maxImageBytes, models } from './models.ts';

export function describeService(): ServiceDescription {
  return {
    apiVersion: gatewayApiVersion,
    name: 'Demo on this device',
    kind: 'embedded',
    provider: { id: demoProviderId, name: 'This device' },
    region: { id: 'this-device', name: 'This device' },
    status: {
      state: 'ok',
      message: 'Clips are stand-ins that this device renders, free. Nothing is sent anywhere.',
    },
    policy: { version: 'demo-1', effectiveDate: '2026-03-16' },
    retentionDays: null,
    maxUploadBytes: maxImageBytes,
    features: ['erasure', 'cancel', 'history', 'data-export', 'feedback'],
    auth: { type: 'token' },
    models: [...models],
  };
}
