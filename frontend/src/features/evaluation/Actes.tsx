import { Button, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';

import { api } from '../../commun/api/client';
import { annoncer } from '../../commun/annonces';
import { EtatVide } from '../../commun/Etats';
import { Formulaire, useFormulaire } from '../../commun/formulaire';
import { useRaccourcis } from '../../commun/raccourcis';
import { dateHeure, dateLongue, heureLisible } from '../../commun/temps';
import { chemin, type Acte, type Evaluation, type Listes } from './api';
import { SaisieActe } from './SaisieActe';
import classes from './evaluation.module.css';

/** One dated list for the fratrie: the work, and the proof of it when nobody could be met. */
export function Actes({ ipId, evaluation: e, listes }: { ipId: string; evaluation: Evaluation; listes: Listes }) {
  const [saisie, setSaisie] = useState<Acte | 'nouveau' | null>(null);
  const [aAnnuler, setAAnnuler] = useState<Acte | null>(null);
  const [rang, setRang] = useState(0);
  const noter = () => e.coordonnable && setSaisie('nouveau');
  useRaccourcis('Évaluation', e.coordonnable ? [{ touche: 'n', libelle: 'Noter un acte', action: noter }] : []);
  const fermer = () => {
    setSaisie(null);
    setRang((n) => n + 1);
  };
  return (
    <section aria-label="Actes de l’évaluation">
      <div className={classes.entete}>
        <h2>Actes</h2>
        {e.coordonnable && saisie === null && <Button onClick={noter}>Noter un acte</Button>}
      </div>
      {saisie !== null && (
        <SaisieActe key={`${saisie === 'nouveau' ? 'nouveau' : saisie.id}-${rang}`} ipId={ipId} evaluation={e} listes={listes}
          acte={saisie === 'nouveau' ? null : saisie} onFini={fermer} onRenonce={() => setSaisie(null)} />
      )}
      {e.actes.length === 0 && saisie === null && (
        <EtatVide titre="Aucun acte noté">
          Visites, entretiens, courriers, rendez-vous et absences viendront ici, dans l’ordre des dates. Chaque acte se note une fois pour la fratrie.
        </EtatVide>
      )}
      <ul className={classes.liste}>
        {[...e.actes].reverse().map((a) => (
          <li key={a.id} className={classes.ligne}>
            <UnActe acte={a} />
            {e.coordonnable && !a.annule && (
              <div className={classes.actes}>
                <Button variant="subtle" size="compact-sm" onClick={() => setSaisie(a)}>
                  Corriger<span className="jalon-invisible">&nbsp;: {a.genreLibelle} du {dateLongue(a.le)}</span>
                </Button>
                <Button variant="subtle" size="compact-sm" onClick={() => setAAnnuler(a)}>
                  Annuler<span className="jalon-invisible">&nbsp;: {a.genreLibelle} du {dateLongue(a.le)}</span>
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      <Modal opened={aAnnuler !== null} onClose={() => setAAnnuler(null)} title="Annuler cet acte" closeButtonProps={{ 'aria-label': 'Fermer' }}>
        {aAnnuler && <Annulation ipId={ipId} acte={aAnnuler} onFini={() => setAAnnuler(null)} />}
      </Modal>
    </section>
  );
}

function UnActe({ acte: a }: { acte: Acte }) {
  const dire = (present: boolean) =>
    a.personnes.filter((p) => p.present === present).map((p) => p.affiche + (p.seul ? (p.accord ? ' (seul, avec l’accord des titulaires)' : ' (seul)') : '')).join(', ');
  const presents = dire(true);
  const absents = dire(false);
  return (
    <>
      <p className={a.annule ? classes.annule : undefined}>
        <strong>
          {dateLongue(a.le)}
          {a.heure && `, ${heureLisible(a.heure)}`}
        </strong>
        {' · '}
        {a.genreLibelle}
        {(a.foyerNom ?? a.lieu) && `, ${a.foyerNom ?? a.lieu}`}
        {a.moyenLibelle && ` (${a.moyenLibelle.toLowerCase()})`}
        {a.motifLibelle && ` · non informé\u00a0: ${a.motifLibelle.toLowerCase()}`}
      </p>
      {presents && <p>Avec {presents}</p>}
      {absents && <p>Absents&nbsp;: {absents}</p>}
      {a.texte && <p>{a.texte}</p>}
      {a.personnes.filter((p) => p.avis).map((p) => (
        <p key={p.mineurId ?? p.adulteId}>
          Avis de {p.affiche}&nbsp;: {p.avis}
        </p>
      ))}
      {a.documentId && (
        <p>
          <a href={`/api/documents/${a.documentId}/contenu`} download>
            Fichier joint
          </a>
        </p>
      )}
      <p className={classes.discret}>
        Noté par {a.auteur ?? 'Jalon'} le {dateHeure(a.saisieLe)}
        {a.annule && ` · annulé\u00a0: ${a.annuleMotif}`}
      </p>
    </>
  );
}

function Annulation({ ipId, acte, onFini }: { ipId: string; acte: Acte; onFini: () => void }) {
  const f = useFormulaire({
    initiales: { motif: '' },
    envoyer: (v, { cle }) => api.post(chemin(ipId, `/actes/${acte.id}/annulation`), { version: acte.version, motif: v.motif }, { cleIdempotence: cle }),
    reussi: () => {
      annoncer('Acte annulé. La ligne reste, barrée, avec son motif.');
      onFini();
    },
  });
  return (
    <Formulaire f={f} verbe="Annuler l’acte">
      <Textarea label="Motif" data-autofocus autosize minRows={2} {...f.champ('motif')} />
    </Formulaire>
  );
}
