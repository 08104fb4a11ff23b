import { describe, expect, it } from 'vitest';
import { findProblem, fitParameters, priceCredits } from '#shared/domain/parameters.ts';
import { serviceDescriptionSchema } from '#shared/gateway/service.ts';
import { models } from './models.ts';
import { outputSize } from './output-size.ts';
import { describeService } from './service-description.ts';

describe('the models', () => {
  it('are described within the contract, each under its own id', () => {
    expect(serviceDescriptionSchema.parse(describeService()).models).toHaveLength(models.length);
    expect(new Set(models.map(({ id }) => id)).size).toBe(models.length);
  });

  it.each(models.map((model) => [model.name, model] as const))(
    '%s takes its own defaults, costs something, and says that it is a demo',
    (_name, model) => {
      const parameters = fitParameters(model, 'text-to-video', {});
      const draft = {
        kind: 'text-to-video' as const,
        prompt: 'x',
        parameters,
        firstFrame: false,
        lastFrame: false,
        references: 0,
      };
      expect(findProblem(model, draft)).toBeNull();
      expect(priceCredits(model, parameters)).toBeGreaterThan(0);
      expect(priceCredits(model, { ...parameters, resolution: '1080p' })).toBeGreaterThan(
        priceCredits(model, parameters),
      );
      expect(model.description).toMatch(/^Demo: this device renders/);
    },
  );
});

describe('outputSize', () => {
  it.each([
    ['720p', '16:9', 1280, 720],
    ['720p', '9:16', 720, 1280],
    ['720p', '1:1', 960, 960],
    ['1080p', '16:9', 1920, 1080],
    ['1080p', '9:16', 1080, 1920],
    ['1080p', '1:1', 1440, 1440],
  ])('of %s %s is %i by %i', (resolution, aspect, width, height) => {
    expect(outputSize({ resolution, aspect })).toEqual({ width, height });
  });
});
