import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';

interface PageSlotsValue {
  actions: HTMLElement | null;
  besideTitle: HTMLElement | null;
  title: string | null;
  setActions: (element: HTMLElement | null) => void;
  setBesideTitle: (element: HTMLElement | null) => void;
  setTitle: (title: string | null) => void;
}

const PageSlotsContext = createContext<PageSlotsValue | null>(null);

/** Lets a screen put things into the bar above it. One per page frame. */
export function PageSlots({ children }: { children: ReactNode }) {
  const [actions, setActions] = useState<HTMLElement | null>(null);
  const [besideTitle, setBesideTitle] = useState<HTMLElement | null>(null);
  const [title, setTitle] = useState<string | null>(null);
  const value = useMemo(
    () => ({ actions, besideTitle, title, setActions, setBesideTitle, setTitle }),
    [actions, besideTitle, title],
  );
  return <PageSlotsContext value={value}>{children}</PageSlotsContext>;
}

/** The frame's side: where the slots are, and the title a screen asked for. */
export function usePageSlots(): PageSlotsValue {
  const slots = use(PageSlotsContext);
  if (!slots) throw new Error('usePageSlots needs PageSlots above it.');
  return slots;
}

/** Puts buttons into the bar above the screen, before the credits. */
export function PageActions({ children }: { children: ReactNode }) {
  const slots = use(PageSlotsContext);
  return slots?.actions ? createPortal(children, slots.actions) : null;
}

/** Puts a badge right after the title. */
export function BesideTitle({ children }: { children: ReactNode }) {
  const slots = use(PageSlotsContext);
  return slots?.besideTitle ? createPortal(children, slots.besideTitle) : null;
}

/** A title that depends on what is shown, in place of the screen's own: `usePageTitle(pose?.name)`. */
export function usePageTitle(title: string | null | undefined): void {
  const setTitle = use(PageSlotsContext)?.setTitle;
  useEffect(() => {
    setTitle?.(title ?? null);
    return () => setTitle?.(null);
  }, [title, setTitle]);
}
