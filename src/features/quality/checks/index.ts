/** What a criterion's `check` names. Pure functions; everything they compare with stands in the pack or a table. */
import type { Check } from '../finding.ts';
import type { CheckName } from '../pack.schema.ts';
import { checkAssessmentFitsPlace } from './assessment-fits-place.ts';
import { checkAssessmentsLinked } from './assessments-linked.ts';
import { checkAudience } from './audience.ts';
import { checkComplaintsRoute } from './complaints-route.ts';
import { checkDifference } from './difference.ts';
import { checkElement } from './element.ts';
import { checkEssentialPassed } from './essential-passed.ts';
import { checkHoursPerCredit } from './hours-per-credit.ts';
import { checkLanguages } from './languages.ts';
import { checkLevelArgued } from './level-argued.ts';
import { checkLevelAssessed } from './level-assessed.ts';
import { checkOutcomeCount } from './outcome-count.ts';
import { checkOutcomePath } from './outcome-path.ts';
import { checkOutcomeVerb } from './outcome-verb.ts';
import { checkOutcomesAssessed } from './outcomes-assessed.ts';
import { checkSecondExaminer } from './second-examiner.ts';
import { checkSize } from './size.ts';
import { checkStackingAgreed } from './stacking-agreed.ts';
import { checkStaffQualified } from './staff-qualified.ts';
import { checkStatement } from './statement.ts';
import { checkSupervisionDeclared } from './supervision-declared.ts';
import { checkTitleWords } from './title-words.ts';
import { checkUnsupervisedJustified } from './unsupervised-justified.ts';
import { checkWeights } from './weights.ts';
import { checkWorkloadBasis } from './workload-basis.ts';
import { checkWorkloadSums } from './workload-sums.ts';

export const checks = {
  element: checkElement,
  languages: checkLanguages,
  size: checkSize,
  'hours-per-credit': checkHoursPerCredit,
  'outcome-count': checkOutcomeCount,
  'outcome-verb': checkOutcomeVerb,
  'outcome-path': checkOutcomePath,
  'level-argued': checkLevelArgued,
  'level-assessed': checkLevelAssessed,
  'outcomes-assessed': checkOutcomesAssessed,
  'assessments-linked': checkAssessmentsLinked,
  'assessment-fits-place': checkAssessmentFitsPlace,
  weights: checkWeights,
  'essential-passed': checkEssentialPassed,
  'supervision-declared': checkSupervisionDeclared,
  'unsupervised-justified': checkUnsupervisedJustified,
  'second-examiner': checkSecondExaminer,
  'workload-sums': checkWorkloadSums,
  'workload-basis': checkWorkloadBasis,
  'staff-qualified': checkStaffQualified,
  'title-words': checkTitleWords,
  'stacking-agreed': checkStackingAgreed,
  statement: checkStatement,
  'complaints-route': checkComplaintsRoute,
  audience: checkAudience,
  difference: checkDifference,
} as const satisfies Record<CheckName, Check>;
