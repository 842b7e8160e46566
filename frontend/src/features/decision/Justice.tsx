import { NativeSelect, TextInput } from '@mantine/core';

import { annoncer } from '../../commun/annonces';
import { api } from '../../commun/api/client';
import { Donnees, EtatVide } from '../../commun/Etats';
import { ChampDate, dateIllisible, Formulaire, useFormulaire } from '../../commun/formulaire';
import { useAnnulation } from '../../commun/retour/annulation';
import { dateLongue } from '../../commun/temps';
import { choix, useJustice, type PageJustice } from './api';
import classes from './decision.module.css';

/** What the judicial authority did with each minor referred to it. */
export default function Justice({ ipId, onFini }: { ipId: string; tacheId?: string; onFini: () => void }) {
  return (
    <Donnees requete={useJustice(ipId)} quoi="Lecture des suites judiciaires">
      {(p) => (p.mineurs.length ? <Formule key={p.version} p={p} onFini={onFini} /> : <EtatVide titre="L’autorité judiciaire n’est saisie pour aucun mineur de ce dossier." />)}
    </Donnees>
  );
}

function Formule({ p, onFini }: { p: PageJustice; onFini: () => void }) {
  const annuler = useAnnulation(p.ipId);
  const premier = p.mineurs.find((m) => !m.connue) ?? p.mineurs[0]!;
  const f = useFormulaire({
    nom: 'ip.suite-judiciaire',
    sujet: p.ipId,
    version: p.version,
    initiales: { mineurId: premier.mineurId, suite: '', survenueLe: p.aujourdhui, reference: '' },
    valider: (v) => ({
      suite: v.suite ? null : 'Choisissez ce que l’autorité judiciaire a fait.',
      survenueLe: v.survenueLe ? dateIllisible(v.survenueLe) : 'Indiquez la date de cette suite.',
    }),
    envoyer: (v, { motifs, cle }) => api.post<PageJustice>(`/api/ip/${p.ipId}/suites-judiciaires`, { ...v, reference: v.reference || null, version: p.version, motifs }, { cleIdempotence: cle }),
    reussi: (page) => {
      annoncer(page.etat === 'TRAITEE' ? 'Toutes les suites sont connues : le dossier est traité.' : 'La suite est enregistrée.', { annuler });
      onFini();
    },
  });
  const choisi = p.mineurs.find((m) => m.mineurId === f.valeurs.mineurId);
  const definitive = p.choix.find((c) => c.code === f.valeurs.suite)?.definitive;
  const dernier = p.etat === 'SUITES_JUDICIAIRES' && p.mineurs.filter((m) => !m.connue && m.mineurId !== f.valeurs.mineurId).length === 0;
  return (
    <Formulaire f={f} verbe="Noter la suite"
      consequence={definitive ? (dernier ? 'C’est la dernière suite attendue : le dossier sera traité.' : 'Plus rien ne sera attendu pour ce mineur.') : 'Le rappel reste posé tant que la suite définitive n’est pas connue.'}>
      {p.mineurs.length > 1 && (
        <NativeSelect label="Mineur" data={p.mineurs.map((m) => ({ value: m.mineurId, label: `${m.nom}, ${m.age}${m.connue ? ' (suite connue)' : ''}` }))} {...f.champ('mineurId')} />
      )}
      {choisi && (
        <p className={classes.discret}>
          {choisi.nom} : {choisi.saisiLe ? `autorité judiciaire saisie le ${dateLongue(choisi.saisiLe)}${choisi.destinataire ? ` (${choisi.destinataire})` : ''}.` : 'saisine à venir.'}
          {choisi.suites.filter((s) => !s.annuleeLe).map((s) => ` ${s.suiteLibelle}, ${dateLongue(s.survenueLe)}.`)}
        </p>
      )}
      <NativeSelect label="Ce que l’autorité judiciaire a fait" data={choix(p.choix)} {...f.champ('suite')} />
      <ChampDate label="Le" passe {...f.champ('survenueLe')} />
      <TextInput label="Référence (facultatif)" description="Numéro du parquet ou du juge ; jamais un nom." autoComplete="off" {...f.champ('reference')} />
    </Formulaire>
  );
}
