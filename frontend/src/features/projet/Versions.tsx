import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';

import { Donnees, EtatVide } from '../../commun/Etats';
import { dateLongue } from '../../commun/temps';
import { useComparaison, useProjet, type Projet, type Version } from './api';
import { DESTINATAIRES, MOYENS, motDe, STATUTS } from './mots';
import { pdfDeRemise, pdfDeVersion } from './papiers';
import classes from './projet.module.css';

/** Versions, their papers, signatures and copies handed over; two versions side by side. */
export default function Versions({ projetId }: { projetId: string }) {
  return <Donnees requete={useProjet(projetId)} quoi="Lecture des versions">{(p) => <Contenu p={p} />}</Donnees>;
}

function Contenu({ p }: { p: Projet }) {
  const versions = [...p.versions].sort((a, b) => b.numero - a.numero);
  if (versions.length === 0) return <EtatVide titre="Aucune version">La première s’ouvre avec le projet.</EtatVide>;
  return (
    <>
      <h2>Versions</h2>
      <ul className={classes.liste}>
        {versions.map((v) => <li key={v.id} className={classes.fiche}><UneVersion p={p} v={v} /></li>)}
      </ul>
      {versions.length > 1 && <Comparaison p={p} versions={versions} />}
    </>
  );
}

function UneVersion({ p, v }: { p: Projet; v: Version }) {
  const signatures = p.signatures.filter((s) => s.versionId === v.id);
  const remises = p.remises.filter((r) => r.versionId === v.id);
  return (
    <>
      <h3>Version {v.numero}{v.etat === 'EN_COURS' && ', en cours d’écriture'}</h3>
      <p>
        {v.motif && <>{v.motif.libelle} · </>}
        {v.etablieLe ? <>établie le {dateLongue(v.etablieLe)}{v.signataire && ` par ${v.signataire}`}{v.delegation && ` (${v.delegation})`}</> : <>ouverte le {dateLongue(v.ouverteLe)}</>}
      </p>
      {v.empreinte && <p className={classes.discret}>Empreinte du contenu : <code>{v.empreinte.slice(0, 16)}…</code></p>}
      <div className={classes.boutons}>
        <Button component="a" href={pdfDeVersion(p.id, v.numero)} download variant="default" size="sm">{v.etat === 'EN_COURS' ? 'PDF du brouillon' : 'PDF'}<span className="jalon-invisible">, version {v.numero}</span></Button>
        <Button component="a" href={pdfDeVersion(p.id, v.numero, 'GRAND')} download variant="subtle" size="sm">En grands caractères<span className="jalon-invisible">, version {v.numero}</span></Button>
        <Button component="a" href={pdfDeVersion(p.id, v.numero, 'ENFANT')} download variant="subtle" size="sm">Page de l’enfant<span className="jalon-invisible">, version {v.numero}</span></Button>
      </div>
      {signatures.length > 0 && (
        <>
          <h4>Signatures</h4>
          <ul>{signatures.map((s) => <li key={s.id}>{s.nom ?? DESTINATAIRES[s.qualite]} : {STATUTS[s.statut]?.toLowerCase()}{s.le && s.statut !== 'SANS_OBJET' && ` le ${dateLongue(s.le)}`}{s.motif && <span className={classes.discret}> · {s.motif}</span>}</li>)}</ul>
        </>
      )}
      {remises.length > 0 && (
        <>
          <h4>Exemplaires remis</h4>
          <ul>
            {remises.map((r) => (
              <li key={r.id}>
                {r.nom ?? DESTINATAIRES[r.destinataire]}, le {dateLongue(r.le)}, {motDe(MOYENS, r.moyen).toLowerCase()}
                {r.masques.length > 0 && <span className={classes.discret}> · {r.masques.length} masque{r.masques.length > 1 && 's'}</span>}
                {' '}· <a href={pdfDeRemise(p.id, r.id)} download>l’exemplaire remis<span className="jalon-invisible"> à {r.nom ?? DESTINATAIRES[r.destinataire]}</span></a>
                {r.destinataire === 'ENFANT' && <> · <a href={pdfDeRemise(p.id, r.id, 'ENFANT')} download>sa page</a></>}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

const SORTS: Record<string, string> = { AJOUTE: 'nouveau', RETIRE: 'n’y est plus', MODIFIE: 'changé', INCHANGE: 'inchangé' };

function Comparaison({ p, versions }: { p: Projet; versions: Version[] }) {
  const [avant, setAvant] = useState(versions[1]!.numero);
  const [apres, setApres] = useState(versions[0]!.numero);
  const [tout, setTout] = useState(false);
  const requete = useComparaison(p.id, avant, apres);
  const choix = versions.map((v) => ({ value: String(v.numero), label: `Version ${v.numero}${v.etablieLe ? `, ${dateLongue(v.etablieLe)}` : ''}` }));
  return (
    <section aria-label="Versions côte à côte">
      <h2>Ce qui a changé</h2>
      <div className={classes.filtres}>
        <NativeSelect label="De" data={choix} value={String(avant)} onChange={(e) => setAvant(Number(e.currentTarget.value))} />
        <NativeSelect label="À" data={choix} value={String(apres)} onChange={(e) => setApres(Number(e.currentTarget.value))} />
        <Button variant="subtle" aria-pressed={tout} onClick={() => setTout(!tout)}>{tout ? 'Montrer seulement ce qui change' : 'Montrer aussi ce qui ne change pas'}</Button>
      </div>
      <Donnees requete={requete} quoi="Comparaison">
        {(c) => {
          const ecarts = c.ecarts.filter((e) => tout || e.sort !== 'INCHANGE');
          if (ecarts.length === 0) return <EtatVide titre="Rien n’a changé entre ces deux versions." />;
          return ecarts.map((e, i) => (
            <div key={i} className={classes.ecart}>
              <h3>{e.groupe === e.titre ? e.titre : `${e.titre}, ${e.groupe.toLowerCase()}`} <span className={classes.discret}>({SORTS[e.sort]})</span></h3>
              <div className={classes.avant} data-sort={e.sort}><span className="jalon-invisible">Version {c.avant} : </span>{e.avant ?? <span className={classes.discret}>absent de la version {c.avant}</span>}</div>
              <div className={classes.apres} data-sort={e.sort}><span className="jalon-invisible">Version {c.apres} : </span>{e.apres ?? <span className={classes.discret}>absent de la version {c.apres}</span>}</div>
            </div>
          ));
        }}
      </Donnees>
    </section>
  );
}
