// What this gateway offers: the demo's models, or those of the provider behind the back-end. Pure.
import type { ParameterProblem } from '#shared/domain/parameters.ts';
import type { ModelDescriptor } from '#shared/gateway/model.ts';
import type { ServiceDescription } from '#shared/gateway/service.ts';
import type { ProviderBackend, RequestToCheck } from './backend.ts';
import { findModel } from './models.ts';
import { describeService } from './service-description.ts';

export interface Offer {
  readonly backendId: string;
  readonly tellsProgress: boolean;
  findModel(id: string): ModelDescriptor | undefined;
  findProblem(request: RequestToCheck): ParameterProblem | null;
  describe(): ServiceDescription;
}

const demoOffer: Offer = {
  backendId: 'demo',
  tellsProgress: true,
  findModel,
  findProblem: () => null,
  describe: describeService,
};

export function createOffer(provider: ProviderBackend | undefined): Offer {
  if (!provider) return demoOffer;
  const { id, models } = provider;
  return {
    backendId: id,
    tellsProgress: false,
    findModel: (modelId) => models.find((model) => model.id === modelId),
    findProblem: provider.findProblem,
    describe: () => {
      const service = describeService();
      return {
        ...service,
        ...provider.describe(),
        features: [...service.features, 'onward-requests'],
        models: [...models],
      };
    },
  };
}
