export { answerQuestions } from './answer-questions.ts';
export {
  type AskWorker,
  createLimitedWorker,
  type WorkerLimits,
  type WorkerReason,
  WorkerRefusal,
} from './limited-worker.ts';
