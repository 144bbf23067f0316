import type { Language } from '@lumiku/contract';

/** Figures and times the way the language writes them. Times are ISO 8601 strings or dates. */
export interface Formats {
  /** `1,042` / `1.042` */
  number(value: number): string;
  /** Always with a sign, and a true minus: `+50`, `−7`. */
  signed(value: number): string;
  /** 0..1 → `62%` */
  percent(fraction: number): string;
  /** `7 credits` / `7 kredit` */
  credits(amount: number): string;
  /** `5 s`, `1 min 20 s` */
  duration(seconds: number): string;
  /** `3 minutes ago`, `just now`, `in 2 days` */
  ago(time: string | Date, now?: Date): string;
  /** `Today, 10:42`, `Yesterday, 21:04`, `18 Nov, 14:20` */
  when(time: string | Date, now?: Date): string;
  /** The full date and time with seconds, for a tooltip. */
  exact(time: string | Date): string;
  /** `Today`, `Yesterday`, `Tuesday 18 November` */
  day(time: string | Date, now?: Date): string;
  /** Bytes → `3.1 MB` */
  size(bytes: number): string;
}

const LOCALES: Record<Language, string> = { en: 'en-GB', id: 'id-ID' };

const AGO_STEPS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

export function createFormats(language: Language): Formats {
  const locale = LOCALES[language];
  const whole = new Intl.NumberFormat(locale === 'en-GB' ? 'en' : locale);
  const oneDecimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
  const shortDay = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
  const shortDayYear = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  const longDay = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  });
  const exact = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'medium' });
  const todayWord = relative.format(0, 'day');
  const yesterdayWord = relative.format(-1, 'day');

  const nearDay = (time: Date, now: Date): string | null => {
    const days = daysBetween(time, now);
    if (days === 0) return capital(todayWord);
    return days === 1 ? capital(yesterdayWord) : null;
  };

  return {
    number: (value) => whole.format(value),
    signed: (value) =>
      value === 0 ? '0' : `${value > 0 ? '+' : '−'}${whole.format(Math.abs(value))}`,
    percent: (fraction) => percent.format(fraction),
    credits: (amount) =>
      language === 'id'
        ? `${whole.format(amount)} kredit`
        : `${whole.format(amount)} ${amount === 1 ? 'credit' : 'credits'}`,
    duration(seconds) {
      const secondWord = language === 'id' ? 'dtk' : 's';
      const minuteWord = language === 'id' ? 'mnt' : 'min';
      if (seconds < 9.95) return `${oneDecimal.format(seconds)} ${secondWord}`;
      const rounded = Math.round(seconds);
      if (rounded < 60) return `${rounded} ${secondWord}`;
      const minutes = `${Math.floor(rounded / 60)} ${minuteWord}`;
      const rest = rounded % 60;
      return rest === 0 ? minutes : `${minutes} ${rest} ${secondWord}`;
    },
    ago(time, now = new Date()) {
      const seconds = (new Date(time).getTime() - now.getTime()) / 1000;
      for (const [unit, length] of AGO_STEPS) {
        if (Math.abs(seconds) >= length) return relative.format(Math.trunc(seconds / length), unit);
      }
      return language === 'id' ? 'baru saja' : 'just now';
    },
    when(time, now = new Date()) {
      const date = new Date(time);
      const far = date.getFullYear() === now.getFullYear() ? shortDay : shortDayYear;
      return `${nearDay(date, now) ?? far.format(date)}, ${clock.format(date)}`;
    },
    exact: (time) => exact.format(new Date(time)),
    day(time, now = new Date()) {
      const date = new Date(time);
      return nearDay(date, now) ?? capital(longDay.format(date));
    },
    size(bytes) {
      if (bytes < 1000) return `${bytes} B`;
      if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} KB`;
      if (bytes < 1_000_000_000) return `${oneDecimal.format(bytes / 1_000_000)} MB`;
      return `${oneDecimal.format(bytes / 1_000_000_000)} GB`;
    },
  };
}

/** Calendar days in the viewer's time zone, so that "yesterday" begins at midnight. */
function daysBetween(earlier: Date, later: Date): number {
  const midnight = (date: Date) =>
    new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
  return Math.round((midnight(later) - midnight(earlier)) / 86_400_000);
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
