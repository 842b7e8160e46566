import { useEffect, useRef, useState } from 'react';

import { annoncer, retirer, useAnnonces, type Annonce } from '../commun/annonces';
import { enProbleme } from '../commun/api/probleme';
import classes from './cadre.module.css';

/** Short words at the foot of the page, read aloud; the undo of the last act. */
export function Annonces() {
  const annonces = useAnnonces();
  return (
    <div className={classes.annonces} role="status" aria-live="polite">
      {annonces.map((a) => (
        <Une key={a.id} annonce={a} />
      ))}
    </div>
  );
}

function Une({ annonce: a }: { annonce: Annonce }) {
  const [retenue, setRetenue] = useState(false);
  const boite = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (retenue || a.ton === 'erreur') return;
    const t = setTimeout(() => retirer(a.id), a.annuler ? 20_000 : 6_000);
    return () => clearTimeout(t);
  }, [a, retenue]);
  return (
    <div className={classes.annonce} data-ton={a.ton} ref={boite} onMouseEnter={() => setRetenue(true)} onMouseLeave={() => setRetenue(false)} onFocus={() => setRetenue(true)} onBlur={() => setRetenue(false)}>
      <span>{a.texte}</span>
      {a.annuler && (
        <button type="button"
          onClick={async () => {
            retirer(a.id);
            try {
              await a.annuler!();
            } catch (e) {
              annoncer(enProbleme(e).detail, { ton: 'erreur' });
            }
          }}>
          Annuler
        </button>
      )}
      <button type="button" aria-label="Fermer ce message" onClick={() => retirer(a.id)}>
        ×
      </button>
    </div>
  );
}
