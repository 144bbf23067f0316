import { expect, test } from 'bun:test';
import type { Look } from '@lumiku/contract';
import { poseNegativePrompt, posePrompt } from './pose-prompt.ts';
import { loadStyles } from './styles/load-styles.ts';

const look: Look = {
  gender: 'female',
  ageRange: 'adult',
  skinColour: '#c08a68',
  hairStyle: 'long',
  hairColour: '#2e2420',
  headCover: 'none',
  glasses: 'round',
  beard: 'none',
  build: 1,
  outfit: 'casual',
  topColour: '#4a6078',
  bottomColour: '#33363d',
  accentColour: '#d9cfc0',
  expression: 'smile',
};
const pose = { name: 'Runway walk', framing: 'full' } as const;
const styles = loadStyles();

test('look, pose, style and scene are all told, and of the look only what the person chose', () => {
  const words = posePrompt({
    look,
    chosen: { outfit: 'formal', glasses: 'none' },
    pose,
    style: styles.of('anime'),
    scene: { light: 'golden', framing: 'half' },
  });
  for (const part of ['woman', 'formal clothes', 'no glasses', 'smile', 'runway walk', 'anime']) {
    expect(words).toContain(part);
  }
  expect(words).toContain('golden hour');
  expect(words).toContain('half-body');
  expect(words).not.toContain('head to feet');
  expect(words).not.toContain('long hair');
});

test('a style says what should not be in its pictures', () => {
  const style = styles.of('line-art');
  expect(poseNegativePrompt({ style })).toContain('several people');
  expect(poseNegativePrompt({ style })).toContain('gradient');
});
