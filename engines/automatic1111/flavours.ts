/** How the three programs that speak this API differ, as data. */
export interface Flavour {
  readonly title: string;
  /** The name of "no preprocessing": the skeleton is drawn already. */
  readonly noPreprocessor: string;
  /** Preprocessor of the unit that keeps the face. */
  readonly identityModule: string;
  /** Whether control comes as units of the ControlNet script, or through an own route. */
  readonly control: 'script' | 'route';
  readonly controlModelsPath: string;
  /** Whether work can carry a name that progress is told by. Without it progress is anybody's. */
  readonly namesTasks: boolean;
  /** Lists its LoRAs; a missing one is passed over in silence, so it is looked for. */
  readonly listsLoras: boolean;
  /** The field with the guidance of FLUX; null where FLUX does not run. */
  readonly fluxGuidance: 'distilled_cfg_scale' | 'cfg_scale' | null;
  /** FLUX has its text encoders and VAE beside the checkpoint. */
  readonly hasModules: boolean;
}

export const FLAVOURS = {
  automatic1111: {
    title: 'AUTOMATIC1111',
    noPreprocessor: 'none',
    identityModule: 'ip-adapter-auto',
    control: 'script',
    controlModelsPath: '/controlnet/model_list',
    namesTasks: true,
    listsLoras: true,
    fluxGuidance: null,
    hasModules: false,
  },
  forge: {
    title: 'Forge',
    noPreprocessor: 'None',
    identityModule: 'CLIP-ViT-H (IPAdapter)',
    control: 'script',
    controlModelsPath: '/controlnet/model_list',
    namesTasks: true,
    listsLoras: false,
    fluxGuidance: 'distilled_cfg_scale',
    hasModules: true,
  },
  sdnext: {
    title: 'SD.Next',
    noPreprocessor: '',
    identityModule: '',
    control: 'route',
    controlModelsPath: '/sdapi/v1/control-models',
    namesTasks: false,
    listsLoras: true,
    fluxGuidance: 'cfg_scale',
    hasModules: false,
  },
} as const satisfies Record<string, Flavour>;

export type FlavourName = keyof typeof FLAVOURS;
