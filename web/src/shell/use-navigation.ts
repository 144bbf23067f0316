import { appsQuery, useMe } from '@lumiku/app-kit/web';
import { iconByName, type NavItem, useWords } from '@lumiku/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { Activity, Coins, House, LayoutGrid } from 'lucide-react';
import { screensOf } from '../app-list.ts';

/** What the rail, the tab bar and the jump list show: home, the apps of this studio, then credits and admin. */
export function useNavigation(): { main: NavItem[]; foot: NavItem[] } {
  const { t } = useWords();
  const me = useMe();
  const { pathname } = useLocation();
  const { data: cards = [] } = useQuery(appsQuery);
  const isCurrent = (href: string) =>
    href === '/' ? pathname === '/' : pathname === href || pathname.startsWith(`${href}/`);
  const item = (href: string, label: string, icon: NavItem['icon']): NavItem => ({
    href,
    label,
    icon,
    isCurrent: isCurrent(href),
  });

  const appItems = cards
    .filter((card) => card.flags.enabled && !card.flags.comingSoon)
    .flatMap((card) => screensOf(card.id)?.nav ?? [])
    .map((nav) => item(nav.path, t(nav.label), iconByName(nav.icon)));
  const foot = [item('/credits', t({ en: 'Credits', id: 'Kredit' }), Coins)];
  if (me?.role === 'admin') foot.push(item('/admin', 'Admin', Activity));
  // Poses stand before the last item of the apps, which is where finished work is looked at.
  const poses = item('/poses', t({ en: 'Poses', id: 'Pose' }), LayoutGrid);
  const main = [item('/', t({ en: 'Home', id: 'Beranda' }), House), ...appItems];
  main.splice(Math.max(1, main.length - 1), 0, poses);
  return { main, foot };
}
