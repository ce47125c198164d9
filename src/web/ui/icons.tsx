import type { ReactNode } from 'react';

/** DESIGN 5: a 20 px grid, square joints, never without a word beside it. Hence every icon is hidden from readers. */
function Icon({ children, stroke = 1.8 }: { readonly children: ReactNode; readonly stroke?: number }) {
  return (
    <svg
      className="icon"
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={stroke}
      strokeLinejoin="miter"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

const icons = {
  passed: (
    <Icon>
      <circle cx="10" cy="10" r="9" fill="currentColor" stroke="none" />
      <path d="M5.6 10.2l3 3 5.8-6.2" stroke="var(--icon-ground, var(--color-sheet))" strokeWidth="2.2" />
    </Icon>
  ),
  warning: (
    <Icon>
      <path d="M10 2.2L18.6 17.4H1.4Z" />
      <path d="M10 7.6v4.8M10 14v1.8" strokeWidth="2" />
    </Icon>
  ),
  failed: (
    <Icon>
      <path d="M6.3 1h7.4L19 6.3v7.4L13.7 19H6.3L1 13.7V6.3Z" fill="currentColor" stroke="none" />
      <path
        d="M6.6 6.6l6.8 6.8M13.4 6.6l-6.8 6.8"
        stroke="var(--icon-ground, var(--color-sheet))"
        strokeWidth="2.2"
      />
    </Icon>
  ),
  'not-checked': (
    <Icon>
      <circle cx="10" cy="10" r="8.4" strokeDasharray="3.3 2" />
      <path d="M6.4 10h7.2" strokeWidth="2" />
    </Icon>
  ),
  duplicate: (
    <Icon>
      <path d="M6.5 6V2H18v11.5h-4" />
      <path d="M2 6.5h11.5V18H2Z" />
    </Icon>
  ),
  'has-it': (
    <Icon>
      <circle cx="10" cy="10" r="8.4" />
      <path d="M6 8.2h8M6 11.8h8" />
    </Icon>
  ),
  info: (
    <Icon>
      <path d="M2 2h16v16H2Z" />
      <path d="M10 8.8v5.8M10 5.2v1.9" strokeWidth="2" />
    </Icon>
  ),
  eye: (
    <Icon>
      <path d="M1 10c2.4-3.6 5.4-5.4 9-5.4s6.6 1.8 9 5.4c-2.4 3.6-5.4 5.4-9 5.4S3.4 13.6 1 10Z" />
      <circle cx="10" cy="10" r="2.6" />
    </Icon>
  ),
  lock: (
    <Icon>
      <path d="M3.5 8.5h13v9h-13Z" />
      <path d="M6.5 8.5V5.8a3.5 3.5 0 0 1 7 0v2.7" />
    </Icon>
  ),
  arrow: (
    <Icon stroke={2}>
      <path d="M2.5 10h14M11.5 5l5 5-5 5" />
    </Icon>
  ),
  cross: (
    <Icon stroke={2.2}>
      <path d="M4.5 4.5l11 11M15.5 4.5l-11 11" />
    </Icon>
  ),
  tick: (
    <Icon stroke={2.2}>
      <path d="M3.5 10.5l4.3 4.3 8.7-9.3" />
    </Icon>
  ),
} as const satisfies Record<string, ReactNode>;

export type IconName = keyof typeof icons;

export function NamedIcon({ name }: { readonly name: IconName }) {
  return icons[name];
}
