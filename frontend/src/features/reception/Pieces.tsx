import { Button, FileInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { annoncer } from '../../commun/annonces';
import { enProbleme } from '../../commun/api/probleme';
import { Donnees } from '../../commun/Etats';
import { concerne, useMoi } from '../../commun/moi';
import { dateLongue, jourDe, nombre } from '../../commun/temps';
import { joindre, usePieces } from './api';
import classes from './reception.module.css';

/** Files that came with the information, and one more when something arrives afterwards. */
export function Pieces({ informationId }: { informationId: string }) {
  const moi = useMoi();
  return (
    <section aria-label="Fichiers">
      <h3 className={classes.titre3}>Fichiers</h3>
      <Donnees requete={usePieces(informationId)} quoi="Lecture des fichiers">
        {(pieces) =>
          pieces.length === 0 ? (
            <p className={classes.discret}>Aucun fichier joint.</p>
          ) : (
            <ul className={classes.liste}>
              {pieces.map((p) => (
                <li key={p.id}>
                  {p.retireLe ? (
                    <s>{p.nom}</s>
                  ) : (
                    <a href={`/api/documents/${p.id}/contenu`} download>
                      {p.nom}
                    </a>
                  )}{' '}
                  <span className={classes.discret}>
                    {nombre(Math.max(1, Math.round(p.taille / 1024)))}&nbsp;ko, joint le {dateLongue(jourDe(p.deposeLe))}
                    {p.retireLe && `, retiré : ${p.retireMotif}`}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Donnees>
      {concerne(moi, { missions: ['RECUEIL', 'EVALUATION', 'DECISION'] }) && <Ajouter informationId={informationId} />}
    </section>
  );
}

function Ajouter({ informationId }: { informationId: string }) {
  const cache = useQueryClient();
  const [fichier, setFichier] = useState<File | null>(null);
  const [erreur, setErreur] = useState<string | null>(null);
  const [enCours, setEnCours] = useState(false);
  const envoyer = async () => {
    if (!fichier) {
      setErreur('Choisissez un fichier.');
      return;
    }
    setEnCours(true);
    setErreur(null);
    try {
      await joindre(informationId, fichier);
      annoncer(`« ${fichier.name} » est joint.`);
      setFichier(null);
      await cache.invalidateQueries({ queryKey: ['documents', 'INFORMATION', informationId] });
    } catch (e) {
      const p = enProbleme(e);
      setErreur(p.erreurs[0]?.message ?? p.detail);
    } finally {
      setEnCours(false);
    }
  };
  return (
    <div className={classes.duo}>
      <FileInput label="Joindre un fichier" description="20 Mo au plus." value={fichier} onChange={setFichier} error={erreur} clearable clearButtonProps={{ 'aria-label': 'Retirer le fichier' }} placeholder="Choisir un fichier" />
      {fichier && (
        <div className={classes.actes}>
          <Button variant="default" loading={enCours} onClick={() => void envoyer()}>
            Joindre ce fichier
          </Button>
        </div>
      )}
    </div>
  );
}
