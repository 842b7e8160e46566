import { direNaissance } from './naissance';
import type { CarteEnfant } from './enfant';
import classes from './enfant.module.css';
import { dateLongue } from '../temps';

/** A child the search found, on three short lines: who, where, what is under way. */
export function CarteEnfantConnu({ carte }: { carte: CarteEnfant }) {
  if (!carte.id) {
    return (
      <div className={classes.ailleurs}>
        <strong>Un enfant correspondant est connu.</strong> Contacter {carte.contacter.map((c) => c.nom).join(', ')}.
      </div>
    );
  }
  const n = carte.nom;
  return (
    <div className={classes.carte}>
      <div>
        <strong>{carte.nomComplet || n.affiche}</strong>, {n.age} <span className={classes.discret}>({n.naissance.precision === 'EXACTE' ? 'né(e) ' : ''}{direNaissance(n.naissance)})</span>
        {carte.correspondance === 'PROCHE' && <span className={classes.proche}> nom ou date proche</span>}
        {n.restreint && <span className={classes.restreint}> dossier restreint</span>}
      </div>
      {(carte.commune || carte.freres.length > 0) && (
        <div className={classes.discret}>
          {[carte.commune && `habite ${carte.commune}`, carte.freres.length > 0 && `frères et sœurs : ${carte.freres.join(', ')}`].filter(Boolean).join(' · ')}
        </div>
      )}
      {carte.enCours.length === 0 && <div className={classes.discret}>Rien en cours</div>}
      {carte.enCours.map((e) => (
        <div key={e.id} className={classes.enCours}>
          ▸ {e.reference} · {e.libelle}, depuis le {dateLongue(e.depuis)}
        </div>
      ))}
    </div>
  );
}
