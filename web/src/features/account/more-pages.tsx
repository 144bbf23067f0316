import { useMe } from '@lumiku/app-kit/web';
import { Card, Link, useWords } from '@lumiku/ui-kit';
import { Activity, ChevronRight, Link2, Webhook } from 'lucide-react';

/** Parts of the account that have a page of their own. */
export function MorePages() {
  const { t } = useWords();
  const isAdmin = useMe()?.role === 'admin';
  const pages = [
    {
      href: '/account/links',
      icon: Link2,
      title: t({ en: 'Shared links', id: 'Tautan bersama' }),
      lead: t({
        en: 'Pictures others can see, and for how long',
        id: 'Gambar yang dapat dilihat orang lain, dan berapa lama',
      }),
    },
    {
      href: '/account/webhooks',
      icon: Webhook,
      title: t({ en: 'Webhooks', id: 'Webhook' }),
      lead: t({
        en: 'Your server is told when something happened',
        id: 'Servermu dikabari ketika sesuatu terjadi',
      }),
    },
    // A phone's tab bar has no room for it.
    ...(isAdmin
      ? [
          {
            href: '/admin',
            icon: Activity,
            title: 'Admin',
            lead: t({
              en: 'People, queue, apps, storage, audit log',
              id: 'Orang, antrean, aplikasi, penyimpanan, catatan audit',
            }),
          },
        ]
      : []),
  ];
  return (
    <Card className="overflow-hidden">
      <ul>
        {pages.map(({ href, icon: Icon, title, lead }) => (
          <li key={href} className="border-b border-line last:border-0">
            <Link
              href={href}
              className="flex min-h-18 items-center gap-4 px-6 py-3 text-ink no-underline hover:bg-hover phone:px-5"
            >
              <Icon aria-hidden className="size-5 shrink-0 text-ink-3" strokeWidth={1.75} />
              <span className="min-w-0 flex-1">
                <span className="block text-15 font-semibold">{title}</span>
                <span className="block text-13 text-ink-2">{lead}</span>
              </span>
              <ChevronRight aria-hidden className="size-5 text-ink-3" strokeWidth={1.75} />
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
