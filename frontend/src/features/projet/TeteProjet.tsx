import { Link } from 'react-router';

import { dateLongue } from '../../commun/temps';
import type { Projet } from './api';
import { Delais } from './Delais';
import classes from './projet.module.css';

/** What one must see in seconds: for whom, where it stands, who follows it, by when. */
export function TeteProjet({ p, courte }: { p: Projet; courte?: boolean }) {
  const enCours = p.versions.find((v) => v.etat === 'EN_COURS');
  return (
    <div className={classes.tete}>
      <p className={classes.etat}>
        <strong>{p.etatLibelle}</strong>
        <span className={classes.discret}>{p.numero}</span>
        {p.valide && <span className={classes.marque}>valide jusqu’au {dateLongue(p.revisionLe)}</span>}
        {!p.valide && p.etabliLe && p.etat !== 'CLOS' && <span className={classes.alerte}>▲ à réviser{p.revisionLe && ` depuis le ${dateLongue(p.revisionLe)}`}</span>}
        {p.majeur && <span className={classes.marque}>majeur</span>}
        {p.reviseDepuis && p.etabliLe && <span className={classes.discret}>révision ouverte le {dateLongue(p.reviseDepuis)}{p.motifRevision && ` : ${p.motifRevision.libelle.toLowerCase()}`}</span>}
      </p>
      <p>
        {p.enfant.visible ? <Link to={`/enfants/${p.enfant.id}?onglet=projet`}>{p.enfant.affiche}</Link> : <strong>{p.enfant.affiche}</strong>} <span className={classes.discret}>({p.enfant.age})</span>
        {p.enfant.moinsDeDeuxAns && <span className={classes.discret}> · moins de deux ans : révision tous les six mois</span>}
      </p>
      {!p.limiteService && (
        <p>
          <span className={classes.discret}>{p.unite.libelle} · référent de parcours </span>{p.referent?.nom ?? <span className={classes.alerte}>à nommer</span>}
        </p>
      )}
      <p>
        <span className={classes.discret}>Ouvert le </span>{dateLongue(p.ouvertLe)}
        {p.rencontreLe && <><span className={classes.discret}> · rencontre partagée le </span>{dateLongue(p.rencontreLe)}</>}
        {p.etabliLe && <><span className={classes.discret}> · établi le </span>{dateLongue(p.etabliLe)}</>}
        {p.remisLe && <><span className={classes.discret}> · remis le </span>{dateLongue(p.remisLe)}</>}
        {enCours && <span className={classes.discret}> · version {enCours.numero} en cours d’écriture</span>}
        {p.closLe && <><span className={classes.discret}> · clos le </span>{dateLongue(p.closLe)}</>}
      </p>
      {!courte && p.mesures.length > 0 && (
        <p className={classes.discret}>
          Mesures : {p.mesures.map((m, i) => <span key={m.id}>{i > 0 && ', '}<Link to={`/mesures/${m.id}`}>{m.produit} {m.numero}</Link>{m.service && ` (${m.service})`}{m.ouverture && ', qui l’a ouvert'}</span>)}
        </p>
      )}
      <Delais echeances={courte ? p.echeances.filter((e) => e.etat === 'OUVERTE').slice(0, 2) : p.echeances} />
    </div>
  );
}
