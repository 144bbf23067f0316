import type { EngineRequestKind } from '../engine.ts';
import type { ReadSetting, ReportProblem } from '../port/engine-definition.ts';
import { IMAGES_KINDS, imagesSettings as settings } from './images-settings.ts';
import { PROFILES, type ServerKind, type ServerProfile } from './profiles.ts';
import { kindsOf } from './served-models.ts';

interface Chosen {
  readonly server: ServerKind;
  readonly model: string;
  /** As the operator wants it; null where the model decides. */
  readonly kinds: readonly EngineRequestKind[] | null;
}

/** Settings that this server or this model would pass over in silence. */
export function reportUnheeded(
  { server, model, kinds }: Chosen,
  read: ReadSetting,
  report: ReportProblem,
): void {
  const profile: ServerProfile = PROFILES[server];
  const { title, fields, work } = profile;
  const leaveOut = (setting: { env: string }) => `Leave ${setting.env} out.`;
  for (const [setting, isTaken] of [
    [settings.steps, work === 'sd-jobs' || fields.steps !== undefined],
    [settings.guidance, work === 'sd-jobs' || fields.guidance !== undefined],
    [settings.frames, profile.streams],
  ] as const) {
    if (read(setting) === undefined || isTaken) continue;
    report({ setting, message: `is set, but ${title} takes none`, fix: leaveOut(setting) });
  }
  if ((read(settings.lora) ?? 'off') !== 'off' && profile.lora === null) {
    report({
      setting: settings.lora,
      message: `is set, but ${title} takes no LoRA with a request`,
      fix: leaveOut(settings.lora),
    });
  }
  const unknown = (read(settings.kinds) ?? []).filter(
    (name) => !IMAGES_KINDS.some((kind) => kind === name),
  );
  if (unknown.length > 0) {
    report({
      setting: settings.kinds,
      message: `names ${unknown.join(', ')}, which is nothing it can be asked for`,
      fix: settings.kinds.fix,
    });
  } else if (kinds?.includes('image-to-video') && !profile.makesClips) {
    report({
      setting: settings.kinds,
      message: `names image-to-video, but ${title} makes no clips here`,
      fix: `Take image-to-video out of ${settings.kinds.env}.`,
    });
  }
  if (kinds === null && kindsOf(model, profile).length === 0) {
    report({
      setting: settings.model,
      message: `(${JSON.stringify(model)}) makes nothing that ${title} can be asked for`,
      fix: `Set another model, or say with ${settings.kinds.env} what it makes.`,
    });
  }
}
