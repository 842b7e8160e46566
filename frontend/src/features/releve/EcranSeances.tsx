import { Donnees, EtatVide } from '../../commun/Etats';
import { Page } from '../../commun/Page';
import { useSeances } from './api';
import { FormReleve } from './Formes';
import { Lignes } from './Lignes';

/** Sittings the documents ask to count, which are no child's: how many situations, how long. */
export default function EcranSeances() {
  return (
    <Page titre="Séances des commissions" large>
      <Donnees requete={useSeances()} quoi="Lecture des séances">
        {(s) => (
          s.genres.length === 0 && s.lignes.length === 0 ? (
            <EtatVide titre="Aucune séance n’est à noter ici.">Aucun document du département ne compte de séances : les passages d’un enfant en commission se notent à son dossier.</EtatVide>
          ) : (
            <>
              {s.genres.length > 0 && s.unites.length > 0 && (
                <section aria-label="Noter une séance">
                  <h2>Noter une séance</h2>
                  <FormReleve genres={s.genres} adresse="/api/releves/reunions" unites={s.unites} />
                </section>
              )}
              <h2>Séances notées</h2>
              {s.lignes.length === 0 ? <EtatVide titre="Aucune séance n’est notée." /> : <Lignes lignes={s.lignes} genres={s.genres} agir unite />}
            </>
          )
        )}
      </Donnees>
    </Page>
  );
}
