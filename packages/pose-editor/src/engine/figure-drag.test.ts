import { describe, expect, test } from 'bun:test';
import { distance } from '@lumiku/pose-kit/vec3';
import { HANDLES } from '../puppet/handles.ts';
import { standingPose } from '../standing-pose.ts';
import { EditorDriver } from '../testing/editor-driver.ts';
import { createPoseEditor } from './create-pose-editor.ts';
import { presetOf } from './view-camera.ts';

function opened() {
  const editor = createPoseEditor(standingPose());
  return { editor, driver: new EditorDriver(editor), state: () => editor.document.state() };
}

describe('one finger on a phone', () => {
  test('the whole figure is in view above the sheet', () => {
    const { driver } = opened();
    for (const handle of HANDLES) {
      const { x, y } = driver.placeOf(handle);
      expect(x).toBeGreaterThan(12);
      expect(x).toBeLessThan(390 - 12);
      expect(y).toBeGreaterThan(20);
      expect(y).toBeLessThan(512 - 60);
    }
  });

  test('a wrist goes where the finger goes and the arm follows', () => {
    const { driver, state } = opened();
    const before = driver.placeOf('leftWrist');
    driver.dragJoint('leftWrist', [20, -60]);
    const after = driver.placeOf('leftWrist');
    expect(state().selected).toBe('leftWrist');
    expect(Math.hypot(after.x - before.x - 20, after.y - before.y + 60)).toBeLessThan(2);
    expect(state().undoWords?.en).toBe('move left wrist');
  });

  test('each joint can be taken hold of at its middle', () => {
    const { editor, driver } = opened();
    for (const handle of HANDLES) {
      const { x, y } = driver.placeOf(handle);
      const taken = editor.viewport.handleAt(x, y, 30);
      // In a plain front view some joints lie over one another, as toes over ankles do not.
      expect(taken).not.toBeNull();
      const other = taken ? driver.placeOf(taken) : { x: 999, y: 999 };
      expect(Math.hypot(other.x - x, other.y - y)).toBeLessThan(4);
    }
  });

  test('a finger beside the figure looks around and changes nothing', () => {
    const { editor, driver, state } = opened();
    const { puppet } = state();
    driver.drag({ x: 20, y: 30 }, [90, 0]);
    expect(state().puppet).toBe(puppet);
    expect(editor.viewport.view.yaw).toBeCloseTo(40.5);
    editor.viewport.look('side');
    expect(presetOf(editor.viewport.view)).toBe('side');
  });

  test('a finger the system takes away leaves the pose as it was', () => {
    const { driver, state } = opened();
    const { puppet } = state();
    driver.dragJoint('leftWrist', [30, -80], { isLost: true });
    expect(state().puppet).toBe(puppet);
    expect(state().undoWords).toBeNull();
  });

  test('the turning tool turns by its rings and keeps the joint where it is', () => {
    const { editor, driver, state } = opened();
    editor.document.setTool('rotate');
    editor.document.select('leftShoulder');
    const before = state().pose.joints;
    const { x, y } = driver.placeOf('leftShoulder');
    // Face on, the ring about the axis to the eye is a circle of 58 pixels.
    driver.drag({ x: x + 41, y: y - 41 }, [-30, -30]);
    const after = state().pose.joints;
    expect(distance(before.leftShoulder, after.leftShoulder)).toBeLessThan(1e-9);
    expect(distance(before.leftWrist, after.leftWrist)).toBeGreaterThan(0.02);
    expect(state().undoWords?.en).toBe('turn left shoulder');
  });

  test('a joint that lies under a ring is taken by a tap, and nothing turns', () => {
    const { editor, driver, state } = opened();
    editor.document.setTool('rotate');
    editor.document.select('leftElbow');
    const { puppet } = state();
    const { x, y } = driver.placeOf('leftElbow');
    const wrist = driver.placeOf('leftWrist');
    // Near enough to a ring of 58 pixels around the elbow.
    expect(Math.abs(Math.hypot(wrist.x - x, wrist.y - y) - 58)).toBeLessThan(22);
    driver.tap(wrist);
    expect(state().selected).toBe('leftWrist');
    expect(state().puppet).toBe(puppet);
    expect(state().undoWords).toBeNull();
  });

  test('a joint that resists says so while it is held and forgets it when let go', () => {
    const { editor, driver, state } = opened();
    let strained = '';
    editor.document.subscribe(() => {
      strained = state().strain?.motion ?? strained;
    });
    driver.dragJoint('headTop', [120, 60]);
    expect(strained).toMatch(/^head/);
    expect(state().strain).toBeNull();
  });

  test('with the limits off nothing resists', () => {
    const { editor, driver, state } = opened();
    editor.document.setOption('hasLimits', false);
    editor.document.subscribe(() => expect(state().strain).toBeNull());
    driver.dragJoint('headTop', [120, 60]);
  });
});
