import type { EngineKindReport } from '@lumiku/contract';
import { Badge, Fold, useWords } from '@lumiku/ui-kit';

/** Every model an engine runs, once, with what its makers allow; folded, because it is long and rarely read. */
export function EngineModels({ kinds }: { kinds: readonly EngineKindReport[] }) {
  const { t, number } = useWords();
  const models = [
    ...new Map(kinds.flatMap(({ models }) => models.map((one) => [one.id, one]))).values(),
  ];
  if (models.length === 0) return null;
  const allows = models.map(({ licence }) => licence.isCommercialUseAllowed);
  return (
    <Fold
      className="mt-3"
      title={t({
        en: `${number(models.length)} ${models.length === 1 ? 'model' : 'models'} and licences`,
        id: `${number(models.length)} model dan lisensinya`,
      })}
      aside={
        <span className="flex gap-2">
          {allows.includes(false) && <NonCommercial />}
          {allows.includes(null) && <NotKnown />}
        </span>
      }
    >
      <ul className="grid gap-1.5">
        {models.map(({ id, licence }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-2 text-13 text-ink-2">
            <span className="break-all">{id}</span>
            <a href={licence.url} target="_blank" rel="noreferrer" className="underline">
              {licence.name}
            </a>
            {licence.isCommercialUseAllowed === false && <NonCommercial />}
            {licence.isCommercialUseAllowed === null && <NotKnown />}
          </li>
        ))}
      </ul>
    </Fold>
  );
}

function NonCommercial() {
  const { t } = useWords();
  return <Badge tone="bad">{t({ en: 'Non-commercial', id: 'Nonkomersial' })}</Badge>;
}

function NotKnown() {
  const { t } = useWords();
  return <Badge>{t({ en: 'Licence not known', id: 'Lisensi tidak diketahui' })}</Badge>;
}
