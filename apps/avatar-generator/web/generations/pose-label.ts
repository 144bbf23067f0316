/** A pose's id in words, for a place that has no room or time for its name: `arms-crossed` → `Arms crossed`. */
export function poseLabel(poseId: string): string {
  const words = poseId.replaceAll(/[-_]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Where the clay picture of a pose lies. */
export function poseThumbnail(poseId: string): string {
  return `/api/poses/${encodeURIComponent(poseId)}/thumbnail.webp`;
}
