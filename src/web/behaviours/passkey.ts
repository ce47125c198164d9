/** Adds and uses passkeys. The forms are hidden until this module has taken them in hand. */
import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser';

async function post(path: string, body: object): Promise<Response> {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer;
}

async function run(form: HTMLFormElement): Promise<void> {
  const purpose = form.dataset.passkey;
  const optionsJSON = await (await post('/api/v1/passkeys/start', { purpose })).json();
  if (purpose === 'register') {
    const name = new FormData(form).get('passkey-name');
    const made = await startRegistration({ optionsJSON });
    const { clientDataJSON, attestationObject, transports } = made.response;
    const response = { ...made, response: { clientDataJSON, attestationObject, transports } };
    await post('/api/v1/passkeys', { name, response });
  } else {
    await post('/api/v1/passkeys/use', { response: await startAuthentication({ optionsJSON }) });
  }
  location.assign(form.dataset.return ?? '/');
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
  form.hidden = !browserSupportsWebAuthn();
  // The module may be named twice on a page; each form is taken once, because a module runs once.
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const failed = form.querySelector<HTMLElement>('[data-passkey-failed]');
    if (failed) failed.textContent = '';
    run(form).catch(() => {
      // Emptied and filled again, so that it is read out each time.
      if (failed) failed.textContent = failed.dataset.passkeyFailed ?? '';
    });
  });
}
