/** The whole nervous system on one page: what follows from each act. Every reaction may run again without harm. */
import { z } from 'zod';
import {
  accountChangeSchema,
  announceEndings,
  endSessionsAt,
  sendAccountLetters,
  sendCodeLetter,
  sendEndLetter,
} from '../features/accounts/index.ts';
import { endUndoWindow, findAward, sendOfferLetter, sendRevocationLetter } from '../features/awards/index.ts';
import { projectOffer, projectVersion, removeRetired } from '../features/catalogue/index.ts';
import { assignDocuments, issueHolderEdition, issuePublicEdition } from '../features/credentials/index.ts';
import { askAgain, countFeedback, FEEDBACK_KINDS, sendAskLetter } from '../features/feedback/index.ts';
import {
  forgetDeclinedRequests,
  sendInvitationLetter,
  sendRequestReceipt,
  sendRequestRefusal,
} from '../features/institutions/index.ts';
import { sendCompromiseLetters } from '../features/keys/index.ts';
import {
  CAUSES,
  callReviews,
  recordFirstAward,
  sendMoveLetters,
  sendReviewLetters,
} from '../features/quality/index.ts';
import { publishStatusList, republishStatusLists } from '../features/status/index.ts';
import { DAY_BEGAN, type Reaction, type Reactions } from '../platform/jobs/index.ts';
import type { Deps } from './deps.ts';
import { keepHouse } from './keep-house.ts';

export function composeReactions(deps: Deps): Reactions {
  return {
    'email-code-requested': {
      'a letter with the code goes out': (payload) =>
        sendCodeLetter(deps, z.object({ codeId: z.string(), language: z.enum(['en', 'nl']) }).parse(payload)),
    },
    'member-invited': {
      'a letter asks them': inInstitution(z.object({ invitationId: z.string() }), (institutionId, payload) =>
        sendInvitationLetter(deps, institutionId, payload),
      ),
    },
    'member-left': {
      'whoever left is signed out': inInstitution(
        z.object({ personId: z.string() }),
        (institutionId, payload) => endSessionsAt(deps, institutionId, payload),
      ),
    },
    'account-changed': {
      'its other addresses are told': (payload) =>
        sendAccountLetters(deps, accountChangeSchema.parse(payload)),
    },
    'affiliation-ending': {
      'the learner is asked for an identity that stays': (payload) =>
        sendEndLetter(deps, z.object({ identityId: z.string(), personId: z.string() }).parse(payload)),
    },
    [DAY_BEGAN]: {
      'affiliations that end soon are announced': () => announceEndings(deps),
      'who earned something half a year ago is asked again': () => askAgain(deps),
      'reviews that fall due are called': () => callReviews(deps),
      'who asked in vain is forgotten': () => forgetDeclinedRequests(deps),
      'what is kept no longer is removed': () => keepHouse(deps),
    },
    'version-published': {
      'the published version appears in the catalogue': inInstitution(
        z.object({ versionId: z.string() }),
        (institutionId, payload) => projectVersion(deps, institutionId, payload),
      ),
    },
    'design-retired': {
      'a retired design leaves the catalogue': inInstitution(
        z.object({ designId: z.string() }),
        (institutionId, payload) => removeRetired(deps, institutionId, payload),
      ),
    },
    'offer-changed': {
      'the catalogue shows what the institution offers now': inInstitution(z.object({}), (institutionId) =>
        projectOffer(deps, institutionId),
      ),
    },
    'institution-requested': {
      'a letter confirms that the request arrived': (payload) =>
        sendRequestReceipt(deps, oneRequest.parse(payload)),
    },
    'institution-request-declined': {
      'who asked is told why': (payload) => sendRequestRefusal(deps, oneRequest.parse(payload)),
    },
    'undo-window-ended': {
      'what nobody took back is granted': inInstitution(
        z.object({ batchId: z.string() }),
        (institutionId, payload) => endUndoWindow(deps, institutionId, payload),
      ),
    },
    'awards-granted': {
      'the credential is signed': inInstitution(manyAwards, (institutionId, { awardIds }) =>
        issueHolderEdition(deps, institutionId, { awardIds, format: 'ob3-data-integrity' }),
      ),
      'the design is in use': inInstitution(manyAwards, async (institutionId, { awardIds }) => {
        const award = await deps.database.asWorker(institutionId, (tx) => findAward(tx, awardIds[0] ?? ''));
        if (award) await recordFirstAward(deps, institutionId, { versionId: award.versionId });
      }),
      'the recipient gets a letter': inInstitution(manyAwards, async (institutionId, { awardIds }) => {
        for (const awardId of awardIds) await sendOfferLetter(deps, institutionId, { awardId });
      }),
    },
    'award-claimed': {
      "the documents become the learner's": inInstitution(
        z.object({ awardId: z.string() }),
        async (institutionId, { awardId }) => {
          await deps.database.asWorker(institutionId, async (tx) => {
            const award = await findAward(tx, awardId);
            if (award?.personId) await assignDocuments(tx, awardId, award.personId);
          });
        },
      ),
      'a name that was settled is signed anew': inInstitution(
        z.object({ awardId: z.string(), nameSettled: z.boolean() }),
        async (institutionId, { awardId, nameSettled }) => {
          if (nameSettled)
            await issueHolderEdition(deps, institutionId, {
              awardIds: [awardId],
              format: 'ob3-data-integrity',
              anew: true,
            });
        },
      ),
    },
    'publication-changed': {
      'what the learner chose to show is signed': inInstitution(oneAward, (institutionId, payload) =>
        issuePublicEdition(deps, institutionId, payload),
      ),
    },
    'status-changed': {
      'the status list is signed anew': inInstitution(
        z.object({ listId: z.string() }),
        (institutionId, payload) => publishStatusList(deps, institutionId, payload),
      ),
    },
    'key-compromised': {
      'what a stolen key says of revocations is said anew by the next one': inInstitution(
        compromisedKey,
        async (institutionId, { issuerId, purpose }) => {
          if (purpose === 'status') await republishStatusLists(deps, institutionId, { issuerId });
        },
      ),
      'the administrators are told': inInstitution(compromisedKey, (institutionId, payload) =>
        sendCompromiseLetters(deps, institutionId, payload),
      ),
    },
    'feedback-asked': {
      'a letter asks how it went since': inInstitution(oneAward, (institutionId, payload) =>
        sendAskLetter(deps, institutionId, payload),
      ),
    },
    'feedback-given': {
      'it is counted anew, in fives': inInstitution(
        z.object({ versionId: z.string(), kind: z.enum(FEEDBACK_KINDS) }),
        (institutionId, payload) => countFeedback(deps, institutionId, payload),
      ),
    },
    'design-moved': {
      'who is waited for is asked, and its makers are told': inInstitution(
        z.object({ cycleId: z.string(), seq: z.number() }),
        (institutionId, payload) => sendMoveLetters(deps, institutionId, payload),
      ),
    },
    'review-called': {
      'who made it, answers for it or keeps the clock is told why': inInstitution(
        z.object({
          cycleId: z.string(),
          causes: z.array(z.object({ kind: z.enum(CAUSES), ref: z.string() })),
        }),
        (institutionId, payload) => sendReviewLetters(deps, institutionId, payload),
      ),
    },
    'award-revoked': {
      'the learner is told': inInstitution(oneAward, (institutionId, payload) =>
        sendRevocationLetter(deps, institutionId, payload),
      ),
    },
  };
}

const compromisedKey = z.object({ issuerId: z.string(), kid: z.string(), purpose: z.string() });
const oneRequest = z.object({ requestId: z.string() });
const oneAward = z.object({ awardId: z.string() });
const manyAwards = z.object({ awardIds: z.array(z.string()) });

/** Parses what was announced; an act outside of an institution is a fault of ours and is parked with its reason. */
function inInstitution<Payload>(
  schema: z.ZodType<Payload>,
  react: (institutionId: string, payload: Payload) => Promise<unknown>,
): Reaction {
  return async (payload, institutionId) => {
    if (institutionId === null) throw new Error('this act belongs to no institution');
    await react(institutionId, schema.parse(payload));
  };
}
