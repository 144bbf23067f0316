import type { PoseFacets, PoseTemplate } from '@lumiku/contract';
import { foldText } from './fold-text.ts';
import type { PoseFilter } from './pose-query.ts';

/** What the gallery shows beside its poses, in this order. */
export const FACETS = [
  'category',
  'view',
  'framing',
  'gender',
  'arms',
  'support',
  'difficulty',
  'mood',
  'tag',
] as const;
export type Facet = (typeof FACETS)[number];

/** Filters whose matches are kept. */
const RECENT_MAX = 64;

export interface IndexedPose {
  readonly template: PoseTemplate;
  readonly embedding: readonly number[];
}

interface Entry extends IndexedPose {
  readonly values: Readonly<Record<Facet, readonly string[]>>;
  readonly name: string;
  readonly text: string;
}

export interface PoseMatches {
  /** In gallery order; with words, poses whose name has them first. */
  readonly poses: readonly PoseTemplate[];
  /** For each facet: what choosing another value of it would leave. */
  readonly facets: PoseFacets;
}

/** All listed poses in memory; ten thousand of them are filtered and counted in a millisecond or two. */
export interface PoseIndex {
  readonly size: number;
  find(id: string): PoseTemplate | undefined;
  match(filter: PoseFilter): PoseMatches;
  /** Nearest by shape first, without itself; undefined for an unknown id. */
  similar(id: string, limit: number): PoseTemplate[] | undefined;
  /** Nearest to a shape, as `poseEmbedding` gives it. */
  nearest(embedding: readonly number[], limit: number, but?: string): PoseTemplate[];
}

/** @param poses in gallery order. */
export function createPoseIndex(poses: readonly IndexedPose[]): PoseIndex {
  const entries = poses.map(indexEntry);
  const byId = new Map(entries.map((entry) => [entry.template.id, entry]));
  // Scrolling asks the same filter page after page, and the poses behind an index never change.
  const recent = new Map<string, PoseMatches>();
  const match = (filter: PoseFilter): PoseMatches => {
    const key = JSON.stringify([...FACETS.map((facet) => filter[facet]), filter.q]);
    const matches = recent.get(key) ?? matchEntries(entries, filter);
    recent.delete(key);
    recent.set(key, matches);
    const [oldest] = recent.keys();
    if (recent.size > RECENT_MAX && oldest !== undefined) recent.delete(oldest);
    return matches;
  };
  const nearest = (embedding: readonly number[], limit: number, but?: string): PoseTemplate[] =>
    entries
      .filter((entry) => entry.template.id !== but)
      .map((entry) => ({ entry, distance: squaredDistance(entry.embedding, embedding) }))
      .sort((a, b) => a.distance - b.distance)
      .slice(0, limit)
      .map(({ entry }) => entry.template);
  return {
    size: entries.length,
    find: (id) => byId.get(id)?.template,
    match,
    nearest,
    similar(id, limit) {
      const self = byId.get(id);
      return self && nearest(self.embedding, limit, id);
    },
  };
}

/** Orders like `poseDistance`, without its root and its spread: ten thousand are compared at a time. */
function squaredDistance(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += ((a[at] ?? 0) - (b[at] ?? 0)) ** 2;
  return sum;
}

function indexEntry(pose: IndexedPose): Entry {
  const { template } = pose;
  const name = foldText(`${template.names.en} ${template.names.id}`);
  const { category, view, framing, gender, arms, support, difficulty, tags } = template;
  const words = [template.id, category, view, framing, arms, support, template.mood ?? '', ...tags];
  return {
    ...pose,
    name,
    text: `${name} ${foldText(words.join(' '))}`,
    values: {
      category: [category],
      view: [view],
      framing: [framing],
      gender: [gender],
      arms: [arms],
      support: [support],
      difficulty: [difficulty],
      mood: template.mood ? [template.mood] : [],
      tag: tags,
    },
  };
}

/** One pass: a pose that fails on nothing counts for every facet, one that fails on one facet counts for that one. */
function matchEntries(entries: readonly Entry[], filter: PoseFilter): PoseMatches {
  const words = filter.q === undefined ? [] : foldText(filter.q).split(' ').filter(Boolean);
  const wanted = FACETS.map((facet) => ({ facet, values: filter[facet] ?? [] })).filter(
    ({ values }) => values.length > 0,
  );
  const facets: PoseFacets = Object.fromEntries(FACETS.map((facet) => [facet, {}]));
  const named: PoseTemplate[] = [];
  const others: PoseTemplate[] = [];
  for (const entry of entries) {
    if (!words.every((word) => entry.text.includes(word))) continue;
    const failed = wanted.filter(
      ({ facet, values }) => !values.some((value) => entry.values[facet].includes(value)),
    );
    const [only] = failed;
    if (!only) {
      (words.every((word) => entry.name.includes(word)) ? named : others).push(entry.template);
      for (const facet of FACETS) count(facets, facet, entry);
    } else if (failed.length === 1) count(facets, only.facet, entry);
  }
  return { poses: others.length === 0 ? named : [...named, ...others], facets };
}

function count(facets: PoseFacets, facet: Facet, entry: Entry): void {
  const counts = facets[facet];
  if (!counts) return;
  for (const value of entry.values[facet]) counts[value] = (counts[value] ?? 0) + 1;
}
