import type { RouterContextProvider } from 'react-router';
import { shownAccreditationsSchema } from '../../features/accreditations/accreditations.schema.ts';
import { addQuery } from './add-query.ts';
import { readApi } from './api.ts';

/** What an institution shows of its external quality assurance now, expired decisions too. */
export function loadAccreditations(context: Readonly<RouterContextProvider>, institution: string) {
  return readApi(
    context,
    addQuery('/api/v1/accreditations/shown', '', { institution }),
    shownAccreditationsSchema,
  );
}
