/** Every address of the server, room by room. */
import swaggerUi from '@fastify/swagger-ui';
import { registerAccountRoutes } from '../features/accounts/index.ts';
import { registerAccreditationRoutes } from '../features/accreditations/index.ts';
import { registerAuditRoutes } from '../features/audit/index.ts';
import { registerAwardRoutes } from '../features/awards/index.ts';
import { registerBackpackRoutes } from '../features/backpack/index.ts';
import { registerCatalogueRoutes } from '../features/catalogue/index.ts';
import { registerCredentialRoutes } from '../features/credentials/index.ts';
import {
  registerDefinitionRoutes,
  registerDesignRoutes,
  registerVocabularyRoutes,
} from '../features/designs/index.ts';
import { registerEndorsementRoutes } from '../features/endorsements/index.ts';
import { registerFeedbackRoutes } from '../features/feedback/index.ts';
import { registerFrameworkRoutes } from '../features/frameworks/index.ts';
import {
  registerInstitutionRoutes,
  registerOrganisationRoutes,
  registerStaffRoutes,
  registerTokenEndpoint,
} from '../features/institutions/index.ts';
import { registerIssuerRoutes, registerKeyRoutes } from '../features/keys/index.ts';
import { registerQualityRoutes } from '../features/quality/index.ts';
import { registerRegisterRoutes } from '../features/registers/index.ts';
import { registerStatusRoutes } from '../features/status/index.ts';
import { registerTermsRoutes } from '../features/terms/index.ts';
import { registerVerificationRoutes } from '../features/verification/index.ts';
import type { App, RenderPage } from '../platform/http/index.ts';
import type { Deps } from './deps.ts';
import { registerPersonDataRoutes } from './person-data.routes.ts';

export async function registerRoutes(
  app: App,
  deps: Deps & { readonly renderPage: RenderPage },
): Promise<void> {
  registerAuditRoutes(app, deps);
  registerAccountRoutes(app, deps);
  registerInstitutionRoutes(app, deps);
  registerStaffRoutes(app, deps);
  registerOrganisationRoutes(app, deps);
  registerTokenEndpoint(app, deps);
  registerTermsRoutes(app, deps);
  registerKeyRoutes(app, deps);
  registerIssuerRoutes(app, deps);
  registerStatusRoutes(app, deps);
  registerAccreditationRoutes(app, deps);
  registerFrameworkRoutes(app, deps);
  registerDesignRoutes(app, deps);
  registerDefinitionRoutes(app, deps);
  registerVocabularyRoutes(app, deps);
  registerQualityRoutes(app, deps);
  registerEndorsementRoutes(app, deps);
  registerAwardRoutes(app, deps);
  registerCredentialRoutes(app, deps);
  registerFeedbackRoutes(app, deps);
  registerCatalogueRoutes(app, deps);
  registerRegisterRoutes(app, deps);
  registerVerificationRoutes(app, deps);
  registerBackpackRoutes(app, deps);
  registerPersonDataRoutes(app, deps);
  app.get('/api/openapi.json', { schema: { hide: true } }, async (_request, reply) =>
    reply.header('access-control-allow-origin', '*').send(app.swagger()),
  );
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    staticCSP: true,
    uiConfig: { deepLinking: true },
  });
}
