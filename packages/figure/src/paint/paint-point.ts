import { isHijab } from '@lumiku/contract';
import { Material, Part } from '../scene/material.ts';
import { groupMaterial, partOf } from '../scene/tables.ts';
import { canvas, toHead } from './canvas.ts';
import { fillInk, ink } from './ink.ts';
import { paintBottom } from './paint-bottom.ts';
import { paintCover } from './paint-cover.ts';
import { paintEye, paintFace } from './paint-face.ts';
import { paintBeard, paintBrow, paintHair } from './paint-hair.ts';
import { paintJacket, paintShirt, paintTop, paintTrim } from './paint-top.ts';
import { tongue, tooth } from './palette.ts';

/** Paint of a surface point of group `g`, nearest primitive `p`, into `ink`. */
export function paintPoint(g: number, p: number, x: number, y: number, z: number): void {
  const { palette } = canvas.now;
  ink.shine = 0.04;
  ink.rough = 0.8;
  ink.flesh = false;
  ink.halo = 0;
  ink.strand = 1;
  switch (groupMaterial[g]) {
    case Material.clay:
      fillInk(palette.clay);
      ink.shine = 0.05;
      ink.rough = 0.7;
      return;
    case Material.skin:
      if (isInStockings(partOf[p])) paintStocking();
      else flesh();
      return;
    case Material.head:
      flesh();
      toHead(x, y, z);
      paintFace();
      return;
    case Material.lash:
      fillInk(palette.lash);
      ink.shine = 0.02;
      return;
    case Material.tooth:
      fillInk(tooth);
      ink.shine = 0.2;
      ink.rough = 0.3;
      return;
    case Material.tongue:
      fillInk(tongue);
      return;
    case Material.eye:
      toHead(x, y, z);
      paintEye();
      return;
    case Material.hair:
      toHead(x, y, z);
      paintHair();
      return;
    case Material.beard:
      toHead(x, y, z);
      paintBeard();
      return;
    case Material.brow:
      paintBrow();
      return;
    case Material.hijab:
    case Material.cover:
      toHead(x, y, z);
      paintCover();
      return;
    case Material.glasses:
      fillInk(palette.frame);
      ink.shine = 0.5;
      ink.rough = 0.2;
      return;
    case Material.lens:
      fillInk(palette.lens);
      ink.shine = 0.8;
      ink.rough = 0.05;
      return;
    case Material.top:
      paintTop(partOf[p], x, y, z);
      return;
    case Material.trim:
      paintTrim();
      return;
    case Material.bottom:
      paintBottom(partOf[p], x, y, z);
      return;
    case Material.shirt:
      paintShirt(partOf[p], x, y, z);
      return;
    case Material.jacket:
      paintJacket(partOf[p], x, y, z);
      return;
    case Material.collar:
      fillInk(palette.shirt);
      ink.rough = 0.9;
      return;
    case Material.tie:
      fillInk(palette.accent, 0.85);
      ink.rough = 0.5;
      return;
    case Material.shoe:
      fillInk(palette.shoe);
      ink.shine = 0.14;
      ink.rough = 0.35;
      return;
    case Material.sole:
      fillInk(palette.sole);
      return;
    default:
      fillInk(palette.prop);
  }
}

/** Below a long hem: as it is worn with a hijab. */
const isInStockings = (part: number): boolean =>
  canvas.now.look !== 'clay' &&
  isHijab(canvas.now.look.headCover) &&
  (part === Part.leg || part === Part.shank || part === Part.foot);

function paintStocking(): void {
  fillInk(canvas.now.palette.bottom, 0.8);
  ink.shine = 0.02;
  ink.rough = 0.9;
}

function flesh(): void {
  fillInk(canvas.now.palette.skin);
  ink.flesh = true;
  ink.shine = 0.08;
  ink.rough = 0.6;
}
