export { type Config, readConfig } from './config.ts';
export { configurationPage, envExample } from './reference.ts';
