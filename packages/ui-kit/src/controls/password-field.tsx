import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../language/words-provider.tsx';
import { Field, type FieldProps } from './field.tsx';
import { IconButton } from './icon-button.tsx';

/** A password that can be looked at while it is typed. */
export function PasswordField(props: Omit<FieldProps, 'type' | 'inside'>) {
  const { t } = useWords();
  const [isShown, setShown] = useState(false);
  return (
    <Field
      {...props}
      type={isShown ? 'text' : 'password'}
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      inside={
        <IconButton
          kind="quiet"
          icon={isShown ? EyeOff : Eye}
          label={
            isShown
              ? t({ en: 'Hide the password', id: 'Sembunyikan kata sandi' })
              : t({ en: 'Show the password', id: 'Tampilkan kata sandi' })
          }
          isPressed={isShown}
          hasTooltip={false}
          onClick={() => setShown(!isShown)}
        />
      }
    />
  );
}
