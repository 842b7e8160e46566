import { Alert, Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';

import { Donnees } from '../commun/Etats';
import { useMoi } from '../commun/moi';
import { useTitre } from '../commun/Page';
import ChoixPersonne from './ChoixPersonne';
import { useModeDeConnexion } from './Entete';
import classes from './connexion.module.css';

/** The way in: the directory of the département, or somebody of the demonstration. */
export default function Connexion() {
  const moi = useMoi();
  const cache = useQueryClient();
  const mode = useModeDeConnexion();
  useTitre('Connexion');
  return (
    <main className={classes.page}>
      <p className={classes.marque}>Jalon · {moi.departement.nom}</p>
      <h1>Se connecter</h1>
      <Donnees requete={mode}>
        {(m) =>
          m.mode === 'oidc' ? (
            <>
              {new URLSearchParams(window.location.search).get('connexion') === 'refusee' && (
                <Alert color="red" role="alert" mb="md" title="La connexion n’a pas abouti">
                  L’annuaire n’a pas confirmé votre identité. Réessayez ; si cela continue, prévenez l’administrateur.
                </Alert>
              )}
              <p>Jalon utilise le compte de votre annuaire.</p>
              <Button component="a" href={m.url!} size="md" data-autofocus>
                Se connecter avec mon compte
              </Button>
            </>
          ) : (
            <>
              <p className={classes.demonstration}>
                <strong>DÉMONSTRATION.</strong> Les personnes, les enfants et les familles sont inventés. Choisissez au nom de qui entrer.
              </p>
              <ChoixPersonne onConnecte={() => void cache.resetQueries()} />
            </>
          )
        }
      </Donnees>
    </main>
  );
}
