import type { Theme } from './app-context.ts';

/** `?theme=`, else the cookie; `undefined` leaves it to the device. */
export function chooseTheme(url: URL, cookie: string | undefined): Theme | undefined {
  const asked = url.searchParams.get('theme') ?? cookie;
  return asked === 'light' || asked === 'dark' ? asked : undefined;
}
