import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { annoncer } from '../../commun/annonces';
import { api } from '../../commun/api/client';
import { enProbleme } from '../../commun/api/probleme';
import { Echeance, bandeDe } from '../../commun/Echeance';
import { ChampDate, dateIllisible, Formulaire, useFormulaire } from '../../commun/formulaire';
import { useMoi } from '../../commun/moi';
import { dateHeure, joursEntre, pluriel } from '../../commun/temps';
import { choix, INFORMATIONS, unites, useFormulaireAnalyse, type Information, type Navette } from './api';
import classes from './reception.module.css';

/** Questions put to ASE, service social and PMI before the mandate, with their answers. */
export function Navettes({ information: i }: { information: Information }) {
  const [ouverte, setOuverte] = useState(false);
  if (!i.interrogeable && i.navettes.length === 0) return null;
  return (
    <section aria-label="Fiches navettes">
      <h3 className={classes.titre3}>Fiches navettes</h3>
      {i.navettes.length === 0 && <p className={classes.discret}>Aucune question posée. Elle éclaire la décision avant le mandat.</p>}
      <ul className={classes.liste}>
        {i.navettes.map((n) => (
          <li key={n.id}>
            <Une n={n} />
          </li>
        ))}
      </ul>
      {i.interrogeable && !ouverte && (
        <Button variant="default" size="sm" onClick={() => setOuverte(true)}>
          Interroger un service
        </Button>
      )}
      {ouverte && <Question information={i} onFini={() => setOuverte(false)} />}
    </section>
  );
}

function Question({ information: i, onFini }: { information: Information; onFini: () => void }) {
  const listes = useFormulaireAnalyse(i.id);
  const f = useFormulaire({
    nom: 'navette.poser',
    sujet: i.id,
    initiales: { service: '', unite: '', question: '' },
    valider: (v) => ({ service: v.service ? null : 'Choisissez le service interrogé.', question: v.question.trim() ? null : 'Écrivez la question posée.' }),
    envoyer: (v, { cle }) => api.post(`/api/informations/${i.id}/navettes`, { ...v, id: cle, unite: v.unite || null }, { cleIdempotence: cle }),
    reussi: () => {
      annoncer('La question est partie ; sa réponse est attendue.');
      onFini();
    },
  });
  return (
    <Formulaire f={f} verbe="Poser la question" secondaire={<Button variant="default" onClick={onFini}>Fermer</Button>}>
      <NativeSelect label="Service interrogé" data={choix(listes.data?.services ?? [])} {...f.champ('service')} />
      <NativeSelect label="Unité qui répond (facultatif)" description="Elle verra l’information et répondra ici. Sans unité, vous noterez vous-même la réponse." data={unites(listes.data?.unites ?? [], 'Aucune')} {...f.champ('unite')} />
      <Textarea label="Question" autosize minRows={3} placeholder="La famille est-elle connue ? Depuis quand, pour quoi ?" {...f.champ('question')} />
    </Formulaire>
  );
}

function Une({ n }: { n: Navette }) {
  const { aujourdhui } = useMoi();
  const [acte, setActe] = useState<'repondre' | 'renoncer' | null>(null);
  const attend = !n.repondueLe;
  const jours = n.attendueLe ? joursEntre(aujourdhui, n.attendueLe) : null;
  return (
    <>
      <div>
        <strong>{n.service}</strong>
        {n.uniteNom && `, ${n.uniteNom}`} · posée le {dateHeure(n.poseeLe)}
        {n.poseePar && ` par ${n.poseePar}`}
        {attend && n.attendueLe && (
          <>
            {' '}
            · réponse attendue <Echeance bande={bandeDe(jours)} jours={jours} dateLegale={n.attendueLe} />
          </>
        )}
        {n.relances > 0 && n.relanceeLe && ` · ${pluriel(n.relances, 'relance')}, la dernière le ${dateHeure(n.relanceeLe)}`}
      </div>
      <p className={classes.faits}>{n.question}</p>
      {n.repondueLe && (
        <p>
          {n.sansObjetMotif ? `Plus attendue depuis le ${dateHeure(n.repondueLe)} : ${n.sansObjetMotif}` : `Réponse du ${dateHeure(n.repondueLe)}${n.reponduePar ? `, notée par ${n.reponduePar}` : ''} :`}
        </p>
      )}
      {n.reponse && <p className={classes.faits}>{n.reponse}</p>}
      {attend && n.repondable && !acte && (
        <div className={classes.actes}>
          <Button variant="default" size="sm" onClick={() => setActe('repondre')}>Noter la réponse</Button>
          <Relancer n={n} />
          <Button variant="subtle" size="sm" onClick={() => setActe('renoncer')}>N’attend plus de réponse</Button>
        </div>
      )}
      {acte === 'repondre' && <Repondre n={n} onFini={() => setActe(null)} />}
      {acte === 'renoncer' && <Renoncer n={n} onFini={() => setActe(null)} />}
    </>
  );
}

function Relancer({ n }: { n: Navette }) {
  const cache = useQueryClient();
  const [enCours, setEnCours] = useState(false);
  const relancer = async () => {
    setEnCours(true);
    try {
      await api.post(`/api/navettes/${n.id}/relance`, { version: n.version });
      annoncer('La relance est notée.');
    } catch (e) {
      annoncer(enProbleme(e).detail, { ton: 'erreur' });
    } finally {
      setEnCours(false);
      await cache.invalidateQueries({ queryKey: INFORMATIONS });
    }
  };
  return <Button variant="default" size="sm" loading={enCours} onClick={() => void relancer()}>Relancer</Button>;
}

function Repondre({ n, onFini }: { n: Navette; onFini: () => void }) {
  const { aujourdhui } = useMoi();
  const f = useFormulaire({
    nom: 'navette.repondre',
    sujet: n.id,
    version: n.version,
    initiales: { reponse: '', recueLe: aujourdhui },
    valider: (v) => ({ reponse: v.reponse.trim() ? null : 'Écrivez la réponse reçue.', recueLe: dateIllisible(v.recueLe) }),
    envoyer: (v, { cle }) => api.post(`/api/navettes/${n.id}/reponse`, { ...v, recueLe: v.recueLe || null, version: n.version }, { cleIdempotence: cle }),
    reussi: () => {
      annoncer('La réponse est au dossier.');
      onFini();
    },
  });
  return (
    <Formulaire f={f} verbe="Enregistrer la réponse" secondaire={<Button variant="default" onClick={onFini}>Fermer</Button>}>
      <Textarea label="Réponse" autosize minRows={3} {...f.champ('reponse')} />
      <ChampDate label="Reçue le" passe {...f.champ('recueLe')} />
    </Formulaire>
  );
}

function Renoncer({ n, onFini }: { n: Navette; onFini: () => void }) {
  const f = useFormulaire({
    initiales: { motif: '' },
    valider: (v) => ({ motif: v.motif.trim() ? null : 'Écrivez pourquoi la réponse n’est plus attendue.' }),
    envoyer: (v, { cle }) => api.post(`/api/navettes/${n.id}/renoncement`, { ...v, version: n.version }, { cleIdempotence: cle }),
    reussi: onFini,
  });
  return (
    <Formulaire f={f} verbe="Ne plus attendre" secondaire={<Button variant="default" onClick={onFini}>Fermer</Button>}>
      <Textarea label="Pourquoi" autosize minRows={2} {...f.champ('motif')} />
    </Formulaire>
  );
}
