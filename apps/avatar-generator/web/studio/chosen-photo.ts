import { useMe } from '@lumiku/app-kit/web';
import type { Words } from '@lumiku/contract';
import { acceptPhoto } from '@lumiku/ui-kit';
import { create } from 'zustand';
import { findKeptPhoto, forgetKeptPhoto, type KeptPhoto, keepPhoto } from '../photo/kept-photos.ts';
import { useStudioChoices } from './studio-choices.ts';

/** The photo at hand. `url` shows it and is given back to the browser when another takes its place. */
export interface ChosenPhoto {
  id: string;
  /** Whose it is: the next person to sign in on this page must not see it. */
  userId: string;
  file: File;
  url: string;
  /** Bytes before it was made smaller to fit the limit; null when it was sent as it came. */
  madeSmallerFrom: number | null;
  /** Where it was borrowed from, `<app>:<source>:<id>`; null for a file, also for one cut out of a borrowed one. */
  source: string | null;
}

interface ChosenPhotoState {
  photo: ChosenPhoto | null;
  refusal: { title: Words; text: Words } | null;
  isReading: boolean;
  /** Changes whenever the photos kept on this device do. */
  keptAt: number;
}

export const useChosenPhoto = create<ChosenPhotoState>()(() => ({
  photo: null,
  refusal: null,
  isReading: false,
  keptAt: 0,
}));

/** The photo at hand, if it is this person's. */
export function useOwnPhoto(): ChosenPhoto | null {
  const userId = useMe()?.id;
  const photo = useChosenPhoto((state) => state.photo);
  return photo !== null && photo.userId === userId ? photo : null;
}

/** Takes a file as the photo at hand and keeps it on this device for the person. */
export async function choosePhoto(
  file: File,
  userId: string,
  source: string | null = null,
): Promise<void> {
  useChosenPhoto.setState({ isReading: true, refusal: null });
  const accepted = await acceptPhoto(file);
  if (!accepted.ok) {
    useChosenPhoto.setState({ isReading: false, refusal: accepted });
    return;
  }
  const id = crypto.randomUUID();
  show({ id, userId, file: accepted.file, madeSmallerFrom: accepted.madeSmallerFrom, source });
  await keep({
    ...{ id, userId, name: accepted.file.name, blob: accepted.file },
    source: source ?? undefined,
  });
}

/** Shows a photo kept on this device; false when it is no longer there, or another person's. */
export async function showKeptPhoto(id: string, userId: string): Promise<boolean> {
  const kept = await findKeptPhoto(id);
  if (kept === null || kept.userId !== userId) return false;
  const file = new File([kept.blob], kept.name, { type: kept.blob.type });
  show({ id, userId, file, madeSmallerFrom: null, source: kept.source ?? null });
  await keep(kept);
  return true;
}

/** A file the server cannot read is of no use again: it stays in sight with its verdict, but is not kept. */
export async function stopKeeping(photoId: string): Promise<void> {
  await forgetKeptPhoto(photoId);
  useChosenPhoto.setState({ keptAt: Date.now() });
}

/** Puts the photo aside; it stays among the recent ones. */
export function clearPhoto(): void {
  drop();
  useChosenPhoto.setState({ photo: null, refusal: null, isReading: false });
  useStudioChoices.getState().rememberPhoto(null);
}

async function keep(photo: Omit<KeptPhoto, 'usedAt'>): Promise<void> {
  const usedAt = Date.now();
  await keepPhoto({ ...photo, usedAt });
  useChosenPhoto.setState({ keptAt: usedAt });
}

function show(photo: Omit<ChosenPhoto, 'url'>): void {
  drop();
  useChosenPhoto.setState({
    photo: { ...photo, url: URL.createObjectURL(photo.file) },
    refusal: null,
    isReading: false,
  });
  if (useStudioChoices.getState().photoId !== photo.id) {
    useStudioChoices.getState().rememberPhoto(photo.id);
  }
}

function drop(): void {
  const { photo } = useChosenPhoto.getState();
  if (photo !== null) URL.revokeObjectURL(photo.url);
}
