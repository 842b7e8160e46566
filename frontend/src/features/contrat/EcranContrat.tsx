import { Button, Group } from '@mantine/core';
import { useRef, useState } from 'react';
import { Link, useSearchParams } from 'react-router';

import { Donnees } from '../../commun/Etats';
import { Page } from '../../commun/Page';
import { ChampDate } from '../../commun/formulaire';
import { mot, useMoi } from '../../commun/moi';
import { dateLongue, pluriel } from '../../commun/temps';
import { ArreterExercice } from './ArreterExercice';
import type { PlaceCellule } from './CelluleTableau';
import { ImporterValeurs } from './ImporterValeurs';
import { Ouverte } from './Ouverte';
import { TableContrat } from './TableContrat';
import { fichier, useAccueil, useTableau, type Accueil, type Demande, type Diffusion, type TableauContrat } from './api';
import classes from './contrat.module.css';

/** The contract officer's page: the printed table, filled in, explained, closed. The address holds every choice. */
export default function EcranContrat() {
  const moi = useMoi();
  const accueil = useAccueil();
  return (
    <Page titre={mot(moi, 'document', 'Contrat')} large>
      <Donnees requete={accueil} quoi="Lecture des documents">{(a) => <Choisi accueil={a} />}</Donnees>
    </Page>
  );
}

const PUBLICS: { valeur: Diffusion; libelle: string }[] = [
  { valeur: 'INTERNE', libelle: 'Chiffres exacts (interne)' },
  { valeur: 'PARTENAIRES', libelle: 'Aperçu pour les partenaires (moins de 5 masqué)' },
  { valeur: 'PUBLIC', libelle: 'Aperçu pour le public (moins de 11 masqué)' },
];

function Choisi({ accueil }: { accueil: Accueil }) {
  const moi = useMoi();
  const [choix, choisir] = useSearchParams();
  const ouvreur = useRef<HTMLElement | null>(null);
  const plan = accueil.plans.find((p) => p.code === choix.get('plan')) ?? accueil.plans[0];
  const poser = (valeurs: Record<string, string | null>) =>
    choisir((avant) => {
      const apres = new URLSearchParams(avant);
      Object.entries(valeurs).forEach(([k, v]) => (v === null || v === '' ? apres.delete(k) : apres.set(k, v)));
      return apres;
    }, { replace: true });
  const d: Demande = {
    plan: plan?.code ?? '', reference: choix.get('reference') ?? '', du: choix.get('du') ?? '', au: choix.get('au') ?? '', connuLe: choix.get('connuLe') ?? '',
    diffusion: (choix.get('diffusion') as Diffusion | null) ?? 'INTERNE',
  };
  const tableau = useTableau(d);
  if (!plan) return <p>Aucun document n’est chargé pour ce département.</p>;
  const suivi = accueil.anneeCourante > plan.au;
  const surExercice = Number(d.au) > plan.au;
  const ouverte: PlaceCellule | null = choix.get('code') ? { code: choix.get('code')!, annee: Number(choix.get('annee')), type: choix.get('type') === 'CIBLE' ? 'CIBLE' : 'REALISE' } : null;
  const parametres = { plan: d.plan, reference: d.reference, du: d.du, au: d.au, connuLe: d.connuLe, diffusion: d.diffusion };
  return (
    <>
      <form className={classes.choix} onSubmit={(e) => e.preventDefault()}>
        <label>
          Document
          <select value={plan.code} onChange={(e) => poser({ plan: e.currentTarget.value, reference: null, du: null, au: null, code: null })}>
            {accueil.plans.map((p) => <option key={p.code} value={p.code}>{p.titre}</option>)}
          </select>
        </label>
        {suivi && (
          <label>
            Années
            <select value={surExercice ? 'suite' : ''} onChange={(e) => poser(e.currentTarget.value === '' ? { reference: null, du: null, au: null } : suite(accueil.anneeCourante))}>
              <option value="">Celles du document ({plan.du}-{plan.au})</option>
              <option value="suite">Jusqu’à l’exercice en cours ({accueil.anneeCourante})</option>
            </select>
          </label>
        )}
        <label>
          Pour qui
          <select value={d.diffusion} onChange={(e) => poser({ diffusion: e.currentTarget.value === 'INTERNE' ? null : e.currentTarget.value })}>
            {PUBLICS.map((p) => <option key={p.valeur} value={p.valeur}>{p.libelle}</option>)}
          </select>
        </label>
        <DateConnue valeur={d.connuLe} poser={(v) => poser({ connuLe: v })} />
      </form>
      <Donnees requete={tableau} quoi="Lecture du tableau">
        {(t) => {
          const ligne = t.lignes.find((l) => l.code === ouverte?.code);
          return (
            <>
              <div className={classes.liens}>
                <a href={fichier('/api/contrat/tableau/classeur', parametres)} download>Classeur (XLSX)</a>
                <a href={fichier('/api/contrat/tableau/csv', parametres)} download>CSV</a>
                <Link to={`/contrat/rapport?annee=${Math.min(accueil.anneeCourante - 1, t.au)}`}>Rapport annuel d’exécution</Link>
                {t.annees.filter((e) => e.definitif).map((e) => <Link key={e.annee} to={`/contrat/arrete/${e.annee}`}>Arrêté {e.annee}{e.revisions > 0 && ` (${pluriel(e.revisions, 'révision')})`}</Link>)}
              </div>
              <Bandeaux t={t} />
              <TableContrat tableau={t} choisi={ouverte} occupe={tableau.isPlaceholderData}
                ouvrir={(p, b) => { ouvreur.current = b; poser({ code: p.code, annee: String(p.annee), type: p.type === 'CIBLE' ? 'CIBLE' : null }); }} />
              {ligne && ouverte && (
                <Ouverte key={`${ouverte.code}-${ouverte.annee}-${ouverte.type}`} tableau={t} ligne={ligne} place={ouverte}
                  fermer={() => { poser({ code: null, annee: null, type: null }); ouvreur.current?.focus(); }} />
              )}
              <p className={classes.discret}>
                Un chiffre souligné s’ouvre. « n.c. » : non connu ou non calculable, la raison est dans la cellule. « s. » : secret statistique. Une évolution est en pour cent du point de départ pour un
                nombre, en points pour un taux.
              </p>
              {t.diffusion === 'INTERNE' && t.connuLe === null && (
                <Group gap="sm">
                  {t.lignes.some((l) => l.saisissable) && <ImporterValeurs parametres={{ plan: d.plan, reference: d.reference, du: d.du, au: d.au }} />}
                  {moi.missions.includes('COMPTAGE') && <ArreterExercice annees={t.annees.filter((e) => e.fini && !e.definitif).map((e) => e.annee)} />}
                </Group>
              )}
            </>
          );
        }}
      </Donnees>
    </>
  );
}

/** The four last years before the one under way, which is the last column. */
const suite = (courante: number) => ({ reference: String(courante - 4), du: String(courante - 3), au: String(courante) });

function DateConnue({ valeur, poser }: { valeur: string; poser: (v: string | null) => void }) {
  const [saisie, saisit] = useState(valeur);
  const moi = useMoi();
  const lisible = /^\d{4}-\d\d-\d\d$/.test(saisie) && saisie <= moi.aujourdhui;
  return (
    <Group gap="xs" align="end">
      <ChampDate label="Tel que connu le" value={saisie} onChange={saisit} passe size="sm" description="Vide : aujourd’hui" inputWrapperOrder={['label', 'input', 'description', 'error']} />
      <Button variant="default" mb="xl" onClick={() => poser(lisible ? saisie : null)}>Lire à cette date</Button>
    </Group>
  );
}

function Bandeaux({ t }: { t: TableauContrat }) {
  const alteres = t.annees.filter((e) => !e.intact).map((e) => e.annee);
  return (
    <>
      {t.connuLe && <p className={classes.bandeau}>Tableau tel qu’il était connu le {dateLongue(t.connuLe)}. Rien ne s’y saisit.</p>}
      {t.diffusion !== 'INTERNE' && <p className={classes.bandeau}>Aperçu de ce qui sort du département : les petits nombres d’enfants, et ceux qui permettraient de les retrouver, sont masqués («&nbsp;s.&nbsp;»). Les fichiers ci-dessus masquent les mêmes cellules.</p>}
      {alteres.length > 0 && <p className={classes.bandeau} role="alert">L’arrêté {alteres.join(', ')} n’est plus celui qui a été scellé : prévenez l’administrateur.</p>}
      {t.aVerifier > 0 && <p className={classes.bandeau}>{t.aVerifier === 1 ? 'Un point est à vérifier' : `${t.aVerifier} points sont à vérifier`} : évolutions ou écarts imprimés qui ne suivent pas leurs chiffres, commentaires qui disent le contraire. Ils sont marqués dans le tableau.</p>}
    </>
  );
}
