/** The side a pose is shown from, other than its own: switches every pose has. */
export interface PoseSide {
  readonly mirror?: boolean | undefined;
  /** Degrees, in place of the pose's own camera. */
  readonly yaw?: number | undefined;
}

/** An address of one of a pose's pictures, from that side. */
export function fromSide(address: string, { mirror, yaw }: PoseSide): string {
  const query = new URLSearchParams();
  if (mirror) query.set('mirror', 'true');
  if (yaw !== undefined) query.set('yaw', String(Math.round(yaw)));
  const more = query.toString();
  if (more === '') return address;
  return `${address}${address.includes('?') ? '&' : '?'}${more}`;
}
