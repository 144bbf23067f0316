import { asApiFault, useMe } from '@lumiku/app-kit/web';
import { type AdminUser, Tier } from '@lumiku/contract';
import {
  Button,
  IconButton,
  Menu,
  MenuItem,
  MenuLabel,
  MenuSeparator,
  useToasts,
  useWords,
} from '@lumiku/ui-kit';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Ellipsis, Gift, ShieldCheck, ShieldOff, UserRoundCheck, UserRoundX } from 'lucide-react';
import { useState } from 'react';
import { admin, peopleKey } from './admin-queries.ts';
import { GrantDialog } from './grant-dialog.tsx';

/** Give credits, set the tier; and, but never for oneself or the owner, change the role, close or open the account. */
export function PersonActions({ person }: { person: AdminUser }) {
  const { t } = useWords();
  const me = useMe();
  const toasts = useToasts();
  const queryClient = useQueryClient();
  const [isGranting, setGranting] = useState(false);
  const change = useMutation({
    mutationFn: (act: () => Promise<unknown>) => act(),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: peopleKey }),
    onError: (thrown) => {
      const fault = asApiFault(thrown);
      toasts.say({ words: fault.message, detail: fault.fix, tone: 'bad' });
    },
  });
  const isFixed = person.isOwner || person.id === me?.id;
  return (
    <span className="inline-flex items-center gap-1">
      <Button size="s" icon={Gift} onClick={() => setGranting(true)}>
        <span className="phone:sr-only">{t({ en: 'Give credits', id: 'Beri kredit' })}</span>
      </Button>
      <Menu
        trigger={
          <IconButton
            kind="quiet"
            size="s"
            icon={Ellipsis}
            isBusy={change.isPending}
            hasTooltip={false}
            label={`${t({ en: 'More for', id: 'Lainnya untuk' })} ${person.name}`}
          />
        }
      >
        <MenuLabel>{t({ en: 'Tier', id: 'Tingkat' })}</MenuLabel>
        {Tier.options.map((tier) => (
          <MenuItem
            key={tier}
            isOn={person.tier === tier}
            onSelect={() =>
              person.tier !== tier && change.mutate(() => admin.setTier(person.id, tier))
            }
          >
            {tier}
          </MenuItem>
        ))}
        {!isFixed && <MenuSeparator />}
        {!isFixed &&
          (person.role === 'admin' ? (
            <MenuItem
              icon={ShieldOff}
              onSelect={() => change.mutate(() => admin.setRole(person.id, 'user'))}
            >
              {t({ en: 'No longer an admin', id: 'Bukan admin lagi' })}
            </MenuItem>
          ) : (
            <MenuItem
              icon={ShieldCheck}
              onSelect={() => change.mutate(() => admin.setRole(person.id, 'admin'))}
            >
              {t({ en: 'Make an admin', id: 'Jadikan admin' })}
            </MenuItem>
          ))}
        {!isFixed &&
          (person.isClosed ? (
            <MenuItem
              icon={UserRoundCheck}
              onSelect={() => change.mutate(() => admin.reopen(person.id))}
            >
              {t({ en: 'Open the account again', id: 'Buka lagi akunnya' })}
            </MenuItem>
          ) : (
            <MenuItem
              isDangerous
              icon={UserRoundX}
              onSelect={() => change.mutate(() => admin.close(person.id))}
            >
              {t({ en: 'Close the account', id: 'Tutup akunnya' })}
            </MenuItem>
          ))}
      </Menu>
      {isGranting && <GrantDialog person={person} onClose={() => setGranting(false)} />}
    </span>
  );
}
