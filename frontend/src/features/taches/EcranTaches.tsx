import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';

import { annoncer } from '../../commun/annonces';
import { enProbleme } from '../../commun/api/probleme';
import { EtatVide } from '../../commun/Etats';
import { ListeVolet } from '../../commun/liste/ListeVolet';
import { useMoi } from '../../commun/moi';
import { useTitre } from '../../commun/Page';
import { useRaccourcis } from '../../commun/raccourcis';
import { prendre, remettre, suivante, TACHES, type Ligne } from './api';
import { DialogueAffecter } from './DialogueAffecter';
import { useDemande } from './demande';
import { ListeTaches } from './ListeTaches';
import { VoletTache } from './VoletTache';

/** What waits: the list at the left, the task and its act at the right; the next one opens when one is done. */
export default function EcranTaches() {
  const { tacheId } = useParams();
  const { demande, changer, poser, adresse } = useDemande();
  const [q, setQ] = useState('');
  const [aAffecter, setAAffecter] = useState<Ligne[] | null>(null);
  const [acteOuvert, setActeOuvert] = useState<string | null>(null);
  const cache = useQueryClient();
  const naviguer = useNavigate();
  const moi = useMoi();
  useTitre('Tâches');

  const aller = (id: string | null) => void naviguer({ pathname: id ? `/taches/${id}` : '/taches', search: adresse });
  const relire = () => cache.invalidateQueries({ queryKey: TACHES });
  const faire = async (acte: () => Promise<unknown>, dit: string, annuler?: () => Promise<unknown>) => {
    try {
      await acte();
      annoncer(dit, { annuler: annuler && (async () => { await annuler(); await relire(); }) });
    } catch (e) {
      const p = enProbleme(e);
      annoncer(p.conflit?.quoi ?? p.detail, { ton: 'erreur' });
    }
    await relire();
  };
  const jePrends = (id: string) => void faire(() => prendre(id), 'C’est vous qui avez cette tâche.', () => remettre(id));
  const jeRemets = (id: string) => void faire(() => remettre(id), 'La tâche est remise à l’équipe.', () => prendre(id));
  // Where the person stands when an answer comes: another task, or another page, if they clicked meanwhile.
  const ici = useRef<string | null>(null);
  useEffect(() => {
    ici.current = tacheId ?? null;
    return () => {
      ici.current = null;
    };
  }, [tacheId]);
  const fini = async (ligne: Ligne) => {
    setActeOuvert((ouvert) => (ouvert === ligne.id ? null : ouvert));
    const prochaine = ici.current === ligne.id ? await suivante(ligne.id).catch(() => undefined) : undefined;
    if (ici.current === ligne.id) aller(prochaine?.id ?? null);
    await cache.invalidateQueries();
  };
  // The open task, or else the line that has the focus.
  const cible = () => tacheId ?? (document.activeElement as HTMLElement | null)?.dataset.id;
  const sur = (acte: (id: string) => void) => () => {
    const id = cible();
    if (id) acte(id);
  };
  useRaccourcis('Tâches', [
    { touche: 'e', libelle: 'Ouvrir le formulaire de l’étape', action: sur((id) => { if (id !== tacheId) aller(id); setActeOuvert(id); }) },
    { touche: 'p', libelle: 'Je prends', action: sur(jePrends) },
    { touche: 'r', libelle: 'Je remets à l’équipe', action: sur(jeRemets) },
    { touche: 'f', libelle: 'Filtrer la liste', action: () => document.getElementById('filtre-taches')?.focus() },
  ]);

  return (
    <>
      <ListeVolet
        nomVolet="Tâche choisie"
        cle={tacheId}
        onFermer={() => aller(null)}
        liste={<ListeTaches demande={{ ...demande, q: q || undefined }} q={q} setQ={setQ} changer={changer} poser={poser} adresse={adresse} active={tacheId} affecter={setAAffecter} />}
        volet={
          tacheId ? (
            <VoletTache key={tacheId} id={tacheId} acteOuvert={acteOuvert === tacheId} ouvrirActe={(oui) => setActeOuvert(oui ? tacheId : null)}
              jePrends={jePrends} jeRemets={jeRemets} affecter={(l) => setAAffecter([l])} fini={(l) => void fini(l)} suivante={async () => aller((await suivante(tacheId).catch(() => undefined))?.id ?? null)} />
          ) : (
            <EtatVide titre="Choisissez une tâche">
              Elle s’ouvre ici, avec ce qu’il faut savoir et le formulaire de l’étape. Au clavier : <kbd>j</kbd> et <kbd>k</kbd> pour se déplacer, Entrée pour ouvrir.
            </EtatVide>
          )
        }
      />
      <DialogueAffecter lignes={aAffecter} fermer={() => setAAffecter(null)} moiId={moi.id!} superviseur={moi.missions.includes('SUPERVISION')} faire={faire} />
    </>
  );
}
