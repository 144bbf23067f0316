/** The smallest page a preview can stand on: jobs are shown by the test, the states it went through are written down. */
import { createFigurePreview, type FigureJob } from '@lumiku/figure/preview';

const canvas = document.querySelector('canvas');
const output = document.querySelector('output');
if (!canvas || !output) throw new Error('The page has no canvas.');

const preview = createFigurePreview(canvas, {
  workers: 2,
  onState: (state, reason) => {
    output.textContent = [output.textContent, reason ? `${state}: ${reason}` : state]
      .filter(Boolean)
      .join(' ');
  },
});
addEventListener('figure', (event) => {
  if (event instanceof CustomEvent) preview.show(event.detail satisfies FigureJob);
});
addEventListener('closing', () => preview.close());
