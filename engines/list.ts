// Every engine there is, one line each; `preference` in its definition says in which order they are asked.
export { local } from './local/index.ts';
