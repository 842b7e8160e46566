import { Button, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';

import { api } from '../../commun/api/client';
import { annoncer } from '../../commun/annonces';
import { Donnees, EtatVide } from '../../commun/Etats';
import { Formulaire, useFormulaire } from '../../commun/formulaire';
import { dateHeure, dateLongue } from '../../commun/temps';
import { useEnfant, type PageEnfant } from './api';
import classes from './enfants.module.css';

/** What is and was under way, and the files united into this one. */
export default function Parcours({ enfantId }: { enfantId: string }) {
  return <Donnees requete={useEnfant(enfantId)}>{(page) => <Contenu page={page} />}</Donnees>;
}

function Contenu({ page }: { page: PageEnfant }) {
  const [separer, setSeparer] = useState<string | null>(null);
  return (
    <>
      {page.enCours.length === 0 && <EtatVide titre="Rien n’a encore été reçu pour cet enfant">Les informations et les informations préoccupantes apparaîtront ici.</EtatVide>}
      {[true, false].map((ouvert) => {
        const elements = page.enCours.filter((e) => e.ouvert === ouvert);
        return elements.length > 0 && (
          <section key={String(ouvert)} aria-label={ouvert ? 'En cours' : 'Passé'}>
            <h2>{ouvert ? 'En cours' : 'Passé'}</h2>
            {elements.map((e) => (
              <div key={e.id} className={classes.fiche} data-passe={ouvert ? undefined : ''}>
                <div className={classes.ficheTete}>
                  <span>{e.ouvrable ? <Link to={e.lien}>{e.reference}</Link> : e.reference} · {e.libelle}</span>
                  <span className={classes.discret}>{['MESURE', 'PROJET', 'AUTONOMIE'].includes(e.genre) ? 'depuis le' : 'reçue le'} {dateLongue(e.depuis)}{e.unite && ` · ${e.unite}`}{e.prochaineEcheance && ` · échéance ${dateLongue(e.prochaineEcheance)}`}</span>
                </div>
              </div>
            ))}
          </section>
        );
      })}
      {page.reunions.length > 0 && (
        <section aria-label="Dossiers réunis">
          <h2>Dossiers réunis</h2>
          {page.reunions.map((r) => (
            <div key={r.id} className={classes.fiche}>
              {r.affiche || 'Enfant non nommé'}, réuni le {dateHeure(r.faiteLe)}{r.par && ` par ${r.par}`} : {r.motif}
              {page.droits.reunir && (
                <div className={classes.boutons}>
                  <Button variant="default" size="compact-sm" onClick={() => setSeparer(r.id)}>Annuler cette réunion</Button>
                </div>
              )}
            </div>
          ))}
        </section>
      )}
      <Modal opened={separer !== null} onClose={() => setSeparer(null)} title="Annuler la réunion" closeButtonProps={{ 'aria-label': 'Fermer' }}>
        {separer && <Separer fusion={separer} fermer={() => setSeparer(null)} />}
      </Modal>
    </>
  );
}

function Separer({ fusion, fermer }: { fusion: string; fermer: () => void }) {
  const f = useFormulaire({
    initiales: { motif: '' },
    envoyer: (v, { cle, motifs }) => api.post(`/api/reunions/${fusion}/annulation`, { motif: v.motif, motifs }, { cleIdempotence: cle }),
    reussi: () => { annoncer('Les deux dossiers sont de nouveau séparés.'); fermer(); },
  });
  return (
    <Formulaire f={f} verbe="Séparer les dossiers" consequence="Chaque dossier reprend ce qui était à lui avant la réunion.">
      <Textarea label="Motif (facultatif)" autosize minRows={2} {...f.champ('motif')} data-autofocus />
    </Formulaire>
  );
}
