import { Button, Dialog, Field, useWords } from '@lumiku/ui-kit';
import { POSE_NAME_MAX, useNaming } from './use-naming.ts';

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
  const missing = t({ en: 'Give it a name.', id: 'Beri nama dulu.' });
  const naming = useNaming(suggestion, missing, keep);
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
          <Button kind="primary" isBusy={naming.isBusy} onClick={() => void naming.submit()}>
            {t({ en: 'Save', id: 'Simpan' })}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void naming.submit();
        }}
      >
        <Field
          label={t({ en: 'Name', id: 'Nama' })}
          placeholder={placeholder}
          value={naming.name}
          maxLength={POSE_NAME_MAX}
          error={naming.problem}
          onFocus={(event) => event.target.select()}
          onChange={(event) => naming.setName(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
