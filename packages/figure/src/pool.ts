export { createFigurePool } from './pool/create-figure-pool.ts';
