import { Button, MultiSelect, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { Donnees } from '../../commun/Etats';
import { annoncer } from '../../commun/annonces';
import { api } from '../../commun/api/client';
import { enProbleme } from '../../commun/api/probleme';
import { concerne, useMoi } from '../../commun/moi';
import { dateLongue } from '../../commun/temps';
import { CONTRAT, useFiches, useResponsables, type Fiche } from './api';
import classes from './contrat.module.css';

/** What each fiche tells of the year, and who types in it. */
export function FichesDuRapport({ annee }: { annee: number }) {
  return (
    <section aria-labelledby="recits">
      <h2 id="recits">Ce que dit chaque fiche de {annee}</h2>
      <Donnees requete={useFiches(annee)} quoi="Lecture des fiches">
        {(fiches) => (
          <>
            <p>{fiches.filter((f) => f.recit?.texte).length} fiches sur {fiches.length} ont leur récit.</p>
            {fiches.map((f) => <UneFiche key={`${f.fiche}-${annee}`} f={f} annee={annee} />)}
          </>
        )}
      </Donnees>
    </section>
  );
}

function UneFiche({ f, annee }: { f: Fiche; annee: number }) {
  const moi = useMoi();
  const [ouverte, ouvrir] = useState(false);
  return (
    <details className={classes.ficheRecit} onToggle={(e) => ouvrir(e.currentTarget.open)}>
      <summary>Fiche {f.fiche} : {f.intitule} <span className={classes.discret}>{f.recit?.texte ? 'récit écrit' : 'récit à écrire'}{f.responsables.length > 0 && `, saisie par ${f.responsables.map((r) => r.nom).join(', ')}`}</span></summary>
      {ouverte && (
        <>
          {f.saisissable ? <Recit f={f} annee={annee} /> : f.recit?.texte ? f.recit.texte.split('\n').map((l, n) => <p key={n}>{l}</p>) : <p>Rien n’est encore écrit.</p>}
          {concerne(moi, { missions: ['COMPTAGE'] }) && <Responsables f={f} />}
        </>
      )}
    </details>
  );
}

function Recit({ f, annee }: { f: Fiche; annee: number }) {
  const cache = useQueryClient();
  const [texte, ecrire] = useState(f.recit?.texte ?? '');
  const envoi = useMutation({
    mutationFn: () => api.put(`/api/contrat/fiches/${encodeURIComponent(f.fiche)}/recit/${annee}`, { texte, version: f.recit?.version ?? 0 }),
    onSuccess: async () => {
      annoncer(`Récit de la fiche ${f.fiche} enregistré.`);
      await cache.invalidateQueries({ queryKey: CONTRAT });
    },
  });
  const p = envoi.isError ? enProbleme(envoi.error) : null;
  return (
    <form onSubmit={(e) => { e.preventDefault(); envoi.mutate(); }}>
      <Textarea label={`Récit de la fiche ${f.fiche} en ${annee}`} description="Ni nom ni situation : ce texte part dans le rapport." value={texte} onChange={(e) => ecrire(e.currentTarget.value)} autosize minRows={4} maxRows={20}
        error={p ? (p.conflit ? `${p.conflit.quoi} Rechargez la page pour le lire ; copiez d’abord votre texte.` : (p.erreurs[0]?.message ?? p.detail)) : undefined} />
      {f.recit && <p className={classes.discret}>Écrit{f.recit.par && ` par ${f.recit.par}`} le {dateLongue(f.recit.le.slice(0, 10))}.</p>}
      <Button type="submit" size="xs" loading={envoi.isPending} disabled={texte === (f.recit?.texte ?? '')}>Enregistrer le récit</Button>
    </form>
  );
}

function Responsables({ f }: { f: Fiche }) {
  const cache = useQueryClient();
  const { data } = useResponsables(true);
  const [choisis, choisir] = useState(f.responsables.map((r) => r.id));
  const envoi = useMutation({
    mutationFn: () => api.put(`/api/contrat/fiches/${encodeURIComponent(f.fiche)}/responsables`, { personnes: choisis }),
    onSuccess: async () => {
      annoncer(`Responsables de la fiche ${f.fiche} enregistrés.`);
      await cache.invalidateQueries({ queryKey: CONTRAT });
    },
  });
  const p = envoi.isError ? enProbleme(envoi.error) : null;
  if (!data) return null;
  return (
    <form onSubmit={(e) => { e.preventDefault(); envoi.mutate(); }}>
      <MultiSelect label="Qui saisit cette fiche" description="Personne : qui suit le contrat. Dès qu’une personne est choisie, elle seule y saisit." data={data.map((r) => ({ value: r.id, label: r.nom }))}
        value={choisis} onChange={choisir} searchable hidePickedOptions error={p ? (p.erreurs[0]?.message ?? p.detail) : undefined} mt="sm" />
      <Button type="submit" variant="default" size="xs" mt="xs" loading={envoi.isPending}>Enregistrer les responsables</Button>
    </form>
  );
}
