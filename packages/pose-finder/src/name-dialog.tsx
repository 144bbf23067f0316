import { asApiFault } from '@lumiku/app-kit/web';
import { Button, Dialog, Field, useWords } from '@lumiku/ui-kit';
import { useState } from 'react';

const NAME_MAX = 100;

/** One question: what something is called. Stays open, with the reason, when the name is refused. */
export function NameDialog({
  title,
  description,
  placeholder,
  suggestion = '',
  keep,
  onClose,
}: {
  title: string;
  description?: string;
  placeholder?: string;
  /** Stands in the field, marked, so that typing replaces it. */
  suggestion?: string;
  /** Throws what is wrong with the name. */
  keep: (name: string) => Promise<unknown>;
  onClose: () => void;
}) {
  const { t } = useWords();
  const [name, setName] = useState(suggestion.slice(0, NAME_MAX));
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const submit = async () => {
    if (isBusy) return;
    const wanted = name.trim();
    if (wanted === '') {
      setProblem(t({ en: 'Give it a name.', id: 'Beri nama dulu.' }));
      return;
    }
    setBusy(true);
    try {
      await keep(wanted);
    } catch (cause) {
      const fault = asApiFault(cause);
      setProblem(fault.issueOf('name') ?? [fault.message, fault.fix].filter(Boolean).join(' '));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      isOpen
      isSmall
      onClose={onClose}
      title={title}
      {...(description === undefined ? {} : { description })}
      footer={
        <>
          <Button onClick={onClose}>{t({ en: 'Cancel', id: 'Batal' })}</Button>
          <Button kind="primary" isBusy={isBusy} onClick={() => void submit()}>
            {t({ en: 'Save', id: 'Simpan' })}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Field
          label={t({ en: 'Name', id: 'Nama' })}
          placeholder={placeholder}
          value={name}
          maxLength={NAME_MAX}
          error={problem ?? undefined}
          onFocus={(event) => event.target.select()}
          onChange={(event) => {
            setName(event.target.value);
            setProblem(null);
          }}
        />
      </form>
    </Dialog>
  );
}
