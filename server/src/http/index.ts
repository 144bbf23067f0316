export { createHttp, type HttpParts } from './create-http.ts';
export type { ReadinessCheck } from './readiness.ts';
export { type HttpServer, type ServeOptions, type SocketAddress, serveHttp } from './serve.ts';
