/** What a drawing may consist of: shapes, gradients and their local relations (SVG 2). Everything else is refused. */

export const ELEMENTS: ReadonlySet<string> = new Set(
  [
    'svg g defs symbol use title desc metadata',
    'path rect circle ellipse line polyline polygon',
    'linearGradient radialGradient stop clipPath mask pattern',
    'text tspan',
  ].flatMap((line) => line.split(' ')),
);

/** Read past, with all that is in them: editors leave notes there. */
export const IGNORED: ReadonlySet<string> = new Set(['metadata', 'title', 'desc']);

export const ATTRIBUTES: ReadonlySet<string> = new Set(
  [
    'id viewBox preserveAspectRatio version width height x y x1 y1 x2 y2 cx cy r rx ry fx fy fr dx dy d points pathLength',
    'transform gradientTransform gradientUnits spreadMethod offset patternUnits patternContentUnits patternTransform',
    'clipPathUnits maskUnits maskContentUnits href',
    'fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit',
    'stroke-dasharray stroke-dashoffset opacity color clip-path clip-rule mask stop-color stop-opacity display visibility',
    'vector-effect shape-rendering paint-order mask-type',
    'font-family font-size font-style font-weight text-anchor letter-spacing dominant-baseline rotate textLength',
    'style',
  ].flatMap((line) => line.split(' ')),
);

/** The properties of `style` that are also attributes; `url()` is looked at apart. */
export const STYLE_PROPERTIES: ReadonlySet<string> = new Set(
  [...ATTRIBUTES].filter(
    (name) => name.includes('-') || ['fill', 'stroke', 'opacity', 'color', 'mask'].includes(name),
  ),
);
