import { Link } from 'react-router';

import { dateLongue } from '../../commun/temps';
import type { DateProche, Frise } from './api';
import { direFait } from './DessinFrise';
import classes from './enfants.module.css';

/** What the drawing shows, in words, the latest first. Always in the page: unseen until asked for, heard by a screen reader, printed. */
export function TableFrise({ frise, prochaines, montree }: { frise: Frise; prochaines: DateProche[]; montree: boolean }) {
  const voie = Object.fromEntries(frise.voies.map((v) => [v.code, v.libelle]));
  const lignes = [
    ...frise.faits.map((e) => ({ cle: e.id, le: e.le, au: '', quoi: direFait(e), reference: '', lien: null as string | null, voie: voie[e.voie] })),
    ...frise.periodes.map((p, i) => ({ cle: `${p.id}-${i}`, le: p.du, au: p.au ? dateLongue(p.au) : 'à ce jour', quoi: p.libelle, reference: p.reference, lien: p.lien, voie: voie[p.voie] })),
    ...prochaines.map((d) => ({ cle: d.le + d.libelle, le: d.le, au: '', quoi: d.libelle, reference: '', lien: null, voie: 'À venir' })),
  ].sort((a, b) => b.le.localeCompare(a.le));
  return (
    <div className={montree ? classes.tableMontree : classes.tableTue}>
      <table className={classes.tableau}>
        <caption className="jalon-invisible">Faits, périodes et prochaines dates, du plus récent au plus ancien</caption>
        <thead>
          <tr>
            <th scope="col">Date</th>
            <th scope="col">Jusqu’au</th>
            <th scope="col">Quoi</th>
            <th scope="col">Voie</th>
          </tr>
        </thead>
        <tbody>
          {lignes.map((l) => (
            <tr key={l.cle}>
              <td>{dateLongue(l.le)}</td>
              <td>{l.au}</td>
              <td>
                {/* Out of the order of the keyboard as long as the table is unseen: a focus nobody can see helps nobody. */}
                {l.quoi}{l.reference && ' '}{l.lien && montree ? <Link to={l.lien}>{l.reference}</Link> : l.reference}
              </td>
              <td>{l.voie}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
