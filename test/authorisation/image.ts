import sharp from 'sharp';

/** An image that every address which takes one takes. */
export const IMAGE = await sharp({ create: { width: 200, height: 200, channels: 3, background: '#1a2756' } })
  .png()
  .toBuffer();
