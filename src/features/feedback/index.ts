/** The door of feedback: what learners, peers and employers say of a design, and what its makers do with it. */
export { askAgain } from './ask-again.ts';
export { countFeedback } from './count-feedback.ts';
export { registerFeedbackRoutes } from './feedback.routes.ts';
export { KINDS as FEEDBACK_KINDS } from './feedback.schema.ts';
export { getOwnFeedback } from './get-own-feedback.ts';
export { giveFeedback, withdrawFeedback } from './give-feedback.ts';
export { giveReading } from './give-reading.ts';
export { hearAbout } from './hear-about.ts';
export { leaveRemark } from './leave-remark.ts';
export { erasePerson, exportPerson, rebindPerson } from './person-data.ts';
export { recordComplaint, replyToFeedback } from './reply-to-feedback.ts';
export { sendAskLetter } from './send-ask-letter.ts';
