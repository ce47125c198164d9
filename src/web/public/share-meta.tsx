type ShareMetaProps = {
  /** Absolute, and canonical: without a language or a view. */
  readonly url: string;
  readonly title: string;
  readonly description: string;
  /** Absolute; 1200 × 630. */
  readonly image: string;
  readonly imageText: string;
};

const DESCRIPTION = 200;

/** What other sites show when someone shares the address. React moves it into the head. */
export function ShareMeta({ url, title, description, image, imageText }: ShareMetaProps) {
  const short = shorten(description);
  return (
    <>
      <link rel="canonical" href={url} />
      <meta name="description" content={short} />
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content="Waarmerk" />
      <meta property="og:url" content={url} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={short} />
      <meta property="og:image" content={image} />
      <meta property="og:image:type" content="image/png" />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      <meta property="og:image:alt" content={imageText} />
      <meta name="twitter:card" content="summary_large_image" />
      <meta name="twitter:title" content={title} />
      <meta name="twitter:description" content={short} />
      <meta name="twitter:image" content={image} />
      <meta name="twitter:image:alt" content={imageText} />
    </>
  );
}

function shorten(text: string): string {
  const letters = [...text.replace(/\s+/g, ' ').trim()];
  return letters.length <= DESCRIPTION ? letters.join('') : `${letters.slice(0, DESCRIPTION - 1).join('')}…`;
}
