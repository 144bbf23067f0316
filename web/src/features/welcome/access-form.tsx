import { type ApiFault, asApiFault } from '@lumiku/app-kit/web';
import { Button, Card, Field, PasswordField, useWords, Verdict } from '@lumiku/ui-kit';
import { useMutation } from '@tanstack/react-query';
import { ArrowRight } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { signIn, signUp } from '../../services/session.ts';
import { type AccessMode, accessWords } from './access-words.ts';
import { advisePassword } from './password-advice.ts';

export type { AccessMode };

/** Name, e-mail, password: one card, one field group. */
export function AccessForm({
  mode,
  onDone,
}: {
  mode: AccessMode;
  /** Runs while the button still spins. */
  onDone: () => Promise<void>;
}) {
  const { t } = useWords();
  const isNew = mode !== 'sign-in';
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [wasSent, setSent] = useState(false);

  const enter = useMutation<void, Error>({
    mutationFn: async () => {
      if (isNew) await signUp({ name: name.trim(), email: email.trim(), password });
      else await signIn({ email: email.trim(), password });
      await onDone();
    },
  });
  const fault: ApiFault | null = enter.error ? asApiFault(enter.error) : null;

  const missing = {
    name:
      isNew && name.trim() === ''
        ? t({ en: 'What should we call you?', id: 'Siapa namamu?' })
        : undefined,
    email: /^\S+@\S+\.\S+$/.test(email.trim())
      ? undefined
      : t({ en: 'An address such as sari@toko.id', id: 'Alamat seperti sari@toko.id' }),
    password: passwordProblem(),
  };
  function passwordProblem(): string | undefined {
    if (!isNew) {
      return password === ''
        ? t({ en: 'Type your password', id: 'Ketik kata sandimu' })
        : undefined;
    }
    const advice = advisePassword(password);
    if (!advice) return t({ en: 'Choose a password', id: 'Pilih kata sandi' });
    return advice.isEnough ? undefined : t(advice.words);
  }
  const errorOf = (field: 'name' | 'email' | 'password') =>
    fault?.issueOf(field) ?? (wasSent ? missing[field] : undefined);
  const advice = isNew ? advisePassword(password) : null;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    if (!missing.name && !missing.email && !missing.password && !enter.isPending) enter.mutate();
  };

  return (
    <Card>
      <form
        noValidate
        onSubmit={submit}
        className="grid gap-4 p-6 max-[980px]:gap-3.5 max-[980px]:p-4"
      >
        {isNew && (
          <Field
            label={t({ en: 'Name', id: 'Nama' })}
            name="name"
            autoComplete="name"
            autoFocus
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.target.value)}
            error={errorOf('name')}
          />
        )}
        <Field
          label={t({ en: 'Email', id: 'Email' })}
          name="email"
          type="email"
          inputMode="email"
          autoComplete="email"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus={!isNew}
          value={email}
          onChange={(event) => setEmail(event.target.value)}
          error={errorOf('email')}
        />
        <PasswordField
          label={t({ en: 'Password', id: 'Kata sandi' })}
          name="password"
          autoComplete={isNew ? 'new-password' : 'current-password'}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          error={errorOf('password')}
          good={advice?.isEnough ? t(advice.words) : undefined}
          hint={advice && !advice.isEnough ? t(advice.words) : undefined}
        />
        {fault && fault.issues.length === 0 && (
          <Verdict kind="wrong" title={fault.message}>
            {fault.fix}
          </Verdict>
        )}
        <Button
          kind="primary"
          size="l"
          isWide
          type="submit"
          isBusy={enter.isPending}
          iconAfter={ArrowRight}
        >
          {t(accessWords(mode).submit)}
        </Button>
      </form>
    </Card>
  );
}
