import type { Look } from '@lumiku/contract';
import { HAIRS, lookOf, SKINS } from './looks.ts';

interface Seated {
  readonly poseId: string;
  readonly look: Look;
}

/** Skirts, gowns and coats of people who sit, kneel, crouch and jump. */
export const SEATED: readonly Seated[] = [
  {
    poseId: 'stool-hand-on-seat',
    look: lookOf({ clothes: 'sweater_skirt', hairStyle: 'bangs' }),
  },
  {
    poseId: 'chair-legs-crossed-chin-knee',
    look: lookOf({ clothes: 'blouse_skirt', hairStyle: 'low_bun', skinColour: SKINS.sawo }),
  },
  {
    poseId: 'chair-one-foot-forward-lapel-thigh',
    look: lookOf({ clothes: 'gamis', headCover: 'hijab', skinColour: SKINS.langsat }),
  },
  {
    poseId: 'stool-legs-crossed-hip-thigh',
    look: lookOf({
      clothes: 'sundress',
      hairStyle: 'long_wavy',
      hairColour: HAIRS.honey,
      skinColour: SKINS.fair,
    }),
  },
  {
    poseId: 'floor-kneel-sit',
    look: lookOf({ clothes: 'kebaya', hairStyle: 'low_bun', skinColour: SKINS.sawo }),
  },
  {
    poseId: 'floor-cross-legged',
    look: lookOf({
      clothes: 'koko_sarong',
      gender: 'male',
      hairStyle: 'crop',
      headCover: 'peci',
      skinColour: SKINS.brown,
    }),
  },
  {
    poseId: 'jump-star',
    look: lookOf({ clothes: 'pleated_dress', hairStyle: 'ponytail', skinColour: SKINS.deep }),
  },
  {
    poseId: 'chair-body-turned-lapel-thigh',
    look: lookOf({
      clothes: 'long_coat',
      gender: 'male',
      hairStyle: 'side_part',
      skinColour: SKINS.olive,
    }),
  },
];

/** Half-body portraits: what a profile picture shows, hands included. */
export const PORTRAITS: readonly Seated[] = [
  {
    poseId: 'arms-crossed-three-quarter',
    look: lookOf({
      gender: 'male',
      clothes: 'suit',
      hairStyle: 'side_part',
      skinColour: SKINS.langsat,
      expression: 'confident',
    }),
  },
  {
    poseId: 'hand-on-cheek',
    look: lookOf({
      clothes: 'sweater_skirt',
      hairStyle: 'long_wavy',
      hairColour: HAIRS.chestnut,
      skinColour: SKINS.fair,
      makeup: 'natural',
    }),
  },
  {
    poseId: 'hand-on-heart',
    look: lookOf({
      clothes: 'gamis',
      headCover: 'hijab',
      skinColour: SKINS.olive,
      expression: 'smile',
    }),
  },
  {
    poseId: 'fixing-cuff',
    look: lookOf({
      gender: 'male',
      clothes: 'tuxedo',
      hairStyle: 'slick_back',
      skinColour: SKINS.deep,
      beard: 'short',
    }),
  },
  {
    poseId: 'presenting-palm',
    look: lookOf({ clothes: 'blazer', hairStyle: 'bob', skinColour: SKINS.sawo, glasses: 'round' }),
  },
  {
    poseId: 'coffee-in-hand',
    look: lookOf({
      gender: 'male',
      clothes: 'denim_jacket',
      hairStyle: 'curly',
      skinColour: SKINS.brown,
      expression: 'smile',
    }),
  },
  {
    poseId: 'finger-on-lips',
    look: lookOf({
      clothes: 'sundress',
      hairStyle: 'pigtails',
      skinColour: SKINS.porcelain,
      hairColour: HAIRS.copper,
      expression: 'wink',
      ageRange: 'young',
    }),
  },
  {
    poseId: 'contrapposto-hand-on-hip',
    look: lookOf({
      gender: 'male',
      clothes: 'batik_shirt',
      headCover: 'peci',
      hairStyle: 'crop',
      skinColour: SKINS.sawo,
      ageRange: 'mature',
      glasses: 'wire',
      beard: 'moustache',
      hairColour: HAIRS.grey,
    }),
  },
  {
    poseId: 'catalogue-front',
    look: lookOf({
      clothes: 'kebaya',
      hairStyle: 'low_bun',
      skinColour: SKINS.langsat,
      makeup: 'bold',
    }),
  },
  {
    poseId: 'half-turned-hip-present',
    look: lookOf({
      clothes: 'yoga',
      hairStyle: 'box_braids',
      skinColour: SKINS.ebony,
      expression: 'laugh',
      bodyShape: 'athletic',
    }),
  },
  {
    poseId: 'relaxed-stance-lowback-thigh',
    look: lookOf({
      gender: 'male',
      clothes: 'hoodie_joggers',
      hairStyle: 'locs',
      skinColour: SKINS.deep,
      beard: 'goatee',
      bodyShape: 'plus',
    }),
  },
  {
    poseId: 's-curve-chin-waist',
    look: lookOf({
      clothes: 'doctor_coat',
      headCover: 'hijab_square',
      coverColour: '#6a8fae',
      skinColour: SKINS.sawo,
      glasses: 'square',
    }),
  },
];
