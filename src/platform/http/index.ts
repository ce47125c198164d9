export { checkIngress } from './ingress.ts';
export { chooseType, type RenderPage, wantsPage } from './negotiate.ts';
export { type App, createServer, type ServerOptions } from './server.ts';
