/** A browser for tests: follows redirects, keeps cookies, sends forms. It stops before the address it is told. */
export type Page = { readonly url: string; readonly status: number; readonly html: string };

export type CookieBrowser = {
  readonly visit: (url: string) => Promise<Page>;
  readonly submit: (page: Page, fields: Readonly<Record<string, string>>) => Promise<Page>;
};

export function createCookieBrowser(stopBefore: string): CookieBrowser {
  const cookies = new Map<string, string>();

  async function load(url: string, form?: URLSearchParams): Promise<Page> {
    if (url.startsWith(stopBefore)) return { url, status: 0, html: '' };
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie, 'accept-language': 'nl' },
      ...(form ? { method: 'POST', body: form } : {}),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    const html = await response.text();
    const location = response.headers.get('location');
    if (location) return load(new URL(location, url).href);
    return { url, status: response.status, html };
  }

  return {
    visit: (url) => load(url),
    submit: (page, fields) => load(page.url, new URLSearchParams(fields)),
  };
}
