export { checkIngress } from './ingress.ts';
export { type App, createServer, type ServerOptions } from './server.ts';
