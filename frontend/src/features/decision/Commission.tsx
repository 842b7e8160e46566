import { NativeSelect, Textarea } from '@mantine/core';

import { annoncer } from '../../commun/annonces';
import { api } from '../../commun/api/client';
import { Donnees } from '../../commun/Etats';
import { ChampDate, dateIllisible, Formulaire, useFormulaire } from '../../commun/formulaire';
import { dateLongue } from '../../commun/temps';
import { choix, useDecision, type PageDecision } from './api';
import { ConclusionDesEvaluateurs } from './ConclusionDesEvaluateurs';
import classes from './decision.module.css';

/** A day to come puts the file on the agenda; today or a day past notes what the commission said. The decision stays the decider's. */
export default function Commission({ ipId, onFini }: { ipId: string; tacheId?: string; onFini: () => void }) {
  return (
    <Donnees requete={useDecision(ipId)} quoi="Lecture du dossier">
      {(p) => <Formule p={p} onFini={onFini} />}
    </Donnees>
  );
}

function Formule({ p, onFini }: { p: PageDecision; onFini: () => void }) {
  const attendue = p.commissions.filter((c) => !c.rendu).map((c) => c.seanceLe).sort()[0];
  const f = useFormulaire({
    nom: 'ip.commission',
    sujet: p.ipId,
    initiales: { seanceLe: attendue ?? '', avis: p.mineurs.map((m) => ({ mineurId: m.mineurId, issue: '', avis: '' })) },
    valider: (v) => ({ seanceLe: v.seanceLe ? dateIllisible(v.seanceLe) : 'Indiquez le jour de la séance.' }),
    envoyer: (v, { cle }) =>
      aVenir(v.seanceLe, p)
        ? api.post(`/api/ip/${p.ipId}/commission/inscription`, { seanceLe: v.seanceLe }, { cleIdempotence: cle })
        : api.post(`/api/ip/${p.ipId}/commission/avis`, {
            seanceLe: v.seanceLe, avis: v.avis.filter((a) => a.issue || a.avis.trim()).map((a) => ({ ...a, issue: a.issue || null })),
          }, { cleIdempotence: cle }),
    reussi: (_, v) => {
      annoncer(aVenir(v.seanceLe, p) ? `Le dossier est inscrit à la séance du ${dateLongue(v.seanceLe)}.` : 'L’avis est noté pour chaque mineur.');
      onFini();
    },
  });
  const inscrire = aVenir(f.valeurs.seanceLe, p);
  return (
    <Formulaire f={f} verbe={inscrire ? 'Inscrire à l’ordre du jour' : 'Noter l’avis'} consequence="La commission donne un avis ; la décision reste celle du décideur.">
      <ChampDate label={`Séance de la ${p.motCommission}`} description="Un jour à venir inscrit le dossier à l’ordre du jour ; un jour passé note l’avis rendu." {...f.champ('seanceLe')} />
      {!inscrire && f.valeurs.seanceLe && (
        <div className={classes.cote}>
          {p.mineurs.map((m, i) => (
            <fieldset key={m.mineurId} className={classes.bloc}>
              <legend>
                {m.nom}, {m.age}
              </legend>
              <ConclusionDesEvaluateurs m={m} />
              <NativeSelect label="Avis (facultatif)" data={choix(p.issues, 'Avis en mots seulement')} {...f.champ(`avis.${i}.issue`)} />
              <Textarea label="En mots" autosize minRows={2} {...f.champ(`avis.${i}.avis`)} />
            </fieldset>
          ))}
        </div>
      )}
    </Formulaire>
  );
}

const aVenir = (jour: string, p: PageDecision) => !!jour && jour > p.aujourdhui;
