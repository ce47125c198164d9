import { useT } from '../lib/language.tsx';
import { StatusBar } from '../ui/status-bar.tsx';

/** What is no offer to anyone says so before anything else. */
export function Standing({ test, archived }: { readonly test: boolean; readonly archived: boolean }) {
  const t = useT();
  if (!test && !archived) return null;
  return (
    <div className="notices">
      {test && <StatusBar state="warning" title={t('public.test.title')} note={t('public.test.text')} />}
      {archived && (
        <StatusBar state="warning" title={t('public.archived.unit')} note={t('public.archived.text')} />
      )}
    </div>
  );
}
