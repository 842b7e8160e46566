import { NativeSelect } from '@mantine/core';
import { Link, useSearchParams } from 'react-router';

import { Donnees, EtatVide } from '../../commun/Etats';
import { Tableau } from '../../commun/liste/Tableau';
import { Page } from '../../commun/Page';
import { pluriel } from '../../commun/temps';
import { useManques, type Manques } from './api';
import { ChoixAnnee, useAnnee } from './Vues';
import classes from './statistiques.module.css';

/** The files where a variable of the extract is missing, among those one sees: each opens the page where it is completed. */
export default function EcranManques() {
  const [annee, setAnnee] = useAnnee();
  const [parametres, setParametres] = useSearchParams();
  const variable = parametres.get('variable');
  const choisir = (v: string) => setParametres((p) => { if (v) p.set('variable', v); else p.delete('variable'); return p; }, { replace: true });
  return (
    <Page titre="Données à compléter" large>
      <p>Ce que la loi fait remonter chaque année à l’observatoire national, et qui n’est pas encore écrit au dossier. Ouvrez le dossier, complétez, et la ligne disparaît d’ici.</p>
      <div className={classes.barre}><ChoixAnnee annee={annee} choisir={setAnnee} /></div>
      <Donnees requete={useManques(annee, variable)} quoi="Recherche des dossiers">{(m) => <Liste m={m} choisir={choisir} />}</Donnees>
    </Page>
  );
}

function Liste({ m, choisir }: { m: Manques; choisir: (v: string) => void }) {
  const total = m.dossiers.length + m.encore;
  return (
    <>
      <NativeSelect label="Quelle donnée manque" maw={560} mb="md" value={m.variable ?? ''} onChange={(e) => choisir(e.currentTarget.value)}
        data={[{ value: '', label: 'Choisissez' }, ...m.variables.map((v) => ({ value: v.code, label: `${v.libelle} : ${pluriel(v.dossiers, 'dossier')}` }))]} />
      {m.variable && total === 0 && <EtatVide titre="Elle ne manque à aucun dossier que vous voyez." />}
      {total > 0 && (
        <Tableau legende={`${pluriel(total, 'dossier')}${m.encore > 0 ? `, les ${m.dossiers.length} premiers montrés` : ''}`} lignes={m.dossiers} cle={(d) => d.mesureId}
          adresse={(d) => (d.ou === 'ENFANT' ? `/enfants/${d.enfantId}` : `/mesures/${d.mesureId}`)}
          colonnes={[
            { titre: 'Mesure', rendu: (d) => d.numero },
            { titre: 'Unité', rendu: (d) => d.unite ?? '' },
            { titre: 'Se complète', rendu: (d) => (d.ou === 'ENFANT' ? 'au dossier de l’enfant' : 'à la page de la mesure') },
          ]} />
      )}
      {m.horsDeVue !== null && m.horsDeVue > 0 && <p>{pluriel(m.horsDeVue, 'autre dossier', 'autres dossiers')} où elle manque, que vos habilitations n’ouvrent pas : leurs unités les voient à cette page.</p>}
      {m.variable && m.horsDeVue !== null && <p><Link to={`/statistiques/olinpe/variables/${m.variable}?annee=${m.annee}`}>La variable, mois par mois</Link></p>}
    </>
  );
}
