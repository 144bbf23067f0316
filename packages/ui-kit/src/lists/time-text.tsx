import { useWords } from '../language/words-provider.tsx';

/** A time the way people say it, with the exact one on hover and for machines. */
export function TimeText({
  time,
  style = 'when',
}: {
  /** ISO 8601. */
  time: string;
  /** `when`: Today, 10:42 · `ago`: 3 minutes ago. */
  style?: 'when' | 'ago';
}) {
  const words = useWords();
  return (
    <time dateTime={time} title={words.exact(time)} className="num">
      {words[style](time)}
    </time>
  );
}
