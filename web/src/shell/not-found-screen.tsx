import { ButtonLink, EmptyState, useWords } from '@lumiku/ui-kit';
import { Compass } from 'lucide-react';

export function NotFoundScreen() {
  const { t } = useWords();
  return (
    <main id="main" className="grid min-h-[70dvh] place-items-center">
      <EmptyState
        icon={Compass}
        title={t({ en: 'There is nothing here', id: 'Tidak ada apa-apa di sini' })}
        action={
          <ButtonLink kind="primary" href="/">
            {t({ en: 'To the studio', id: 'Ke studio' })}
          </ButtonLink>
        }
      >
        {t({
          en: 'The address may be old, or what was here has been deleted.',
          id: 'Alamatnya mungkin sudah lama, atau isinya sudah dihapus.',
        })}
      </EmptyState>
    </main>
  );
}
