import { Button, Checkbox, Select } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';

import { adresseDe } from '../../commun/adresses';
import { annoncer } from '../../commun/annonces';
import { api } from '../../commun/api/client';
import { enProbleme } from '../../commun/api/probleme';
import { bandeDe, Echeance } from '../../commun/Echeance';
import { Donnees, EtatVide } from '../../commun/Etats';
import { dateLongue, pluriel } from '../../commun/temps';
import { CLE, useAffectables, useDossiers, type Demande, type Dossier } from './donnees';
import classes from './pilotage.module.css';

const AU_PLUS = 100;

/** The files a figure counts, the most pressing first; chosen ones change hands together. */
export function ListeDuChiffre({ demande, titre }: { demande: Demande; titre: string }) {
  const dossiers = useDossiers(demande);
  const [choisis, setChoisis] = useState<string[]>([]);
  const haut = useRef<HTMLHeadingElement>(null);
  const cle = JSON.stringify(demande);
  const [cleVue, setCleVue] = useState(cle);
  if (cle !== cleVue) {
    setCleVue(cle);
    setChoisis([]);
  }
  useEffect(() => {
    haut.current?.focus({ preventScroll: true });
    haut.current?.scrollIntoView({ block: 'start' });
  }, [cle]);
  const basculer = (id: string, oui: boolean) => setChoisis((avant) => (oui ? [...avant, id] : avant.filter((x) => x !== id)));
  return (
    <section id="dossiers" aria-labelledby="dossiers-titre" className={classes.dossiers}>
      <h2 id="dossiers-titre" tabIndex={-1} ref={haut}>
        {titre}
      </h2>
      <Donnees requete={dossiers} quoi="Lecture des dossiers">
        {(donnees) => {
          const lignes = donnees.pages.flatMap((p) => p.dossiers);
          const total = donnees.pages[0]?.total ?? 0;
          if (total === 0) return <EtatVide titre="Aucun dossier.">Ce chiffre est à zéro en ce moment.</EtatVide>;
          const affectables = lignes.filter((d) => d.tacheId).slice(0, AU_PLUS);
          return (
            <>
              <p role="status">
                {pluriel(total, 'dossier')}
                {lignes.length < total && `, les ${lignes.length} plus pressants d’abord`}
              </p>
              {affectables.length > 0 && <Reaffecter choisis={choisis} fini={() => setChoisis([])} />}
              <div className={classes.defile}>
                <table className={classes.table}>
                  <caption className="jalon-invisible">{titre}</caption>
                  <thead>
                    <tr>
                      {affectables.length > 0 && (
                        <th scope="col">
                          <Checkbox aria-label="Choisir tous les dossiers montrés" checked={choisis.length > 0 && choisis.length === affectables.length}
                            indeterminate={choisis.length > 0 && choisis.length < affectables.length}
                            onChange={(e) => setChoisis(e.currentTarget.checked ? affectables.map((d) => d.tacheId!) : [])} />
                        </th>
                      )}
                      <th scope="col">Dossier</th>
                      <th scope="col">Mineurs</th>
                      <th scope="col">Échéance</th>
                      <th scope="col">Jours utilisés</th>
                      <th scope="col">Étape</th>
                      <th scope="col">Unité</th>
                      <th scope="col">Tenu par</th>
                      <th scope="col">Reçu le</th>
                    </tr>
                  </thead>
                  <tbody>
                    {lignes.map((d) => (
                      <UneLigne key={d.tacheId ?? d.sujetId} d={d} choisi={!!d.tacheId && choisis.includes(d.tacheId)} basculer={affectables.length > 0 ? basculer : undefined} />
                    ))}
                  </tbody>
                </table>
              </div>
              {dossiers.hasNextPage && (
                <Button variant="default" mt="sm" loading={dossiers.isFetchingNextPage} onClick={() => void dossiers.fetchNextPage()}>
                  Voir la suite
                </Button>
              )}
            </>
          );
        }}
      </Donnees>
    </section>
  );
}

function UneLigne({ d, choisi, basculer }: { d: Dossier; choisi: boolean; basculer?: (id: string, oui: boolean) => void }) {
  return (
    <tr>
      {basculer && (
        <td>{d.tacheId && <Checkbox aria-label={`Choisir ${d.reference}`} checked={choisi} onChange={(e) => basculer(d.tacheId!, e.currentTarget.checked)} />}</td>
      )}
      <td className={classes.reference}>
        <Link to={adresseDe(d.sujetType, d.sujetId)}>{d.reference}</Link>{' '}
        <Link to={`/dessins/${d.sujetType}/${d.sujetId}`} className={classes.dessin} aria-label={`Parcours dessiné de ${d.reference}`}>
          parcours
        </Link>
      </td>
      <td>{d.enfants.join(', ') || 'Enfant non nommé'}</td>
      <td>{d.motif ?? <Echeance bande={bandeDe(d.joursRestants, d.enConsigne)} jours={d.joursRestants} dateLegale={d.dateLegale} complete />}</td>
      <td>{d.joursEcoules}</td>
      <td>{d.etapeLibelle ?? '—'}</td>
      <td>{d.unite}</td>
      <td>{d.titulaire || (d.tacheId ? 'personne encore' : '—')}</td>
      <td>{dateLongue(d.recueLe)}</td>
    </tr>
  );
}

function Reaffecter({ choisis, fini }: { choisis: string[]; fini: () => void }) {
  const cache = useQueryClient();
  const personnes = useAffectables(choisis);
  const [personne, setPersonne] = useState<string | null>(null);
  const envoi = useMutation({
    mutationFn: () => api.post('/api/pilotage/affectations', { taches: choisis, utilisateurId: personne }),
    onSuccess: () => {
      annoncer(`${pluriel(choisis.length, 'dossier réaffecté', 'dossiers réaffectés')}.`);
      setPersonne(null);
      fini();
      return Promise.all([cache.invalidateQueries({ queryKey: CLE }), cache.invalidateQueries({ queryKey: ['taches'] })]);
    },
    onError: (e) => annoncer(enProbleme(e).detail, { ton: 'erreur' }),
  });
  return (
    <div className={classes.reaffecter} role="group" aria-label="Réaffecter les dossiers choisis">
      <Select label={`Réaffecter ${choisis.length ? pluriel(choisis.length, 'dossier choisi', 'dossiers choisis') : 'les dossiers choisis'} à`} disabled={choisis.length === 0}
        placeholder={choisis.length === 0 ? 'Cochez des dossiers' : 'Choisir une personne'} searchable w={360} value={personne} onChange={setPersonne}
        nothingFoundMessage="Personne ne peut tenir tous les dossiers choisis"
        data={(personnes.data ?? []).map((p) => ({ value: p.id, label: `${p.nom}${p.fonction ? `, ${p.fonction}` : ''} (${pluriel(p.tachesEnMain, 'tâche')} en main)` }))} />
      <Button disabled={!personne || choisis.length === 0} loading={envoi.isPending} onClick={() => envoi.mutate()}>
        Réaffecter
      </Button>
    </div>
  );
}
