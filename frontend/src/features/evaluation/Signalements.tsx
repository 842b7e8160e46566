import { Button, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';

import { api } from '../../commun/api/client';
import { annoncer } from '../../commun/annonces';
import { EtatVide } from '../../commun/Etats';
import { Formulaire, useFormulaire } from '../../commun/formulaire';
import { concerne, useMoi } from '../../commun/moi';
import { dateHeure } from '../../commun/temps';
import type { Evaluation, Listes, Signalement } from './api';
import { FormulaireSignalement } from './FormulaireSignalement';
import classes from './evaluation.module.css';

/** What went to the judicial authority, minor by minor, beside the evaluation. */
export function Signalements({ ipId, evaluation: e, listes }: { ipId: string; evaluation: Evaluation; listes: Listes }) {
  const peut = concerne(useMoi(), { missions: ['EVALUATION', 'DECISION', 'RECUEIL'] });
  const [saisie, setSaisie] = useState(false);
  const [aAnnuler, setAAnnuler] = useState<Signalement | null>(null);
  return (
    <section aria-label="Signalements">
      <div className={classes.entete}>
        <h2>Signalements</h2>
        {peut && !saisie && <Button onClick={() => setSaisie(true)}>Signaler un mineur</Button>}
      </div>
      {saisie && <FormulaireSignalement ipId={ipId} evaluation={e} listes={listes} onFini={() => setSaisie(false)} onRenonce={() => setSaisie(false)} />}
      {e.signalements.length === 0 && !saisie && <EtatVide titre="Aucun signalement">Un signalement peut partir pour un mineur à tout moment, sans fermer l’évaluation.</EtatVide>}
      <ul className={classes.liste}>
        {e.signalements.map((s) => (
          <li key={s.id} className={classes.ligne}>
            <p className={s.annule ? classes.annule : undefined}>
              <strong>{s.mineur}</strong>, le {dateHeure(s.transmisLe)}
              {' · '}
              {s.destinataireLibelle}
              {s.juridiction && ` (${s.juridiction})`}
              {s.reference && ` · référence ${s.reference}`}
            </p>
            <p>{s.critereLibelle}</p>
            {s.expose && (
              <details>
                <summary>Exposé</summary>
                <p className={classes.texte}>{s.expose}</p>
              </details>
            )}
            <p className={classes.discret}>
              Noté par {s.auteur} le {dateHeure(s.saisieLe)}
              {s.annule && ` · annulé\u00a0: ${s.annuleMotif}`}
            </p>
            {peut && !s.annule && (
              <Button variant="subtle" size="compact-sm" onClick={() => setAAnnuler(s)}>
                Annuler<span className="jalon-invisible"> le signalement de {s.mineur}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Modal opened={aAnnuler !== null} onClose={() => setAAnnuler(null)} title="Annuler ce signalement" closeButtonProps={{ 'aria-label': 'Fermer' }}>
        {aAnnuler && <Annulation ipId={ipId} signalement={aAnnuler} onFini={() => setAAnnuler(null)} />}
      </Modal>
    </section>
  );
}

function Annulation({ ipId, signalement, onFini }: { ipId: string; signalement: Signalement; onFini: () => void }) {
  const f = useFormulaire({
    initiales: { motif: '' },
    envoyer: (v, { cle }) => api.post(`/api/ip/${ipId}/signalements/${signalement.id}/annulation`, v, { cleIdempotence: cle }),
    reussi: () => {
      annoncer('Signalement annulé. La ligne reste, barrée, avec son motif.');
      onFini();
    },
  });
  return (
    <Formulaire f={f} verbe="Annuler le signalement" consequence="À utiliser pour une erreur de saisie. L’autorité judiciaire n’est pas prévenue par Jalon.">
      <Textarea label="Motif" autosize minRows={2} data-autofocus {...f.champ('motif')} />
    </Formulaire>
  );
}
