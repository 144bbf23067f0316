import { expect, setDefaultTimeout, test } from 'bun:test';
import { renderFigure } from '@lumiku/figure';
import type { SolvedPose } from '@lumiku/pose-kit';
import { poseLibrary, solveLibraryPose } from './index.ts';

/** Drawing shares a small machine with everything else; time is not what is tested. */
setDefaultTimeout(60_000);

const drawn = (pose: SolvedPose): Buffer => {
  const camera = { yaw: 20, pitch: 4, framing: 'full' } as const;
  const size = { widthPx: 96, heightPx: 128 };
  const job = { pose, look: 'clay', camera, ...size, backdrop: '#dddddd' } as const;
  return Buffer.from(renderFigure({ ...job, smoothEdges: false, seed: 1 }).pixels);
};

test('whatever a pose of the library says it holds is drawn', () => {
  const things = new Set(poseLibrary.flatMap(({ spec }) => spec.props));
  for (const thing of things) {
    const pose = poseLibrary.find(({ spec }) => spec.props.includes(thing));
    if (!pose) throw new Error(`no pose holds ${thing}`);
    const { props, ...empty } = solveLibraryPose(pose);
    expect(props).toContain(thing);
    expect([thing, drawn({ ...empty, props: [thing] }).equals(drawn(empty))]).toEqual([
      thing,
      false,
    ]);
  }
});
