import { z } from 'zod';
import type { App } from '../platform/http/index.ts';
import type { MailSink } from '../platform/mail/index.ts';
import { notFound } from '../platform/problem.ts';

const letterSummary = z.object({
  id: z.string(),
  receivedAt: z.string(),
  to: z.array(z.string()),
  from: z.string(),
  subject: z.string(),
});

/** The letters of the built-in sink, for `/dev/mail`. Registered only where that sink is the mail server. */
export function registerMailboxRoutes(app: App, sink: MailSink): void {
  app.get(
    '/api/dev/mail',
    { schema: { hide: true, response: { 200: z.object({ letters: z.array(letterSummary) }) } } },
    async () => ({
      letters: sink.listLetters().map((letter) => ({
        id: letter.id,
        receivedAt: letter.receivedAt.toISOString(),
        to: [...letter.to],
        from: letter.from,
        subject: letter.subject,
      })),
    }),
  );

  app.get(
    '/api/dev/mail/:id',
    {
      schema: {
        hide: true,
        params: z.object({ id: z.uuid() }),
        response: { 200: letterSummary.extend({ html: z.string(), text: z.string() }) },
      },
    },
    async (request) => {
      const letter = await sink.getLetter(request.params.id);
      if (!letter) throw notFound();
      return {
        id: letter.id,
        receivedAt: letter.receivedAt.toISOString(),
        to: [...letter.to],
        from: letter.from,
        subject: letter.subject,
        html: letter.html,
        text: letter.text,
      };
    },
  );

  // The letter as its reader sees it, alone in a frame: no script, nothing fetched but its own pictures.
  app.get(
    '/dev/mail/:id/letter.html',
    { schema: { hide: true, params: z.object({ id: z.uuid() }) } },
    async (request, reply) => {
      const letter = await sink.getLetter(request.params.id);
      if (!letter) throw notFound();
      const html = letter.attachments.reduce(
        (page, part) =>
          part.contentId
            ? page.replaceAll(
                `cid:${part.contentId.replace(/^<|>$/g, '')}`,
                `data:${part.mediaType};base64,${Buffer.from(part.bytes).toString('base64')}`,
              )
            : page,
        letter.html,
      );
      return reply
        .header(
          'content-security-policy',
          "default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox allow-popups allow-top-navigation-by-user-activation",
        )
        .header('x-frame-options', 'SAMEORIGIN')
        .type('text/html; charset=utf-8')
        .send(html);
    },
  );
}
