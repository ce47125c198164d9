/** The platform's own stamp; never on a credential. */
export function Logo() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <circle cx="16" cy="16" r="16" fill="var(--color-kobalt)" />
      <path
        d="M7.5 11l4 10.5 4.5-9.5 4.5 9.5 4-10.5"
        fill="none"
        stroke="var(--color-on-kobalt)"
        strokeWidth="2.6"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  );
}
