/** The other side of `createLimitedWorker`: one question, one answer. */
import { parentPort } from 'node:worker_threads';

export type Reply<Answer> = { readonly answer: Answer } | { readonly error: string };

export function answerQuestions<Question, Answer>(
  answer: (question: Question) => Answer | Promise<Answer>,
): void {
  parentPort?.on('message', async (question: Question) => {
    parentPort?.postMessage(await reply(answer, question));
  });
  parentPort?.postMessage('ready');
}

async function reply<Question, Answer>(
  answer: (question: Question) => Answer | Promise<Answer>,
  question: Question,
): Promise<Reply<Answer>> {
  try {
    return { answer: await answer(question) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
