import { useMe } from '@lumiku/app-kit/web';
import { Card, LanguageSwitch, ThemeSwitch, useWords } from '@lumiku/ui-kit';
import type { ReactNode } from 'react';
import { useKeepLanguage } from '../../services/account-language.ts';
import { ApiKeys } from './api-keys.tsx';
import { MorePages } from './more-pages.tsx';
import { NameForm } from './name-form.tsx';
import { PasswordForm } from './password-form.tsx';
import { Places } from './places.tsx';
import { SignOutButton } from './sign-out-button.tsx';
import { TierCard } from './tier-card.tsx';
import { YourData } from './your-data.tsx';

/** Everything about the person: name, password, looks, where they are signed in, keys, data. */
export function AccountScreen() {
  const { t } = useWords();
  const me = useMe();
  const keepLanguage = useKeepLanguage();
  return (
    <div className="grid grid-cols-2 items-start gap-6 max-[1100px]:grid-cols-1 phone:gap-4">
      <div className="grid min-w-0 gap-6 phone:gap-4">
        <Section
          title={me?.name ?? ''}
          lead={
            <>
              {me?.email}
              {me?.isOwner && ` · ${t({ en: 'owner of this studio', id: 'pemilik studio ini' })}`}
            </>
          }
          action={<SignOutButton />}
        >
          {me && <NameForm key={me.name} name={me.name} />}
        </Section>
        <Section title={t({ en: 'Language and appearance', id: 'Bahasa dan tampilan' })}>
          <div className="flex flex-wrap gap-3">
            <LanguageSwitch onChosen={(language) => void keepLanguage(language)} />
            <ThemeSwitch />
          </div>
        </Section>
        <Section title={t({ en: 'Tier and limits', id: 'Tingkat dan batas' })}>
          <TierCard />
        </Section>
        <Section title={t({ en: 'Password', id: 'Kata sandi' })}>
          <PasswordForm />
        </Section>
      </div>
      <div className="grid min-w-0 gap-6 phone:gap-4">
        <Section title={t({ en: 'Signed in on', id: 'Masuk di' })}>
          <Places />
        </Section>
        <Section
          title={t({ en: 'API keys', id: 'Kunci API' })}
          lead={t({
            en: 'For programs that use this studio as you. The calls are described in the reference.',
            id: 'Untuk program yang memakai studio ini sebagai kamu. Panggilannya dijelaskan di referensi.',
          })}
          action={
            <a
              href="/api/docs"
              className="text-13 font-medium text-accent-ink hover:underline touch:-my-3 touch:py-3"
            >
              {t({ en: 'API reference', id: 'Referensi API' })}
            </a>
          }
        >
          <ApiKeys />
        </Section>
        <MorePages />
        <Section title={t({ en: 'Your data', id: 'Datamu' })}>
          <YourData />
        </Section>
      </div>
    </div>
  );
}

function Section({
  title,
  lead,
  action,
  children,
}: {
  title: string;
  lead?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
}) {
  return (
    <Card className="grid min-w-0 grid-cols-1 gap-4 p-6 phone:p-5">
      <div className="flex flex-wrap items-start justify-between gap-2">
        <div className="min-w-0">
          <h2 className="text-17 font-semibold">{title}</h2>
          {lead && <p className="text-14 text-ink-2">{lead}</p>}
        </div>
        {action}
      </div>
      {children}
    </Card>
  );
}
