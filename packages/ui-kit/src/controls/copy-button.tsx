import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { useToasts } from '../feedback/toasts.tsx';
import { useWords } from '../language/words-provider.tsx';
import { Button, type ButtonSize } from './button.tsx';

/** Puts a text onto the clipboard and says that it did, or that this page may not. */
export function CopyButton({
  text,
  size,
  label,
}: {
  text: string;
  size?: ButtonSize;
  /** For the ear, where the word alone does not say what is copied. */
  label?: string;
}) {
  const { t } = useWords();
  const toasts = useToasts();
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      // Over plain http in a network a page has no clipboard.
      toasts.say({
        words: t({ en: 'This page may not copy', id: 'Halaman ini tidak dapat menyalin' }),
        detail: t({ en: 'Select the text and copy it.', id: 'Pilih teksnya lalu salin.' }),
        tone: 'bad',
      });
    }
  };
  return (
    <Button
      size={size}
      icon={isCopied ? Check : Copy}
      aria-label={label}
      onClick={() => void copy()}
    >
      {isCopied ? t({ en: 'Copied', id: 'Tersalin' }) : t({ en: 'Copy', id: 'Salin' })}
    </Button>
  );
}
