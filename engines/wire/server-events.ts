/**
 * Reads server-sent events (WHATWG HTML, 9.2) while they come in, whatever the chunks. What is no JSON is passed over.
 * @returns takes the next chunk
 */
export function createEventReader(onEvent: (event: unknown) => void): (chunk: Uint8Array) => void {
  const decoder = new TextDecoder();
  let waiting = '';
  return (chunk) => {
    waiting += decoder.decode(chunk, { stream: true });
    const blocks = waiting.split(/\r?\n\r?\n/);
    waiting = blocks.pop() ?? '';
    for (const block of blocks) {
      const data = block
        .split(/\r?\n/)
        .flatMap((line) => (line.startsWith('data:') ? line.slice(5).trim() : []))
        .join('\n');
      const event = parsed(data);
      if (event !== undefined) onEvent(event);
    }
  };
}

function parsed(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}
