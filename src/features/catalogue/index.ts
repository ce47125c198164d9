export { registerCatalogueRoutes } from './catalogue.routes.ts';
export { getCatalogueDesign } from './get-catalogue-design.ts';
export { getProvider, listProviders } from './list-providers.ts';
export { projectOffer, projectVersion } from './project-version.ts';
export { removeRetired } from './remove-retired.ts';
export { searchCatalogue } from './search-catalogue.ts';
