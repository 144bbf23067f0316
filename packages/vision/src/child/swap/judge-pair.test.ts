import { expect, test } from 'bun:test';
import { Fault } from '@lumiku/contract';
import { swapRefused } from '../../swap-words.ts';
import type { SeenFace, SeenPeople } from '../find-people.ts';
import type { Photo } from '../picture.ts';
import { judgePair, SwapRefusal } from './judge-pair.ts';

const NO_PHOTO: Photo = {
  ...{ width: 8, height: 8, fullWidth: 8, fullHeight: 8 },
  rgb: new Uint8Array(8 * 8 * 3),
};

/** A face from the front, 200 pixels high, other than said; its skin is never looked at in these cases. */
const face = (but: Partial<SeenFace> & { heightPx?: number } = {}): SeenFace => {
  const { heightPx = 200, ...rest } = but;
  return {
    ...{ yaw: 0, pitch: 0, roll: 0, mesh: [], confidence: 1 },
    box: { left: 0, top: 0, width: heightPx * 0.8, height: heightPx },
    ...rest,
  };
};
const seen = (...faces: SeenFace[]): SeenPeople => ({ faces, bodies: [] });
const judged = (own: SeenPeople, target: SeenPeople) =>
  judgePair([NO_PHOTO, own], [NO_PHOTO, target]);

test('nobody, somebody beside them, and faces too small on either side are each refused for what they are', () => {
  expect(judged(seen(), seen(face()))).toBe('no_face');
  expect(judged(seen(face()), seen())).toBe('no_face_in_target');
  expect(judged(seen(face(), face({ heightPx: 100 })), seen(face()))).toBe('several_faces');
  expect(judged(seen(face()), seen(face(), face()))).toBe('several_faces_in_target');
  expect(judged(seen(face({ heightPx: 60 })), seen(face()))).toBe('face_too_small');
  expect(judged(seen(face({ heightPx: 100 })), seen(face({ heightPx: 400 })))).toBe(
    'face_too_small',
  );
  expect(judged(seen(face()), seen(face({ heightPx: 40 })))).toBe('target_too_small');
});

test('a passer-by far behind does not stand in the way', () => {
  const beside = seen(face({ yaw: 50 }), face({ heightPx: 60 }));
  expect(judged(beside, seen(face()))).toBe('turned_away');
});

test('a side face, heads turned apart and heads tilted apart are told apart', () => {
  expect(judged(seen(face({ yaw: 40 })), seen(face({ yaw: 35 })))).toBe('turned_away');
  expect(judged(seen(face({ yaw: -15 })), seen(face({ yaw: 15 })))).toBe('turned_apart');
  expect(judged(seen(face({ pitch: -14 })), seen(face({ pitch: 14 })))).toBe('tilted_apart');
});

test('every refusal says in a sentence of its own what is wrong and what to choose instead', () => {
  const messages = SwapRefusal.options.map((reason) => {
    const refused = swapRefused(reason);
    expect(refused).toBeInstanceOf(Fault);
    expect([refused.status, refused.code]).toEqual([422, `FACE_SWAP_${reason.toUpperCase()}`]);
    expect(refused.fix).toMatch(/^(Choose|Crop) .+\.$/);
    return refused.message;
  });
  expect(new Set(messages).size).toBe(SwapRefusal.options.length);
});
