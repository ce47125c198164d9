/** PDFs written by hand, as no honest program would write them. */

type RawObject = string | { readonly dict: string; readonly bytes: Uint8Array };

/** Objects in the order of their numbers; the first is the catalog. */
export function composePdf(objects: readonly RawObject[]): Uint8Array {
  const parts: Uint8Array[] = [Buffer.from('%PDF-1.7\n')];
  objects.forEach((object, at) => {
    parts.push(Buffer.from(`${at + 1} 0 obj\n`));
    if (typeof object === 'string') parts.push(Buffer.from(object));
    else
      parts.push(
        Buffer.from(`<<${object.dict}/Length ${object.bytes.length}>>\nstream\n`),
        object.bytes,
        Buffer.from('\nendstream'),
      );
    parts.push(Buffer.from('\nendobj\n'));
  });
  parts.push(Buffer.from(`trailer\n<</Root 1 0 R/Size ${objects.length + 1}>>\nstartxref\n0\n%%EOF\n`));
  return Buffer.concat(parts);
}

/** With a list of names of attached files; object 5 describes a file, object 6 is one. */
export function composePdfWith(
  names: string,
  description: string,
  file: Uint8Array,
  filter = '',
): Uint8Array {
  return composePdf([
    '<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles 4 0 R>>>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 10 10]>>',
    `<</Names[${names}]>>`,
    `<<${description}>>`,
    { dict: `/Type/EmbeddedFile${filter}`, bytes: file },
  ]);
}
