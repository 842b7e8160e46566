import { Button, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';

import { api } from '../../commun/api/client';
import { annoncer } from '../../commun/annonces';
import { CarteEnfantConnu } from '../../commun/enfant/CarteEnfantConnu';
import { Donnees, EtatVide } from '../../commun/Etats';
import { Formulaire, useFormulaire } from '../../commun/formulaire';
import { Page } from '../../commun/Page';
import { dateLongue, jourDe, pluriel } from '../../commun/temps';
import { useDoublons, useEnfant, type PaireDoublon } from './api';
import { FormReunion } from './FormReunion';
import classes from './enfants.module.css';

type Choix = { paire: PaireDoublon; quoi: 'reunir' | 'ecarter' } | null;

/** Pairs of files that may be one child: united, or said to be two. */
export default function EcranDoublons() {
  const requete = useDoublons();
  const [choix, setChoix] = useState<Choix>(null);
  const fermer = () => setChoix(null);
  return (
    <Page titre="Doublons probables">
      <p>Deux dossiers dont le nom se prononce pareil et dont les naissances peuvent être la même. Regardez, puis réunissez-les ou dites que ce sont deux enfants.</p>
      <Donnees requete={requete} quoi="Lecture des doublons">
        {({ paires, total }) => paires.length === 0 ? (
          <EtatVide titre="Aucun doublon à regarder">Ils sont repérés quand un dossier est ouvert ou corrigé.</EtatVide>
        ) : (
          <>
            <p role="status">{pluriel(total, 'paire')} à regarder{total > paires.length && `, les ${paires.length} plus probables ici`}.</p>
            {paires.map((p, n) => (
              // Namesakes are what this page is about: the rank tells one pair from the next.
              <section key={p.a + p.b} className={classes.paire} aria-label={`Paire ${n + 1}\u00a0: ${p.enfantA.nom.affiche} et ${p.enfantB.nom.affiche}`}>
                <div className={classes.duo}>
                  <Link to={`/enfants/${p.a}`} className={classes.carte}><CarteEnfantConnu carte={p.enfantA} /></Link>
                  <Link to={`/enfants/${p.b}`} className={classes.carte}><CarteEnfantConnu carte={p.enfantB} /></Link>
                </div>
                <div className={classes.sous}>
                  <span className={classes.discret}>{p.memeNaissance ? 'Même date de naissance' : 'Naissances compatibles'} · repérés le {dateLongue(jourDe(p.repereLe))}</span>
                  <span className={classes.boutons}>
                    <Button variant="default" size="compact-md" onClick={() => setChoix({ paire: p, quoi: 'reunir' })}>Réunir</Button>
                    <Button variant="subtle" size="compact-md" onClick={() => setChoix({ paire: p, quoi: 'ecarter' })}>Ce sont deux enfants</Button>
                  </span>
                </div>
              </section>
            ))}
          </>
        )}
      </Donnees>
      <Modal opened={choix !== null} onClose={fermer} title={choix?.quoi === 'reunir' ? 'Réunir deux dossiers' : 'Ce sont deux enfants'} size="lg" closeButtonProps={{ 'aria-label': 'Fermer' }}>
        {choix?.quoi === 'reunir' && <Reunir paire={choix.paire} fermer={fermer} />}
        {choix?.quoi === 'ecarter' && <Ecarter paire={choix.paire} fermer={fermer} />}
      </Modal>
    </Page>
  );
}

function Reunir({ paire, fermer }: { paire: PaireDoublon; fermer: () => void }) {
  return <Donnees requete={useEnfant(paire.a)} quoi="Lecture des dossiers">{(page) => <FormReunion page={page} autreId={paire.b} fermer={fermer} />}</Donnees>;
}

function Ecarter({ paire, fermer }: { paire: PaireDoublon; fermer: () => void }) {
  const f = useFormulaire({
    initiales: { motif: '' }, valider: (v) => ({ motif: v.motif.trim() ? null : 'Écrivez ce qui distingue ces deux enfants.' }),
    envoyer: (v, { cle }) => api.post('/api/doublons/ecarter', { a: paire.a, b: paire.b, motif: v.motif }, { cleIdempotence: cle }),
    reussi: () => { annoncer('C’est noté : cette paire ne reviendra pas.'); fermer(); },
  });
  return (
    <Formulaire f={f} verbe="Écarter ce doublon">
      <Textarea label="Ce qui les distingue" autosize minRows={2} {...f.champ('motif')} data-autofocus />
    </Formulaire>
  );
}
