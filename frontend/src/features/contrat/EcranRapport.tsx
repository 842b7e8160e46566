import { NativeSelect, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';

import { Echeance, bandeDe } from '../../commun/Echeance';
import { Donnees } from '../../commun/Etats';
import { Page } from '../../commun/Page';
import { annoncer } from '../../commun/annonces';
import { api } from '../../commun/api/client';
import { ChampDate, Formulaire, dateIllisible, useFormulaire } from '../../commun/formulaire';
import { concerne, useMoi } from '../../commun/moi';
import { dateLongue, joursEntre } from '../../commun/temps';
import { FichesDuRapport } from './FichesDuRapport';
import { CONTRAT, fichier, useAccueil, useRapport, type Etape, type Rapport } from './api';
import classes from './contrat.module.css';

/** The annual execution report: when it is due, where it stands, its files, what each fiche tells. */
export default function EcranRapport() {
  const [choix, choisir] = useSearchParams();
  const accueil = useAccueil();
  return (
    <Page titre="Rapport annuel d’exécution" large>
      <p><Link to="/contrat">Retour au tableau</Link></p>
      <Donnees requete={accueil} quoi="Lecture des documents">
        {(a) => {
          const annee = Number(choix.get('annee')) || a.anneeCourante - 1;
          const annees = [...new Set([annee, ...Array.from({ length: 10 }, (_, n) => a.anneeCourante - 1 - n)])].sort((x, y) => y - x);
          return (
            <>
              <NativeSelect label="Année du rapport" w="12rem" value={annee} onChange={(e) => choisir({ annee: e.currentTarget.value })} data={annees.map(String)} mb="md" />
              <Circuit key={annee} annee={annee} />
              <FichesDuRapport annee={annee} />
            </>
          );
        }}
      </Donnees>
    </Page>
  );
}

function Circuit({ annee }: { annee: number }) {
  return <Donnees requete={useRapport(annee)} quoi="Lecture du rapport">{(r) => <Lu r={r} />}</Donnees>;
}

function Lu({ r }: { r: Rapport }) {
  const moi = useMoi();
  const jours = joursEntre(moi.aujourdhui, r.echeance);
  return (
    <>
      <p>
        <strong>{r.libelle}.</strong>{' '}
        {r.transmis ? `Attendu pour le ${dateLongue(r.echeance)}, transmis.` : <>Attendu pour le {dateLongue(r.echeance)} <Echeance bande={bandeDe(jours)} jours={jours} dateLegale={r.echeance} /></>}
      </p>
      <Fichiers annee={r.annee} />
      <h2>Circuit</h2>
      {r.etapes.length === 0 && <p>Rien n’est commencé : brouillon, puis Préfet et ARS, avis de l’ODPE, adoption, publication.</p>}
      <ol className={classes.etapes}>
        {r.etapes.map((e) => <li key={e.rang}><strong>{e.libelle}</strong>, le {dateLongue(e.le)}{e.par && `, par ${e.par}`}{e.remarques && <><br />{e.remarques}</>}</li>)}
      </ol>
      {concerne(moi, { missions: ['COMPTAGE'] }) && r.possibles.map((p) => <Franchir key={`${r.rang}-${p.etape}`} r={r} etape={p.etape} verbe={p.verbe} />)}
    </>
  );
}

const DIFFUSIONS = [{ valeur: 'INTERNE', libelle: 'chiffres exacts' }, { valeur: 'PARTENAIRES', libelle: 'partenaires' }, { valeur: 'PUBLIC', libelle: 'public' }];
const FORMATS = [{ valeur: 'classeur', libelle: 'XLSX' }, { valeur: 'csv', libelle: 'CSV' }, { valeur: 'pdf', libelle: 'PDF' }, { valeur: 'json', libelle: 'JSON' }];

function Fichiers({ annee }: { annee: number }) {
  return (
    <table className={classes.petit}>
      <caption className="jalon-invisible">Fichiers du rapport {annee}</caption>
      <thead><tr><th scope="col">Pour</th>{FORMATS.map((f) => <th scope="col" key={f.valeur}>{f.libelle}</th>)}</tr></thead>
      <tbody>
        {DIFFUSIONS.map((d) => (
          <tr key={d.valeur}>
            <th scope="row">{d.libelle}</th>
            {FORMATS.map((f) => <td key={f.valeur}><a href={fichier(`/api/contrat/rapports/${annee}/${f.valeur}`, { diffusion: d.valeur })} download aria-label={`${f.libelle}, ${d.libelle}`}>{f.libelle}</a></td>)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Franchir({ r, etape, verbe }: { r: Rapport; etape: Etape; verbe: string }) {
  const moi = useMoi();
  const cache = useQueryClient();
  const exige = etape === 'REPRIS' || etape === 'AVIS_ODPE';
  const f = useFormulaire<{ le: string; remarques: string }, unknown>({
    version: r.rang,
    initiales: { le: moi.aujourdhui, remarques: '' },
    valider: (v) => ({
      le: !v.le ? 'Écrivez la date.' : dateIllisible(v.le),
      remarques: exige && !v.remarques.trim() ? (etape === 'REPRIS' ? 'Dites pourquoi le rapport est repris.' : 'Écrivez l’avis rendu par l’observatoire.') : null,
    }),
    envoyer: (v) => api.post(`/api/contrat/rapports/${r.annee}/etapes`, { etape, le: v.le, remarques: v.remarques || null, rang: r.rang }),
    reussi: () => {
      annoncer('Étape enregistrée.');
      void cache.invalidateQueries({ queryKey: CONTRAT });
    },
  });
  return (
    <details className={classes.ficheRecit} open={etape !== 'REPRIS'}>
      <summary>{verbe}</summary>
      <Formulaire f={f} verbe={verbe}>
        <ChampDate label="Le" passe {...f.champ('le')} />
        <Textarea label={etape === 'AVIS_ODPE' ? 'Avis rendu' : etape === 'REPRIS' ? 'Pourquoi' : 'Remarques (facultatif)'} autosize minRows={2} {...f.champ('remarques')} />
      </Formulaire>
    </details>
  );
}
