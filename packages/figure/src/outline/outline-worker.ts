import { parentPort } from 'node:worker_threads';
import { type InkPicture, outlineDrawing } from './outline-drawing.ts';

/** Entry of a thread that outlines one drawing and ends. */
const port = parentPort;
if (!port) throw new Error('This file runs as a worker of outlineOnThread.');
port.once('message', (picture: InkPicture) => {
  port.postMessage(outlineDrawing(picture));
});
