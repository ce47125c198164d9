export { type App, createServer, type ServerOptions } from './server.ts';
export { checkIngress } from './ingress.ts';
