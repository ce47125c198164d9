/** Numbers and curves of DESIGN 10, "Drawing". θ runs clockwise from the top. */

export type Radius = (theta: number) => number;

/** One decimal for coordinates, lengths and angles; a leading zero says nothing. */
export function round1(value: number): string {
  return trim((Math.round(value * 10) / 10).toFixed(1));
}

/** Three decimals for scales. */
export function round3(value: number): string {
  return trim((Math.round(value * 1000) / 1000).toFixed(3));
}

function trim(text: string): string {
  const short = text.replace(/\.?0+$/, '').replace(/^(-?)0\./, '$1.');
  return short === '-0' || short === '' || short === '-' ? '0' : short;
}

export function pair(x: number, y: number): string {
  const second = round1(y);
  return second.startsWith('-') ? `${round1(x)}${second}` : `${round1(x)} ${second}`;
}

const small = 1e-4;

/** A closed curve of cubic Béziers whose handles are the derivative over a third of a piece. */
export function drawCurve(radius: Radius, pieces: number): string {
  const width = (2 * Math.PI) / pieces;
  const x = (theta: number) => radius(theta) * Math.sin(theta);
  const y = (theta: number) => -radius(theta) * Math.cos(theta);
  const slope = (f: Radius, theta: number) => (f(theta + small) - f(theta - small)) / (2 * small);
  const segments = Array.from({ length: pieces }, (_, i) => {
    const [from, to] = [i * width, (i + 1) * width];
    const handle = width / 3;
    return `C${[
      pair(x(from) + slope(x, from) * handle, y(from) + slope(y, from) * handle),
      pair(x(to) - slope(x, to) * handle, y(to) - slope(y, to) * handle),
      pair(x(to), y(to)),
    ].join(' ')}`;
  });
  return `M${pair(x(0), y(0))}${segments.join('')}Z`;
}

/** An open curve y(x) from left to right, with handles as above. */
export function drawWave(y: (x: number) => number, width: number, pieces: number): string {
  const step = width / pieces;
  const slope = (x: number) => (y(x + small) - y(x - small)) / (2 * small);
  const segments = Array.from({ length: pieces }, (_, i) => {
    const [from, to] = [i * step, (i + 1) * step];
    const handle = step / 3;
    return `C${[
      pair(from + handle, y(from) + slope(from) * handle),
      pair(to - handle, y(to) - slope(to) * handle),
      pair(to, y(to)),
    ].join(' ')}`;
  });
  return `M${pair(0, y(0))}${segments.join('')}`;
}

export type Attributes = Readonly<Record<string, string | number | undefined>>;

export function element(name: string, attributes: Attributes, content?: string): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? round1(value) : value}"`)
    .join('');
  return content === undefined ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

export function rotate(degrees: number): string {
  return `rotate(${round1(degrees)})`;
}

/** Text that stands in an attribute. */
export function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
