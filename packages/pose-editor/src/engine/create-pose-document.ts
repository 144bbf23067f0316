import type { PoseJoints, PoseViewpoint, Words } from '@lumiku/contract';
import { COCO18_MIRRORED, type HandShape } from '@lumiku/pose-kit';
import { dialsFor } from '../puppet/dials.ts';
import { HANDLE_WORDS, LIMB_WORDS } from '../puppet/handle-words.ts';
import { type Handle, type Limb, limbOf, mirroredHandle, sideOf } from '../puppet/handles.ts';
import { withinLimits } from '../puppet/limits.ts';
import { copyToOtherSide, mirrorPuppet } from '../puppet/mirror-puppet.ts';
import { type Held, keepEnds } from '../puppet/move-joint.ts';
import {
  ARM_PRESETS,
  type ArmPresetId,
  applyArmPreset,
  applyLegPreset,
  LEG_PRESETS,
  type LegPresetId,
  resetLimb,
} from '../puppet/presets.ts';
import type { Puppet, Side } from '../puppet/puppet.ts';
import { puppetOf } from '../puppet/puppet-of.ts';
import { withArm } from '../puppet/reach.ts';
import { putOnFloor } from '../puppet/stand-on-floor.ts';
import { writePose } from '../puppet/write-pose.ts';
import type { PoseEditorState, Snapshot, Tool } from './pose-state.ts';
import { PoseStore } from './pose-store.ts';

export type EditorOption = 'keepsFeet' | 'hasLimits' | 'showsBody';

/** The pose being edited: every change goes through here and can be taken back. Knows no page. */
export interface PoseDocument {
  state(): PoseEditorState;
  subscribe(listener: () => void): () => void;
  /** What is kept of it: joints, frames, camera, hidden points. */
  save(): PoseJoints;
  /** What is there now counts as saved. */
  markSaved(): void;
  /** Takes another pose in place of this one, which undo brings back. */
  load(pose: PoseJoints, words: Words): void;
  select(handle: Handle | null): void;
  setTool(tool: Tool): void;
  setOption(option: EditorOption, isOn: boolean): void;
  togglePin(handle: Handle): void;
  toggleHidden(points: readonly number[]): void;
  /** Begins a gesture: until `settle`, changes are one step. @returns where it begins */
  begin(): Puppet;
  /** Shows a wish of the running gesture, held back where joints resist. */
  wish(handle: Handle, wanted: Puppet): void;
  settle(words: Words): void;
  /** Takes the running gesture back. */
  abandon(): void;
  /** One change by key; the same key again and again is one step. */
  nudge(handle: Handle, wanted: Puppet, words: Words, key: string): void;
  turnDial(handle: Handle, dialId: string, degrees: number): void;
  shapeHand(side: Side, shape: HandShape): void;
  presetArm(side: Side, id: ArmPresetId): void;
  presetLeg(side: Side, id: LegPresetId): void;
  resetLimb(limb: Limb): void;
  resetAll(): void;
  mirror(): void;
  copyAcross(limb: Limb): void;
  putOnFloor(): void;
  setPicture(picture: Partial<PoseViewpoint>): void;
  undo(): void;
  redo(): void;
}

export function createPoseDocument(opened: PoseJoints): PoseDocument {
  const first = snapshotOf(opened);
  const store = new PoseStore(first, opened.gender);
  return {
    state: () => store.state,
    subscribe: (listener) => store.subscribe(listener),
    save: () => writePose(store.state),
    markSaved: () => store.markSaved(),
    load: (pose, words) => store.step(snapshotOf(pose), words),
    ...settings(store),
    ...gestures(store),
    ...commands(store, first.puppet),
    resetAll: () => store.step(first, { en: 'reset everything', id: 'kembalikan semuanya' }),
    undo: () => store.undo(),
    redo: () => store.redo(),
  };
}

function snapshotOf(pose: PoseJoints): Snapshot {
  return { puppet: puppetOf(pose), hidden: pose.hidden, picture: pose.camera };
}

function settings(
  store: PoseStore,
): Pick<PoseDocument, 'select' | 'setTool' | 'setOption' | 'togglePin'> {
  return {
    select(selected) {
      if (selected !== store.state.selected) store.change({ selected, strain: null });
    },
    setTool: (tool) => store.change({ tool }),
    setOption: (option, isOn) => store.change({ [option]: isOn }),
    togglePin(handle) {
      const pins = new Set(store.state.pins);
      if (!pins.delete(handle)) pins.add(handle);
      store.change({ pins });
    },
  };
}

function heldBy({ pins, keepsFeet }: PoseEditorState): Held {
  return { pins, keepsFeet };
}

function gestures(
  store: PoseStore,
): Pick<PoseDocument, 'begin' | 'wish' | 'settle' | 'abandon' | 'nudge' | 'turnDial'> {
  const heldBack = (was: Puppet, wanted: Puppet, handle: Handle) => {
    if (!store.state.hasLimits) return { puppet: wanted, strain: null };
    const { puppet, strains } = withinLimits(was, wanted, handle);
    // A body that was held back takes its hands and feet along: they are put where they belong once more.
    const movesBody = limbOf(handle) === 'trunk' || /Shoulder$|Hip$/.test(handle);
    return {
      puppet: movesBody ? keepEnds(was, puppet, heldBy(store.state)) : puppet,
      strain: strains[0] ?? null,
    };
  };
  return {
    begin: () => store.beginGesture(),
    wish(handle, wanted) {
      const was = store.gesture;
      if (was) store.change(heldBack(was, wanted, handle));
    },
    settle: (words) => store.endGesture(words),
    abandon: () => store.abandonGesture(),
    nudge(handle, wanted, words, key) {
      const { puppet, strain } = heldBack(store.state.puppet, wanted, handle);
      store.step({ puppet }, words, { key, also: { strain } });
    },
    turnDial(handle, dialId, degrees) {
      const dial = dialsFor(handle).find(({ id }) => id === dialId);
      if (!dial) return;
      const { puppet } = store.state;
      const wanted = dial.turn(puppet, degrees);
      const isTrunk = limbOf(handle) === 'trunk';
      store.step(
        { puppet: isTrunk ? keepEnds(puppet, wanted, heldBy(store.state)) : wanted },
        lowered(dial.words),
        { key: `dial ${dialId} ${handle}` },
      );
    },
  };
}

function commands(
  store: PoseStore,
  original: Puppet,
): Omit<
  PoseDocument,
  | keyof ReturnType<typeof settings>
  | keyof ReturnType<typeof gestures>
  | ('state' | 'subscribe' | 'save' | 'markSaved' | 'load' | 'resetAll' | 'undo' | 'redo')
> {
  const pose = (puppet: Puppet, words: Words) => store.step({ puppet }, words);
  const now = () => store.state.puppet;
  return {
    toggleHidden(points) {
      const { hidden } = store.state;
      const areHidden = points.every((point) => hidden.includes(point));
      const others = hidden.filter((point) => !points.includes(point));
      store.step(
        { hidden: areHidden ? others : [...others, ...points].toSorted((a, b) => a - b) },
        areHidden
          ? { en: 'show a joint', id: 'tampilkan sendi' }
          : { en: 'hide a joint', id: 'sembunyikan sendi' },
      );
    },
    shapeHand: (side, shape) =>
      pose(withArm(now(), side, { shape }), { en: 'hand shape', id: 'bentuk tangan' }),
    presetArm(side, id) {
      const words = ARM_PRESETS.find((preset) => preset.id === id)?.words;
      if (words) pose(applyArmPreset(now(), side, id), lowered(words));
    },
    presetLeg(side, id) {
      const words = LEG_PRESETS.find((preset) => preset.id === id)?.words;
      if (words) pose(applyLegPreset(now(), side, id), lowered(words));
    },
    resetLimb(limb) {
      const { en, id } = lowered(LIMB_WORDS[limb]);
      pose(resetLimb(now(), original, limb), { en: `reset ${en}`, id: `kembalikan ${id}` });
    },
    mirror() {
      const { picture, hidden, pins, selected } = store.state;
      store.step(
        {
          puppet: mirrorPuppet(now()),
          hidden: hidden.map((point) => COCO18_MIRRORED[point] ?? point),
          picture: { ...picture, yaw: 0 - picture.yaw },
        },
        { en: 'mirror', id: 'cerminkan' },
        {
          also: {
            pins: new Set([...pins].map(mirroredHandle)),
            selected: selected && mirroredHandle(selected),
          },
        },
      );
    },
    copyAcross(limb) {
      if (!sideOf(limb)) return;
      pose(copyToOtherSide(now(), limb), {
        en: 'copy to the other side',
        id: 'salin ke sisi lain',
      });
    },
    putOnFloor: () => pose(putOnFloor(now()), { en: 'put on the floor', id: 'taruh di lantai' }),
    setPicture(picture) {
      store.step(
        { picture: { ...store.state.picture, ...picture } },
        { en: 'view of the picture', id: 'sudut gambar' },
        { key: 'picture' },
      );
    },
  };
}

/** "Move left wrist": what a step of undo is called. */
export function gestureWords(tool: Tool, handle: Handle): Words {
  const { en, id } = lowered(HANDLE_WORDS[handle]);
  return tool === 'move'
    ? { en: `move ${en}`, id: `geser ${id}` }
    : { en: `turn ${en}`, id: `putar ${id}` };
}

function lowered({ en, id }: Words): Words {
  return { en: en.toLowerCase(), id: id.toLowerCase() };
}
