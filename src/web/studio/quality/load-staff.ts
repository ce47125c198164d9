import type { RouterContextProvider } from 'react-router';
import { type QualificationView, staffSchema } from '../../../features/quality/staff.schema.ts';
import { readApi } from '../../lib/api.ts';
import type { DossierSectionId } from './dossier-sections.ts';

/** Recorded qualifications, where a section of the dossier asks for people; elsewhere nobody needs them. */
export async function loadStaff(
  context: Readonly<RouterContextProvider>,
  section: DossierSectionId,
): Promise<{ readonly qualifications: readonly QualificationView[] }> {
  return section === 'team'
    ? await readApi(context, '/api/v1/quality/staff', staffSchema)
    : { qualifications: [] };
}
