import { Check, type LucideIcon } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { createContext, type ReactNode, type RefObject, use, useRef } from 'react';
import { classNames } from '../class-names.ts';

const ITEM =
  'group/item flex min-h-9 cursor-pointer items-center gap-2.5 rounded-s px-2.5 text-14 no-underline outline-none select-none data-[highlighted]:bg-hover data-[disabled]:cursor-not-allowed data-[disabled]:text-ink-3 touch:min-h-11';

/** What was chosen, until the menu is closed and the keyboard is back where it came from. */
const Chosen = createContext<RefObject<(() => void) | null> | null>(null);

/** `<Menu trigger={<IconButton …/>}><MenuItem icon={Download} onSelect={…}>PNG</MenuItem></Menu>` */
export function Menu({
  trigger,
  align = 'end',
  children,
}: {
  /** One element that takes a ref and clicks: Button or IconButton. */
  trigger: ReactNode;
  align?: 'start' | 'center' | 'end';
  children: ReactNode;
}) {
  const chosen = useRef<(() => void) | null>(null);
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align={align}
          sideOffset={6}
          collisionPadding={8}
          onCloseAutoFocus={() => {
            const run = chosen.current;
            chosen.current = null;
            // After the trigger has the keyboard again: a dialog that opens now gives it back there.
            if (run) queueMicrotask(run);
          }}
          className="lifted z-30 max-h-(--radix-dropdown-menu-content-available-height) min-w-48 animate-appear overflow-y-auto rounded-m bg-raised p-1.5 shadow-3"
        >
          <Chosen value={chosen}>{children}</Chosen>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

export interface MenuItemProps {
  children: ReactNode;
  icon?: LucideIcon;
  /** Small, at the right end: a size, a shortcut. */
  aside?: ReactNode;
  isDangerous?: boolean;
  isDisabled?: boolean;
  /** Marks the one in force. */
  isOn?: boolean;
  onSelect?: () => void;
  /** A plain link instead of an action (downloads). */
  href?: string;
  download?: boolean | string;
}

export function MenuItem({
  children,
  icon: Icon,
  aside,
  isDangerous,
  isDisabled,
  isOn,
  onSelect,
  href,
  download,
}: MenuItemProps) {
  const chosen = use(Chosen);
  const content = (
    <>
      {Icon && <Icon aria-hidden className="size-4.5 shrink-0" strokeWidth={1.75} />}
      <span className="min-w-0 flex-1">{children}</span>
      {aside && (
        <span className="num text-13 text-ink-3 group-data-[highlighted]/item:text-ink-2">
          {aside}
        </span>
      )}
      {isOn && <Check aria-hidden className="size-4 text-accent-ink" strokeWidth={2} />}
    </>
  );
  return (
    <DropdownMenu.Item
      disabled={isDisabled ?? false}
      onSelect={() => {
        if (chosen) chosen.current = onSelect ?? null;
        else onSelect?.();
      }}
      asChild={href !== undefined}
      aria-current={isOn || undefined}
      className={classNames(ITEM, isDangerous ? 'text-bad-ink' : 'text-ink')}
    >
      {href === undefined ? (
        content
      ) : (
        <a href={href} download={download}>
          {content}
        </a>
      )}
    </DropdownMenu.Item>
  );
}

export function MenuSeparator() {
  return <DropdownMenu.Separator className="mx-2 my-1.5 h-px bg-line" />;
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return (
    <DropdownMenu.Label className="px-2.5 pt-2 pb-1 text-12 text-ink-3">
      {children}
    </DropdownMenu.Label>
  );
}
