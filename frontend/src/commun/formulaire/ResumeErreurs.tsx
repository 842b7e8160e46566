import { Alert } from '@mantine/core';
import { useEffect, useRef } from 'react';

import { idDeChamp } from './champs';
import type { FormulaireVue } from './useFormulaire';

/** Finds the field of an error: by its id, by its path, or the first thing in it that takes the focus. */
export function trouverChamp(formId: string, chemin: string): HTMLElement | null {
  const form = document.getElementById(formId);
  const trouve = document.getElementById(idDeChamp(formId, chemin)) ?? form?.querySelector<HTMLElement>(`[data-path="${CSS.escape(chemin)}"]`);
  if (!trouve) return null;
  return trouve.matches('input,select,textarea,button') ? trouve : (trouve.querySelector<HTMLElement>('input,select,textarea,button,[tabindex]') ?? trouve);
}

/** All that is to be corrected, at the top, with links to the fields; takes the focus at each refused attempt. */
export function ResumeErreurs<V extends object>({ f, libelle }: { f: FormulaireVue<V>; libelle?: (chemin: string) => string | undefined }) {
  const boite = useRef<HTMLDivElement>(null);
  const erreurs = Object.entries(f.form.errors).filter(([, m]) => m);
  const general = f.probleme && !f.probleme.erreurs.length && !f.probleme.avertissements.length && !f.probleme.conflit ? f.probleme : null;
  useEffect(() => {
    if (f.essais > 0) boite.current?.focus();
  }, [f.essais]);
  if (!erreurs.length && !general) return null;
  return (
    <Alert color="red" variant="light" ref={boite} tabIndex={-1} role="alert" mb="md"
      title={general ? general.titre : erreurs.length === 1 ? 'Un point est à corriger' : `${erreurs.length} points sont à corriger`}>
      {general?.detail}
      {erreurs.length > 0 && (
        <ul style={{ margin: 0, paddingLeft: '1.2rem' }}>
          {erreurs.map(([chemin, message]) => {
            const nom = libelle?.(chemin);
            const texte = (
              <>
                {nom && `${nom}\u00a0: `}
                {message}
              </>
            );
            return (
              <li key={chemin}>
                {chemin === '' ? texte : (
                  <a href={`#${idDeChamp(f.id, chemin)}`}
                    onClick={(e) => {
                      e.preventDefault();
                      const champ = trouverChamp(f.id, chemin);
                      champ?.scrollIntoView({ block: 'center' });
                      champ?.focus({ preventScroll: true });
                    }}>
                    {texte}
                  </a>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </Alert>
  );
}
