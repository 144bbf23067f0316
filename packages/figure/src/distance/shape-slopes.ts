import { Kind, LIMB_STEPS, params } from '../scene/tables.ts';
import { HEM_ROUNDING } from './limb.ts';
import { ASIDE, curveAt, curveSlope } from './limb-curve.ts';
import { otherShape } from './other-shapes.ts';
import { mixSlope, REACH, setMeasuredSlope, setSlope } from './slope.ts';

/** Which way the distance to a shape grows at a point, into `slope`; `o` is where its numbers start in `params`. */
export function slopeOfShape(kind: number, o: number, x: number, y: number, z: number): void {
  const px = x - params[o];
  const py = y - params[o + 1];
  const pz = z - params[o + 2];
  if (kind <= Kind.flatCone) coneSlope(kind, o, px, py, pz);
  else if (kind === Kind.ellipsoid) ellipsoidSlope(o, px, py, pz);
  else if (kind === Kind.limb) limbSlope(o, px, py, pz);
  else measuredSlope(kind, o, x, y, z);
}

function coneSlope(kind: number, o: number, px: number, py: number, pz: number): void {
  const ax = params[o + 3];
  const ay = params[o + 4];
  const az = params[o + 5];
  const h = px * ax + py * ay + pz * az;
  // Outwards from the axis, as long as the way to it.
  let qx = px - h * ax;
  let qy = py - h * ay;
  let qz = pz - h * az;
  let q2 = qx * qx + qy * qy + qz * qz;
  if (kind === Kind.flatCone) {
    const u = px * params[o + 11] + py * params[o + 12] + pz * params[o + 13];
    const w = u * params[o + 14];
    qx -= w * params[o + 11];
    qy -= w * params[o + 12];
    qz -= w * params[o + 13];
    q2 -= u * w;
  }
  const q = q2 > 0 ? Math.sqrt(q2) : 0;
  const lean = params[o + 9];
  const cosine = params[o + 10];
  const beyond = h - params[o + 6];
  if (cosine * beyond > lean * q) towards(q, beyond, qx, qy, qz, o);
  else if (cosine * h < lean * q) towards(q, h, qx, qy, qz, o);
  else {
    const out = q > 0 ? cosine / q : 0;
    setSlope(qx * out + lean * ax, qy * out + lean * ay, qz * out + lean * az);
  }
}

/** Away from a point of the axis: `q` out and `h` along. */
function towards(q: number, h: number, qx: number, qy: number, qz: number, o: number): void {
  const k = 1 / (Math.sqrt(q * q + h * h) || 1);
  setSlope(
    (qx + h * params[o + 3]) * k,
    (qy + h * params[o + 4]) * k,
    (qz + h * params[o + 5]) * k,
  );
}

function ellipsoidSlope(o: number, px: number, py: number, pz: number): void {
  const a = params[o + 3] * px + params[o + 4] * py + params[o + 5] * pz;
  const b = params[o + 6] * px + params[o + 7] * py + params[o + 8] * pz;
  const c = params[o + 9] * px + params[o + 10] * py + params[o + 11] * pz;
  const k0 = Math.sqrt(a * a + b * b + c * c);
  const ia = params[o + 12] * params[o + 12];
  const ib = params[o + 13] * params[o + 13];
  const ic = params[o + 14] * params[o + 14];
  const k1 = Math.sqrt(a * a * ia + b * b * ib + c * c * ic);
  if (k1 < 1e-9) {
    setSlope(0, 1, 0);
    return;
  }
  // The quotient k0 (k0 - 1) / k1, derived.
  const s = (2 * k0 - 1) / (k0 * k1);
  const t = (k0 * (k0 - 1)) / (k1 * k1 * k1);
  const u = a * (s - t * ia);
  const v = b * (s - t * ib);
  const w = c * (s - t * ic);
  setSlope(
    params[o + 3] * u + params[o + 6] * v + params[o + 9] * w,
    params[o + 4] * u + params[o + 7] * v + params[o + 10] * w,
    params[o + 5] * u + params[o + 8] * v + params[o + 11] * w,
  );
}

function limbSlope(o: number, px: number, py: number, pz: number): void {
  const ax = params[o + 3];
  const ay = params[o + 4];
  const az = params[o + 5];
  const sx = params[o + 9];
  const sy = params[o + 10];
  const sz = params[o + 11];
  const h = px * ax + py * ay + pz * az;
  const on = h < 0 ? 0 : Math.min(h, params[o + 6]);
  const u = on * params[o + 7];
  const i = u >= LIMB_STEPS ? LIMB_STEPS - 1 : u | 0;
  const f = u - i;
  const c = params[o + 8] + i;
  const radius = curveAt(c, f);
  const b = c + ASIDE;
  const aside = curveAt(b, f);
  const hem = params[o + 15];
  const beyond = h > hem ? 0 : h - on;
  const x = px - ax * h - sx * aside;
  const y = py - ay * h - sy * aside;
  const z = pz - az * h - sz * aside;
  const away = Math.sqrt(x * x + y * y + z * z + beyond * beyond) || 1;
  // Radius and middle only change between the ends.
  const isOn = on === h;
  const grow = isOn ? curveSlope(c, f) * params[o + 7] : 0;
  const bend = isOn ? curveSlope(b, f) * params[o + 7] : 0;
  const along = (beyond - x * ax - y * ay - z * az - bend * (x * sx + y * sy + z * sz)) / away;
  const k = 1 / away;
  const m = along - grow;
  setSlope(x * k + ax * m, y * k + ay * m, z * k + az * m);
  const past = h - hem;
  if (past > -HEM_ROUNDING) mixSlope(past - (away - radius), HEM_ROUNDING, ax, ay, az);
}

function measuredSlope(kind: number, o: number, x: number, y: number, z: number): void {
  const h = REACH;
  setMeasuredSlope(
    otherShape(kind, o, x + h, y - h, z - h),
    otherShape(kind, o, x - h, y - h, z + h),
    otherShape(kind, o, x - h, y + h, z - h),
    otherShape(kind, o, x + h, y + h, z + h),
  );
}
