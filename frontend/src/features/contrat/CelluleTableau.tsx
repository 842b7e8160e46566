import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';

import { annoncer } from '../../commun/annonces';
import { enProbleme } from '../../commun/api/probleme';
import { CONTRAT, ecrireCellule, lireCellule, saisir, type Cellule, type Cible, type Diffusion, type Ligne } from './api';
import classes from './contrat.module.css';

export interface PlaceCellule { code: string; annee: number; type: 'REALISE' | 'CIBLE' }

interface Proprietes {
  ligne: Ligne;
  type: 'REALISE' | 'CIBLE';
  annee: number;
  diffusion: Diffusion;
  /** The year is closed: a correction needs its reason, asked in the panel. */
  fermee: boolean;
  /** The table is read as of a past day. */
  passee: boolean;
  choisie: boolean;
  l: number;
  c: number;
  deplacer: (e: React.KeyboardEvent<HTMLElement>, l: number, c: number) => void;
  suivante: () => void;
  ouvrir: (place: PlaceCellule, bouton: HTMLElement) => void;
}

/** One figure: a button that opens it, and a field as soon as one types on it. */
export function CelluleTableau(p: Proprietes) {
  const { ligne, annee, type } = p;
  const bouton = useRef<HTMLButtonElement>(null);
  const [saisie, saisit] = useState<string | null>(null);
  const x = ligne.annees.find((a) => a.annee === annee);
  const v: Cellule | Cible = type === 'CIBLE' ? x!.cible : (x?.realise ?? ligne.niveau);
  const cellule = type === 'REALISE' ? (v as Cellule) : null;
  const libre = ligne.saisissable && !p.passee && p.diffusion === 'INTERNE' && v.origine !== 'COMPTE' && !(p.fermee && type === 'REALISE');
  const nom = `${ligne.libelle}, ${type === 'CIBLE' ? 'cible' : 'réalisé'} ${annee}`;
  const finir = () => { saisit(null); setTimeout(() => bouton.current?.focus()); };
  if (saisie !== null) return <Champ nom={nom} depart={saisie} ligne={ligne} annee={annee} type={type} avant={v.saisie} finir={finir} suivante={() => { saisit(null); setTimeout(p.suivante); }} />;
  return (
    <button type="button" ref={bouton} className={classes.cellule} data-l={p.l} data-c={p.c} aria-expanded={p.choisie} data-origine={v.origine}
      aria-label={`${nom} : ${enMots(v, cellule)}${libre ? '. Tapez pour saisir' : ''}`}
      onClick={(e) => p.ouvrir({ code: ligne.code, annee, type }, e.currentTarget)}
      onKeyDown={(e) => {
        if (libre && !e.ctrlKey && !e.metaKey && !e.altKey && (e.key.length === 1 && e.key !== ' ' && e.key !== '/' && e.key !== '?' || e.key === 'Backspace' || e.key === 'F2')) {
          e.preventDefault();
          e.stopPropagation();
          saisit(e.key === 'F2' ? ecrireCellule(v.saisie) : e.key === 'Backspace' ? '' : e.key);
        } else p.deplacer(e, p.l, p.c);
      }}>
      <span className={classes.valeur} data-long={v.texte.length > 18 ? '' : undefined} title={v.texte.length > 18 ? v.texte : undefined}>{v.texte === '' ? (type === 'CIBLE' ? '–' : 'n.c.') : v.texte}</span>
      {cellule?.origine === 'IMPRIME' && <span className={classes.origine}>imprimé</span>}
      {cellule?.difference && <span className={classes.difference}>imprimé {cellule.imprime?.texte} ({cellule.difference.texte}){!cellule.difference.explication && ' : à expliquer'}</span>}
      {cellule?.alerte && <span className={classes.fausse}>commentaire à revoir</span>}
      {cellule?.revision && <span className={classes.fausse}>révisé : {cellule.revision.apres}</span>}
    </button>
  );
}

function Champ({ nom, depart, ligne, annee, type, avant, finir, suivante }: {
  nom: string; depart: string; ligne: Ligne; annee: number; type: 'REALISE' | 'CIBLE'; avant: Cible['saisie']; finir: () => void; suivante: () => void;
}) {
  const id = useId();
  const cache = useQueryClient();
  const [texte, setTexte] = useState(depart);
  const envoi = useMutation({
    mutationFn: () => saisir(ligne.code, annee, type, {
      ...lireCellule(texte, ligne.nature === 'DOCUMENT'), base: avant?.base ?? null, source: avant?.source ?? null, arreteAu: avant?.arreteAu ?? null,
      commentaire: avant?.commentaire ?? null, motif: null, version: avant?.version ?? 0,
    }),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: CONTRAT });
      annoncer(`Saisi : ${nom}.`);
      suivante();
    },
  });
  const p = envoi.isError ? enProbleme(envoi.error) : null;
  return (
    <span className={classes.saisie}>
      {/* The cell was being typed on: the field goes on from there. */}
      <input autoFocus aria-label={nom} value={texte} aria-invalid={!!p} aria-describedby={p ? id : undefined} disabled={envoi.isPending}
        onChange={(e) => setTexte(e.currentTarget.value)} onBlur={() => { if (!envoi.isPending && !p && texte === depart) finir(); }}
        onKeyDown={(e) => {
          e.stopPropagation();
          if (e.key === 'Enter') envoi.mutate();
          else if (e.key === 'Escape') finir();
        }} />
      {p && <span id={id} role="alert" className={classes.erreur}>{p.erreurs[0]?.message ?? p.conflit?.quoi ?? p.detail} Échap pour renoncer.</span>}
    </span>
  );
}

const ORIGINES: Record<string, string> = { COMPTE: 'compté par Jalon', SAISI: 'saisi', IMPRIME: 'imprimé dans le document', AUCUNE: '' };

function enMots(v: Cellule | Cible, c: Cellule | null): string {
  const texte = v.texte === '' ? 'aucune cible' : v.texte;
  const origine = ORIGINES[v.origine];
  return [
    texte + (origine ? `, ${origine}` : ''), v.valeur === null ? v.raison : null, c?.definitif ? 'définitif' : null, c?.difference ? `le document imprime ${c.imprime?.texte}` : null,
    c?.alerte, c?.revision ? `révisé depuis l’arrêté : ${c.revision.apres}` : null,
  ].filter(Boolean).join('. ');
}
