import { useT } from '../../lib/language.tsx';

/** A part that is another one afterwards: both, side by side where there is room. */
export function BeforeAfter<Part>({
  label,
  change,
  say,
}: {
  readonly label: string;
  readonly change: { readonly before: Part; readonly after: Part } | null;
  readonly say: (part: Part) => readonly string[];
}) {
  const t = useT();
  if (!change) return null;
  return (
    <section>
      <h4 className="difference-head">{label}</h4>
      <dl className="before-after">
        {(['before', 'after'] as const).map((when) => (
          <div key={when}>
            <dt>{t(when === 'before' ? 'rules.was' : 'rules.becomes')}</dt>
            {say(change[when]).map((line) => (
              <dd key={line}>{line}</dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  );
}
