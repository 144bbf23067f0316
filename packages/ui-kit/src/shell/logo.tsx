/** The mark: a person in a frame, in the accent. */
export function Logo({ sizePx = 36 }: { sizePx?: number }) {
  return (
    <svg width={sizePx} height={sizePx} viewBox="0 0 36 36" aria-hidden="true">
      <rect x="2" y="2" width="32" height="32" rx="10" fill="var(--accent)" />
      <circle cx="18" cy="13.4" r="5.4" fill="#fff" />
      <path
        d="M7.2 28.6c1.2-5.6 5.4-8.6 10.8-8.6s9.6 3 10.8 8.6"
        fill="none"
        stroke="#fff"
        strokeWidth="3.4"
        strokeLinecap="round"
      />
    </svg>
  );
}
