import { Button } from '@mantine/core';
import { useState } from 'react';

import { Donnees } from '../../commun/Etats';
import { Tableau } from '../../commun/liste/Tableau';
import { useMoi } from '../../commun/moi';
import { Page } from '../../commun/Page';
import { dateLongue, nombre, pluriel } from '../../commun/temps';
import { useDrees } from './api';
import { ChoixAnnee, Vues } from './Vues';
import classes from './statistiques.module.css';

/** The stock of the « Aide sociale » survey: legal categories by age, on 31 December. */
export default function EcranDrees() {
  const { aujourdhui } = useMoi();
  const [annee, setAnnee] = useState(Number(aujourdhui.slice(0, 4)) - 1);
  return (
    <Page titre="Enquête Aide sociale de la DREES" large>
      <Vues />
      <div className={classes.barre}>
        <ChoixAnnee annee={annee} choisir={setAnnee} />
        <Button component="a" href={`/api/statistiques/drees/${annee}/csv`} download variant="default">Télécharger en CSV</Button>
      </div>
      <Donnees requete={useDrees(annee)} quoi="Compte des mesures">
        {(t) => {
          const tout = t.lignes[t.lignes.length - 1];
          return (
            <>
              <p>
                Mesures décidées et pas encore finies au {dateLongue(t.jour)}, exercées ou non, comme l’enquête les compte{t.definitif ? '' : ' ; l’année n’est pas finie'}. Un enfant qui a deux
                mesures compte une fois dans chaque total : les lignes ne s’additionnent pas. {t.aValider && `Les rubriques dont la source est dite sont celles des tableaux publiés ; les autres, et les tranches d’âge, sont à valider sur le questionnaire reçu. Âges : ${t.agesSource}.`}
              </p>
              <Tableau defilant legende={tout ? `${pluriel(tout.mesures, 'mesure')}, ${pluriel(tout.enfants, 'enfant')}` : 'Aucune mesure'} lignes={t.lignes} cle={(l) => l.code}
                colonnes={[
                  { titre: 'Catégorie légale', rendu: (l) => (l.total ? <strong>{l.libelle}</strong> : l.libelle) },
                  { titre: 'Article ou source', rendu: (l) => l.article ?? l.source ?? (l.total && l.code !== 'ENSEMBLE' ? 'à valider' : ''), large: true },
                  { titre: 'Mesures', rendu: (l) => nombre(l.mesures), nombre: true },
                  { titre: 'dont exercées', rendu: (l) => nombre(l.exercees), nombre: true },
                  { titre: 'Enfants', rendu: (l) => nombre(l.enfants), nombre: true },
                  ...t.ages.map((a, n) => ({ titre: a, rendu: (l: (typeof t.lignes)[number]) => nombre(l.ages[n] ?? 0), nombre: true, large: true })),
                ]} />
              {t.nonTenues.length > 0 && <p>Rubriques publiées que rien ne tient ici : {t.nonTenues.join(' ; ')}.</p>}
            </>
          );
        }}
      </Donnees>
    </Page>
  );
}
