/** The packs that come with the platform. They are ours: one that does not parse stops the start. */
import { type PolicyPack, packSchema } from '../pack.schema.ts';
import euMicrocredential2022 from './eu-microcredential@2022.json' with { type: 'json' };
import euMinimum2022 from './eu-minimum@2022.json' with { type: 'json' };
import nlHboWo2025 from './nl-hbo-wo@2025-05.json' with { type: 'json' };
import nlHboWo2027 from './nl-hbo-wo@2027-05.json' with { type: 'json' };
import nlMbo2024 from './nl-mbo@2024.json' with { type: 'json' };
import proofOfCompetence1 from './proof-of-competence@1.json' with { type: 'json' };
import rugMc2026 from './rug-mc@2026.json' with { type: 'json' };

export const bundledPacks: readonly PolicyPack[] = [
  euMinimum2022,
  euMicrocredential2022,
  nlHboWo2025,
  nlHboWo2027,
  nlMbo2024,
  proofOfCompetence1,
  rugMc2026,
].map((pack) => packSchema.parse(pack));
