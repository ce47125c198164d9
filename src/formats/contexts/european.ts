/**
 * Terms for the European elements that Open Badges lacks (DECISIONS 14), as an extra document only: at one fixed
 * name, bundled in every copy of this software, so that installations verify each other without a fetch. Terms are
 * those of the European Learning Model 3 where it has one, the rest stand under the context's own name.
 */
import type { JsonObject } from '../format.ts';

export const EUROPEAN_ELEMENTS = 'https://w3id.org/waarmerk/contexts/eu/v1.json';

const DC = 'http://purl.org/dc/terms/';
const ELM = 'http://data.europa.eu/snb/model/elm/';
const OWN = `${EUROPEAN_ELEMENTS}#`;
const XSD = 'http://www.w3.org/2001/XMLSchema#';

const concept = (iri: string) => ({ '@id': iri, '@type': '@id' });
const concepts = (iri: string) => ({ '@id': iri, '@type': '@id', '@container': '@set' });
const nodes = (iri: string) => ({ '@id': iri, '@container': '@set' });

/** Each class with its own terms, so that none of them meets a term of Open Badges that has the same name. */
export const europeanElementsContext: JsonObject = {
  '@context': {
    '@protected': true,
    learningSpecification: `${ELM}specifiedBy`,
    LearningAchievementSpecification: {
      '@id': `${ELM}LearningAchievementSpecification`,
      '@context': {
        '@protected': true,
        ECTS: { '@id': `${OWN}ECTS`, '@type': `${XSD}decimal` },
        eheaCycle: concept(`${OWN}eheaCycle`),
        educationProgramIdentifier: nodes(`${OWN}educationProgramIdentifier`),
        entryRequirement: `${ELM}entryRequirement`,
        eqfLevel: concept(`${ELM}EQFLevel`),
        instructionLanguage: nodes(`${OWN}instructionLanguage`),
        learningOutcome: nodes(`${ELM}learningOutcome`),
        nlqfLevel: concept(`${ELM}NQFLevel`),
        participationType: concepts(`${ELM}mode`),
        provenBy: nodes(`${ELM}provenBy`),
        qualityAssurance: `${ELM}accreditation`,
        stackable: { '@id': `${OWN}stackable`, '@type': `${XSD}boolean` },
        thematicArea: concepts(`${ELM}ISCEDFCode`),
        volumeOfLearning: { '@id': `${ELM}volumeOfLearning`, '@type': `${XSD}duration` },
      },
    },
    LearningOutcome: {
      '@id': `${ELM}LearningOutcome`,
      '@context': {
        '@protected': true,
        relatedESCOSkill: concepts(`${ELM}relatedESCOSkill`),
        relatedSkill: concepts(`${ELM}relatedSkill`),
        title: `${DC}title`,
      },
    },
    LearningAssessmentSpecification: {
      '@id': `${ELM}LearningAssessmentSpecification`,
      '@context': {
        '@protected': true,
        assessmentType: concept(`${DC}type`),
        supervisionType: concept(`${ELM}idVerification`),
        title: `${DC}title`,
        weight: { '@id': `${OWN}weight`, '@type': `${XSD}decimal` },
      },
    },
    Accreditation: {
      '@id': `${ELM}Accreditation`,
      '@context': {
        '@protected': true,
        accreditationIdentifier: 'http://www.w3.org/ns/adms#identifier',
        accreditationType: concept(`${DC}type`),
        accreditingAgent: `${ELM}accreditingAgent`,
        dateIssued: { '@id': `${DC}issued`, '@type': `${XSD}dateTime` },
        decision: concept(`${ELM}decision`),
        decisionStatus: `${OWN}decisionStatus`,
        expiryDate: { '@id': `${ELM}expiryDate`, '@type': `${XSD}dateTime` },
        framework: `${OWN}framework`,
        landingPage: concept(`${ELM}landingPage`),
        limitEQFLevel: concepts(`${ELM}limitEQFLevel`),
        limitField: concepts(`${ELM}limitField`),
        limitUnit: `${OWN}limitUnit`,
        statement: `${DC}description`,
        statementUrl: concept(`${OWN}statementUrl`),
        title: `${DC}title`,
      },
    },
    Organisation: {
      '@id': `${ELM}Organisation`,
      '@context': { '@protected': true, legalName: 'http://www.w3.org/ns/regorg#legalName' },
    },
    Identifier: {
      '@id': `${ELM}Identifier`,
      '@context': {
        '@protected': true,
        notation: 'http://www.w3.org/2004/02/skos/core#notation',
        schemeName: { '@id': `${ELM}schemeName`, '@type': `${XSD}string` },
      },
    },
    Note: {
      '@id': `${ELM}Note`,
      '@context': { '@protected': true, noteLiteral: `${ELM}noteLiteral` },
    },
  },
};
