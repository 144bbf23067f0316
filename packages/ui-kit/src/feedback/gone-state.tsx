import type { LucideIcon } from 'lucide-react';
import { ButtonLink } from '../controls/button.tsx';
import { useWords } from '../language/words-provider.tsx';
import { EmptyState } from './empty-state.tsx';

/** In the place of something that is not there, or not yours: what it was, and the way back. */
export function GoneState({
  icon,
  title,
  back,
}: {
  icon: LucideIcon;
  title: string;
  back: { href: string; label: string };
}) {
  const { t } = useWords();
  return (
    <EmptyState
      icon={icon}
      title={title}
      action={
        <ButtonLink kind="primary" href={back.href}>
          {back.label}
        </ButtonLink>
      }
    >
      {t({ en: 'It may have been deleted.', id: 'Mungkin sudah dihapus.' })}
    </EmptyState>
  );
}
