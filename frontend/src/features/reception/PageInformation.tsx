import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';

import { Donnees } from '../../commun/Etats';
import { concerne, useMoi } from '../../commun/moi';
import { useTitre } from '../../commun/Page';
import { useInformation, type Information } from './api';
import { DemanderRetour } from './DemanderRetour';
import { FicheInformation } from './FicheInformation';
import { Navettes } from './Navettes';
import { Pieces } from './Pieces';
import PremiereAnalyse from './PremiereAnalyse';
import classes from './reception.module.css';
import { Rubriques } from './Rubriques';

/** One information, whole, with the acts it allows. */
export function PageInformation({ id }: { id: string }) {
  const requete = useInformation(id);
  return (
    <Donnees requete={requete} quoi="Lecture de l’information">
      {(i) => <Contenu i={i} />}
    </Donnees>
  );
}

function Contenu({ i }: { i: Information }) {
  useTitre(i.numero);
  const moi = useMoi();
  const [acte, setActe] = useState<'analyse' | 'retour' | null>(null);
  const [parametres] = useSearchParams();
  const fermer = () => setActe(null);
  const retour = concerne(moi, { missions: ['RECUEIL'] }) && !i.retourDemandeLe && !i.transmetteur.anonyme && !i.transmetteur.professionnel;
  return (
    <article>
      <h2 className={classes.titre}>
        {i.numero} <span className={classes.discret}>· {i.etatLibelle}</span>
      </h2>
      <div className={classes.actes}>
        {i.analysable && acte !== 'analyse' && <Button onClick={() => setActe('analyse')}>Faire la première analyse</Button>}
        {retour && acte !== 'retour' && (
          <Button variant="default" onClick={() => setActe('retour')}>
            Noter une demande de retour
          </Button>
        )}
        {i.orientation?.ipId && (
          <Button component={Link} to={`/ip/${i.orientation.ipId}`} variant="default">
            Ouvrir {i.orientation.ipNumero}
          </Button>
        )}
      </div>
      {acte === 'analyse' && <PremiereAnalyse informationId={i.id} onFini={fermer} onFermer={fermer} />}
      {acte === 'retour' && <DemanderRetour information={i} onFini={fermer} />}
      <Rubriques informationId={i.id} ouverte={parametres.has('consigne')} />
      <FicheInformation i={i} />
      <Navettes information={i} />
      <Pieces informationId={i.id} />
    </article>
  );
}
