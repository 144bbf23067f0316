import type { SocketMessage } from './wire.ts';
import type { Graph } from './workflow.ts';

/** How much of the work each node is. */
export interface Weights {
  readonly total: number;
  /** Nodes that take most of the time; every other node counts 1. */
  readonly heavy: readonly string[];
}

const HEAVY = /sampler|upscale.*model|video.*decode/i;
const HEAVY_WEIGHT = 20;
/** The file is still to be written and fetched when the last node is done. */
const DONE_MAX = 0.98;

export function weightsOf(graph: Graph): Weights {
  const nodes = Object.entries(graph);
  const heavy = nodes.filter(([, node]) => HEAVY.test(node.class_type)).map(([id]) => id);
  return { total: nodes.length + heavy.length * (HEAVY_WEIGHT - 1), heavy };
}

/**
 * Adds up what the websocket tells about the nodes of one work: a fraction that never falls, or null for a message
 * that says nothing new. Works with servers that tell the state of all nodes at once and with those that tell one.
 */
export function createWorkProgress(weights: Weights): (message: SocketMessage) => number | null {
  const parts = new Map<string, number>();
  let running: string | null = null;
  let shown = -1;
  const set = (node: string, part: number) =>
    parts.set(node, Math.max(parts.get(node) ?? 0, Math.min(1, part)));

  function heed(message: SocketMessage): void {
    if (message.type === 'progress_state') {
      for (const [node, { value, max, state }] of Object.entries(message.data.nodes)) {
        set(node, state === 'finished' ? 1 : max > 0 ? value / max : 0);
      }
    } else if (message.type === 'execution_cached') {
      for (const node of message.data.nodes) set(node, 1);
    } else if (message.type === 'executing') {
      if (running !== null && running !== message.data.node) set(running, 1);
      running = message.data.node ?? null;
    } else if (message.type === 'progress') {
      const node = message.data.node ?? running;
      if (node !== null && message.data.max > 0) set(node, message.data.value / message.data.max);
    }
  }

  return (message) => {
    heed(message);
    let done = 0;
    for (const [node, part] of parts) {
      done += part * (weights.heavy.includes(node) ? HEAVY_WEIGHT : 1);
    }
    const fraction = Math.min(DONE_MAX, weights.total > 0 ? done / weights.total : 0);
    if (fraction <= shown) return null;
    shown = fraction;
    return fraction;
  };
}
