import { Button } from '@mantine/core';
import { useState } from 'react';

import { Donnees, EtatVide } from '../../commun/Etats';
import { Lisible } from '../../commun/Lisible';
import { dateHeure, dateLongue } from '../../commun/temps';
import { useDecision, useFin, useInformations, useJustice, type DecisionLue, type PageDecision, type PageFin, type PageInformation, type PageJustice } from './api';
import { ConclusionDesEvaluateurs } from './ConclusionDesEvaluateurs';
import Information, { cleDestinataire } from './Information';
import classes from './decision.module.css';

/** What was decided for each minor and what followed; what was cancelled stays readable. */
export default function OngletSuites({ ipId }: { ipId: string }) {
  const decision = useDecision(ipId);
  const informations = useInformations(ipId);
  const justice = useJustice(ipId);
  const fin = useFin(ipId);
  return (
    <>
      <Donnees requete={fin}>{(p) => <LaFin p={p} />}</Donnees>
      <h2 className={classes.titre}>Décisions</h2>
      <Donnees requete={decision}>{(p) => <Decisions p={p} />}</Donnees>
      <Donnees requete={informations}>{(p) => <Informations p={p} />}</Donnees>
      <Donnees requete={justice}>{(p) => <Suites p={p} />}</Donnees>
    </>
  );
}

function LaFin({ p }: { p: PageFin }) {
  const f = p.fin;
  if (!f) return null;
  return (
    <>
      <h2 className={classes.titre}>{f.motifLibelle}</h2>
      <Lisible faits={[
        ['Le', dateLongue(f.le)],
        ['Reçue le', dateLongue(f.recueLe)],
        ['Département', f.departement],
        ['Parents informés', f.parentsInformesLe ? dateLongue(f.parentsInformesLe) : f.parentsNonInformes && `Non : ${f.parentsNonInformes}`],
        ['Pièces transmises', f.pieces.join(' · ')],
        ['Envoyé le', dateLongue(f.envoyeeLe)],
        ['Accusé de réception', f.motif === 'TRANSFEREE' ? (f.accuseRecuLe ? dateLongue(f.accuseRecuLe) : 'attendu') : null],
        ['CAF', f.cafInterrogeeLe && `interrogée le ${dateLongue(f.cafInterrogeeLe)}${f.cafReponse ? ` : ${f.cafReponse}` : ', sans réponse notée'}`],
        ['CPAM', f.cpamInterrogeeLe && `interrogée le ${dateLongue(f.cpamInterrogeeLe)}${f.cpamReponse ? ` : ${f.cpamReponse}` : ', sans réponse notée'}`],
        ['Dossier qui reste', f.doublonNumero],
        ['Précision', f.precision],
      ]} />
    </>
  );
}

function Decisions({ p }: { p: PageDecision }) {
  if (p.mineurs.every((m) => !m.decision && !m.annulees.length && !m.conclusion))
    return <EtatVide titre="Rien n’est encore décidé.">La décision de chaque mineur se lira ici, avec son signataire et sa délégation.</EtatVide>;
  return (
    <div className={classes.cote}>
      {p.mineurs.map((m) => (
        <section key={m.mineurId} className={classes.bloc}>
          <h3>
            {m.nom}, {m.age}
          </h3>
          <ConclusionDesEvaluateurs m={m} />
          {m.decision ? <Une d={m.decision} /> : <p>Pas de décision.</p>}
          {m.annulees.map((d) => (
            <div key={d.id} className={classes.annulee}>
              <p>
                Annulée le {dateHeure(d.annuleeLe)} : {d.annuleeMotif}
              </p>
              <s>{d.issueLibelle}, décidée le {dateLongue(d.decideeLe)}</s>
            </div>
          ))}
        </section>
      ))}
    </div>
  );
}

function Une({ d }: { d: DecisionLue }) {
  return (
    <Lisible faits={[
      ['Décision', <strong key="d">{d.issueLibelle}</strong>],
      ['Nature', d.natureAideLibelle],
      ['Cas de l’article L226-4', d.critereLibelle],
      ['Actions déjà menées ou tentées', d.actionsTentees],
      ['Motivation', <span key="m" className={classes.texte}>{d.motivation}</span>],
      ['Décidée le', dateLongue(d.decideeLe)],
      ['Signataire', `${d.signataire}${d.interimDe ? `, par intérim de ${d.interimDe}` : ''}`],
      ['Délégation', d.delegation],
      ['Écarts motivés', Object.values(d.avertissements).join(' · ')],
    ]} />
  );
}

function Informations({ p }: { p: PageInformation }) {
  const [ouvert, setOuvert] = useState(false);
  const close = p.etat === 'CLOSE_SANS_DECISION';
  if (!p.decideeLe && !(close && p.destinataires.length) && p.destinataires.every((d) => !d.annulees.length)) return null;
  return (
    <>
      <h2 className={classes.titre}>Personnes informées</h2>
      <ul className={classes.liste}>
        {p.destinataires.map((d) => (
          <li key={cleDestinataire(d)}>
            {d.nom}
            {d.qualite && `, ${d.qualite.toLowerCase()}`}
            {d.mineur && `, pour ${d.mineur}`} :{' '}
            {d.information
              ? d.information.moyenLibelle ? `informé le ${dateLongue(d.information.donneeLe)} (${d.information.moyenLibelle.toLowerCase()})` : `pas informé, ${d.information.motifLibelle?.toLowerCase()}`
              : d.du ? 'à informer' : 'rien n’est dû'}
            {d.annulees.map((a) => (
              <div key={a.saisieLe} className={classes.annulee}>
                <s>{a.moyenLibelle ? `informé le ${dateLongue(a.donneeLe)}` : 'pas informé'}</s>, annulé le {dateHeure(a.annuleeLe)} : {a.annuleeMotif}
              </div>
            ))}
          </li>
        ))}
      </ul>
      {close && p.peutInformer && p.destinataires.some((d) => !d.information) && (ouvert
        ? <Information ipId={p.ipId} onFini={() => setOuvert(false)} />
        : <Button variant="default" mt="sm" onClick={() => setOuvert(true)}>Noter le retour fait à qui a transmis</Button>)}
    </>
  );
}

function Suites({ p }: { p: PageJustice }) {
  if (!p.mineurs.length) return null;
  return (
    <>
      <h2 className={classes.titre}>Ce que la justice a fait</h2>
      <ul className={classes.liste}>
        {p.mineurs.map((m) => (
          <li key={m.mineurId}>
            {m.nom} : {m.saisiLe ? `saisine le ${dateLongue(m.saisiLe)}` : 'saisine sans date'}
            {m.suites.map((s) => (
              <div key={s.id} className={s.annuleeLe ? classes.annulee : undefined}>
                {s.annuleeLe ? <s>{s.suiteLibelle}, {dateLongue(s.survenueLe)}</s> : `${s.suiteLibelle}, ${dateLongue(s.survenueLe)}`}
                {s.reference && ` (${s.reference})`}
              </div>
            ))}
            {!m.connue && <div>Suite attendue.</div>}
          </li>
        ))}
      </ul>
    </>
  );
}
