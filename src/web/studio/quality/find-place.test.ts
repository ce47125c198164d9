import { describe, expect, it } from 'vitest';
import { templates } from '../templates/templates.ts';
import { findPlace } from './find-place.ts';

describe('where a finding is mended', () => {
  const { content } = templates['case-report'];
  const design = { id: 'abc', content };

  it('is a field of the designer or of the dossier', () => {
    expect(findPlace(design, '/content/outcomes/1/text/nl')).toEqual({
      href: '/studio/designs/abc?section=outcomes#content.outcomes.1.text.nl',
      part: { house: 'content', section: 'outcomes' },
      row: 2,
    });
    expect(findPlace(design, '/dossier/outcomes/LO3').href).toBe(
      '/studio/designs/abc/dossier?section=outcomes#row-LO3',
    );
    expect(findPlace(design, '/dossier/statements/need').part).toEqual({
      house: 'dossier',
      section: 'grounds',
    });
  });

  it('is a page, whatever it points at', () => {
    for (const pointer of ['', '/', '/content', '/dossier', '/content/nothing/9', '/dossier/nothing'])
      expect(findPlace(design, pointer).href).toMatch(/^\/studio\/designs\/abc/);
  });
});
