import { Waarmerk } from '../ui/waarmerk.tsx';

const colours: readonly (readonly [string, string, string])[] = [
  ['paper', '#fbfbf9', '#0f1421'],
  ['sheet', '#ffffff', '#161c2b'],
  ['wash', '#f2f3f0', '#1c2334'],
  ['rule', '#d9dad5', '#2c3448'],
  ['edge', '#7f8592', '#77819a'],
  ['ink', '#131a2e', '#eceef2'],
  ['ink2', '#434a5c', '#bcc3d1'],
  ['ink3', '#5c6373', '#98a1b4'],
  ['kobalt', '#1540bd', '#9fb6ff'],
  ['kobalt-deep', '#0d2c8a', '#c3d1ff'],
  ['kobalt-wash', '#e8edfa', '#1c2950'],
  ['on-kobalt', '#ffffff', '#0c1330'],
  ['passed', '#0b6637', '#74d39b'],
  ['passed-wash', '#e5f1e9', '#14301f'],
  ['warning', '#835300', '#f0bf5a'],
  ['warning-wash', '#faf0d8', '#35290f'],
  ['failed', '#ad1220', '#ff9d97'],
  ['failed-wash', '#fae8e7', '#3d1719'],
  ['open', '#474e5e', '#b4bccb'],
  ['open-wash', '#e9ebef', '#252c3d'],
  ['tag', '#e1e2e3', '#272c38'],
];

export function Colours() {
  return (
    <ul className="grid grid-cols-2 gap-4 wide:grid-cols-5">
      {colours.map(([name, light, dark]) => (
        <li key={name}>
          <svg className="block h-9 w-full" aria-hidden="true">
            <rect width="50%" height="100%" fill={light} />
            <rect x="50%" width="50%" height="100%" fill={dark} />
            <rect width="100%" height="100%" fill="none" stroke="var(--color-rule)" />
          </svg>
          <b className="xs">{name}</b>
          <div className="xs text-ink2">
            {light} {dark}
          </div>
        </li>
      ))}
    </ul>
  );
}

const styles: readonly (readonly [string, string])[] = [
  ['d1', 'Catalogue'],
  ['h1', 'Alignment'],
  ['t1', 'Leergang Digitaal Leiderschap'],
  ['h2', 'Decision'],
  ['t2', 'Student Teaching Qualification (StuKO)'],
  ['t3', 'Assess the social impact of a land acquisition before it is decided'],
  ['lead', 'Nothing has been signed, sent or logged yet.'],
  ['h3', 'Every check, in the order in which it ran'],
  ['label', 'How it is assessed'],
  ['holder', 'Amara Okonjo'],
  ['m', 'Button, navigation, table: 1,204 · 17-07-2026 · 5.5'],
  ['s', 'Small text, supporting'],
  ['xs', 'Labels of facts, tags'],
  ['mono', 'e467 6d32 963d 2926'],
];

export function TypeStyles() {
  return (
    <ul className="flex flex-col gap-2">
      {styles.map(([name, words]) => (
        <li key={name} className="flex flex-wrap items-baseline gap-x-4">
          <span className={name}>{words}</span>
          <span className="xs text-ink3">{name}</span>
        </li>
      ))}
    </ul>
  );
}

const inks = ['#b3121d', '#1a2756', '#0c5a63', '#b97400'];

const hashes = [
  'e4676d32963d2926e4acd99304b85bdf21f4e5dd5b3bed27e6664dece8dfca71',
  '441b0053234f1fcfe43e6dffa0521e75fd2a344fd41c6e2d48088a592cd7d421',
  '03aad1c4f28f33e63b43acf0ca0d0231eba1a0341403272d5ccd87a0037811a1',
  '353ce8b3d6868cf333fc9142c51280ed8d87be9ac0a26b4f3f21c74023b6193d',
  'eda09e3f5f4c7934c79f40b8b16a5a9400be20b9876172165b3f258c6923f6fc',
  'a36bcf128494d1209055bdd9fa0b68bbe18a2a1f850a3e85f654adedd3054fd0',
];

export function Marks() {
  return (
    <ul className="flex flex-col gap-4">
      {hashes.map((hash) => (
        <li key={hash} className="flex flex-wrap items-center gap-4">
          <Waarmerk hash={hash} palette={inks} pixels={160} className="w-40" />
          <Waarmerk hash={hash} palette={inks} pixels={72} className="w-18" />
          <Waarmerk hash={hash} palette={inks} pixels={24} className="w-6" />
          <Waarmerk hash={hash} palette={inks} pixels={160} variant="mono" className="w-40" />
          <Waarmerk hash={hash} palette={inks} pixels={160} variant="square" className="w-40" />
          <Waarmerk hash={hash} palette={inks} pixels={160} variant="blind" className="w-40" />
          <Waarmerk hash={hash} palette={inks} pixels={160} variant="on-dark" className="w-40" />
        </li>
      ))}
    </ul>
  );
}
