import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Link } from 'react-router';

import { Echeance, formeBande, MarqueConsigne } from '../../commun/Echeance';
import { Donnees, EtatVide } from '../../commun/Etats';
import { useDeplacement } from '../../commun/liste/Tableau';
import { useMoi } from '../../commun/moi';
import { useRaccourcis } from '../../commun/raccourcis';
import { nombre, pluriel } from '../../commun/temps';
import { useCompteurs, useListe, useReperes, type Bande, type Compteurs, type CriteresFiltre, type Demande, type Ligne, type PageTaches, type Tri, type Vue } from './api';
import type { Changement } from './demande';
import { FiltresGardes } from './FiltresGardes';
import classes from './taches.module.css';

const VUES: [Vue, string, keyof Compteurs][] = [
  ['MOI', 'Miennes', 'moi'],
  ['EQUIPE', 'Mon équipe', 'equipe'],
  ['UNITE', 'Mon unité', 'unite'],
  ['TOUTES', 'Toutes', 'toutes'],
];
const BANDES: [Bande, string, keyof Compteurs][] = [
  ['RETARD', 'en retard', 'retard'],
  ['J15', '15 jours', 'j15'],
  ['J30', '30 jours', 'j30'],
  ['CONSIGNE', 'consigne', 'consigne'],
];
const TRIS: [Tri, string][] = [
  ['ECHEANCE', 'Échéance'],
  ['ANCIENNETE', 'Ancienneté'],
  ['ETAPE', 'Étape'],
  ['UNITE', 'Unité'],
  ['REFERENCE', 'Référence'],
];

interface Proprietes {
  demande: Demande;
  q: string;
  setQ: (q: string) => void;
  changer: (c: Changement) => void;
  poser: (c: CriteresFiltre) => void;
  adresse: string;
  active?: string;
  affecter: (lignes: Ligne[]) => void;
}

export function ListeTaches({ demande, q, setQ, changer, poser, adresse, active, affecter }: Proprietes) {
  const moi = useMoi();
  const page = useListe(demande);
  const { data: compte } = useCompteurs(demande);
  const { data: reperes } = useReperes();
  const zone = useRef<HTMLUListElement>(null);
  const [choisies, setChoisies] = useState<Set<string> | null>(null);
  useDeplacement(zone, 'Liste');
  useFocusTenu(zone, page.data?.lignes);
  const basculer = (id: string) => {
    const suite = new Set(choisies ?? []);
    if (!suite.delete(id)) suite.add(id);
    setChoisies(suite);
  };
  useRaccourcis('Choix', [
    { touche: 'x', libelle: 'Choisir la ligne pour une affectation en lot', action: () => { const id = (document.activeElement as HTMLElement).dataset.id ?? active; if (id) basculer(id); } },
  ]);
  const plusieursUnites = moi.perimetreDepartement || moi.unites.length > 1;
  return (
    <div className={classes.liste}>
      <div className={classes.tete}>
        <h1>Tâches</h1>
        <nav aria-label="Vues" className={classes.vues}>
          {VUES.map(([vue, libelle, cle]) => (
            <button key={vue} type="button" aria-current={demande.vue === vue ? 'true' : undefined} onClick={() => changer({ vue })}>
              {libelle} <b>{compte ? nombre(compte[cle]) : ''}</b>
            </button>
          ))}
        </nav>
        <div className={classes.bandes} role="group" aria-label="Délais">
          {BANDES.map(([bande, libelle, cle]) => (
            <button key={bande} type="button" data-bande={bande} aria-pressed={demande.bande === bande} onClick={() => changer({ bande: demande.bande === bande ? null : bande })}>
              <span aria-hidden="true">{formeBande(bande)}</span> {libelle} <b>{compte ? nombre(compte[cle]) : ''}</b>
            </button>
          ))}
          <button type="button" aria-pressed={!!demande.nonLues} onClick={() => changer({ nonLues: !demande.nonLues })}>
            <span aria-hidden="true">•</span> non lues <b>{compte ? nombre(compte.nonLues) : ''}</b>
          </button>
        </div>
        <div className={classes.filtres}>
          <FiltreTexte q={q} setQ={(t) => { setQ(t); changer({}); }} />
          <NativeSelect aria-label="Étape" value={demande.etape ?? ''} onChange={(e) => changer({ etape: e.currentTarget.value })}
            data={[{ value: '', label: 'Toutes les étapes' }, ...(reperes?.etapes ?? []).map((e) => ({ value: e.code, label: e.libelle }))]} />
          {plusieursUnites && (
            <NativeSelect aria-label="Unité" value={demande.unite ?? ''} onChange={(e) => changer({ unite: e.currentTarget.value })}
              data={[{ value: '', label: 'Toutes les unités' }, ...(reperes?.unites ?? []).filter((u) => moi.perimetreDepartement || moi.unites.some((m) => m.id === u.id)).map((u) => ({ value: u.id, label: u.nom }))]} />
          )}
          <NativeSelect aria-label="Trier par" value={demande.tri} onChange={(e) => changer({ tri: e.currentTarget.value })} data={TRIS.map(([value, libelle]) => ({ value, label: `Tri : ${libelle.toLowerCase()}` }))} />
          <FiltresGardes demande={demande} poser={poser} />
          {demande.titulaire && (
            <Button variant="default" size="sm" onClick={() => changer({ titulaire: null })}>
              D’une seule personne ×
            </Button>
          )}
        </div>
      </div>
      <Donnees requete={page} quoi="Lecture des tâches">
        {(p) => (
          <>
            <Lot page={p} choisies={choisies} setChoisies={setChoisies} affecter={affecter} />
            {p.lignes.length === 0 ? <Vide demande={demande} toutVoir={() => { setQ(''); poser({ vue: demande.vue, nonLues: false }); }} /> : (
              <ul ref={zone} className={classes.lignes} aria-busy={page.isPlaceholderData}>
                {p.lignes.map((l) => (
                  <LigneDeTache key={l.id} ligne={l} adresse={adresse} active={active === l.id} avecUnite={plusieursUnites} moiId={moi.id!}
                    choisie={choisies?.has(l.id)} basculer={choisies ? () => basculer(l.id) : undefined} />
                ))}
              </ul>
            )}
            <Pages page={p} changer={changer} />
          </>
        )}
      </Donnees>
    </div>
  );
}

/** The line that has the focus goes away because somebody did it: the focus stays at its place in the list, and nothing scrolls. */
function useFocusTenu(zone: React.RefObject<HTMLElement | null>, lignes: Ligne[] | undefined) {
  const tenu = useRef<{ id: string; rang: number } | null>(null);
  useEffect(() => {
    const suivre = () => {
      const liens = [...(zone.current?.querySelectorAll<HTMLElement>('[data-ligne]') ?? [])];
      const rang = liens.indexOf(document.activeElement as HTMLElement);
      if (rang >= 0) tenu.current = { id: liens[rang]!.dataset.id!, rang };
      else if (document.activeElement !== document.body) tenu.current = null;
    };
    document.addEventListener('focusin', suivre);
    return () => document.removeEventListener('focusin', suivre);
  }, [zone]);
  useLayoutEffect(() => {
    const perdu = tenu.current;
    if (!perdu || !lignes || document.activeElement !== document.body || lignes.some((l) => l.id === perdu.id)) return;
    const liens = zone.current?.querySelectorAll<HTMLElement>('[data-ligne]');
    tenu.current = null;
    liens?.[Math.min(perdu.rang, liens.length - 1)]?.focus({ preventScroll: true });
  }, [zone, lignes]);
}

/** What is typed waits a little before it is asked, and never goes in the address. */
function FiltreTexte({ q, setQ }: { q: string; setQ: (q: string) => void }) {
  const [texte, setTexte] = useState(q);
  const dire = useRef(setQ);
  useEffect(() => {
    dire.current = setQ;
  });
  useEffect(() => setTexte(q), [q]);
  useEffect(() => {
    if (texte.trim() === q) return;
    const t = setTimeout(() => dire.current(texte.trim()), 300);
    return () => clearTimeout(t);
  }, [texte, q]);
  return <TextInput id="filtre-taches" type="search" aria-label="Filtrer par nom d’enfant ou référence" placeholder="Nom d’enfant, référence" autoComplete="off" value={texte} onChange={(e) => setTexte(e.currentTarget.value)} className={classes.texte} />;
}

function LigneDeTache({ ligne: l, adresse, active, avecUnite, moiId, choisie, basculer }: { ligne: Ligne; adresse: string; active: boolean; avecUnite: boolean; moiId: string; choisie?: boolean; basculer?: () => void }) {
  return (
    <li className={classes.ligne} data-active={active ? '' : undefined} data-non-lue={l.nonLue ? '' : undefined}>
      {basculer && <input type="checkbox" checked={!!choisie} onChange={basculer} aria-label={`Choisir ${l.reference}`} />}
      <Link to={{ pathname: `/taches/${l.id}`, search: adresse }} data-ligne data-id={l.id} aria-current={active ? 'true' : undefined}>
        <span className={classes.haut}>
          <span className={classes.delai}>
            <Echeance bande={l.echeance.bande} jours={l.echeance.jours} dateLegale={l.echeance.dateLegale} />
          </span>
          <span className={classes.titre}>{l.titre}</span>
          {l.nonLue && <span className={classes.nonLue}><span aria-hidden="true">•</span><span className="jalon-invisible"> non lue</span></span>}
        </span>
        <span className={classes.bas}>
          <span className={classes.reference}>{l.reference}</span>
          <span>
            {l.etapeLibelle}
            {l.consigne && l.echeance.bande !== 'CONSIGNE' && <> · <MarqueConsigne /></>}
            {l.urgence && <strong className={classes.urgence}> · urgence à la réception</strong>}
            {avecUnite && ` · ${l.unite.nom}`}
            {l.titulaire && ` · ${l.titulaire.id === moiId ? 'à moi' : l.titulaire.nom}${l.titulaire.absentJusquau ? ' (absence)' : ''}`}
          </span>
        </span>
      </Link>
    </li>
  );
}

function Lot({ page, choisies, setChoisies, affecter }: { page: PageTaches; choisies: Set<string> | null; setChoisies: (s: Set<string> | null) => void; affecter: (l: Ligne[]) => void }) {
  const retenues = page.lignes.filter((l) => choisies?.has(l.id));
  return (
    <div className={classes.lot}>
      <span role="status">{pluriel(page.total, 'tâche')}</span>
      {choisies ? (
        <>
          <Button size="xs" disabled={!retenues.length} onClick={() => affecter(retenues)}>
            Affecter {pluriel(retenues.length, 'tâche')}
          </Button>
          <Button size="xs" variant="default" onClick={() => setChoisies(new Set(page.lignes.map((l) => l.id)))}>
            Choisir toute la page
          </Button>
          <Button size="xs" variant="subtle" onClick={() => setChoisies(null)}>
            Terminer
          </Button>
        </>
      ) : (
        page.total > 0 && (
          <Button size="xs" variant="subtle" onClick={() => setChoisies(new Set())}>
            Affecter plusieurs
          </Button>
        )
      )}
    </div>
  );
}

function Pages({ page, changer }: { page: PageTaches; changer: (c: Changement) => void }) {
  if (!page.precedente && !page.suivante) return null;
  return (
    <nav aria-label="Pages" className={classes.pages}>
      <Button size="sm" variant="default" disabled={!page.precedente} onClick={() => changer({})}>
        Début
      </Button>
      <Button size="sm" variant="default" disabled={!page.precedente} onClick={() => changer({ avant: page.precedente })}>
        Précédentes
      </Button>
      <Button size="sm" variant="default" disabled={!page.suivante} onClick={() => changer({ apres: page.suivante })}>
        Suivantes
      </Button>
      <Button size="sm" variant="default" disabled={!page.suivante} onClick={() => changer({ derniere: true })}>
        Fin
      </Button>
    </nav>
  );
}

function Vide({ demande: d, toutVoir }: { demande: Demande; toutVoir: () => void }) {
  if (d.q || d.bande || d.etape || d.unite || d.nonLues || d.titulaire) {
    return (
      <EtatVide titre="Aucune tâche ne répond à ces filtres" action={<Button variant="default" onClick={toutVoir}>Retirer les filtres</Button>} />
    );
  }
  return d.vue === 'MOI' ? (
    <EtatVide titre="Vous n’avez aucune tâche en main">Prenez-en une dans « Mon équipe », ou attendez qu’on vous en affecte.</EtatVide>
  ) : (
    <EtatVide titre="Rien n’attend">Les tâches arrivent ici quand une information est reçue ou qu’un dossier passe à une étape qui revient à votre équipe.</EtatVide>
  );
}
