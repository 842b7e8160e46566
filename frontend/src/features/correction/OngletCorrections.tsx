import { Donnees, EtatVide } from '../../commun/Etats';
import { DernierActe } from '../../commun/retour/DernierActe';
import { dateHeure } from '../../commun/temps';
import { useCorrections } from './api';
import { Effets } from './Effets';
import classes from './correction.module.css';

/** What was corrected on a file, why, and what it changed. */
export default function OngletCorrections({ ipId }: { ipId: string }) {
  return (
    <>
      <DernierActe ipId={ipId} />
      <Donnees requete={useCorrections(ipId)} quoi="Lecture des corrections">
        {(p) =>
          p.faites.length === 0 ? <EtatVide titre="Rien n’a été corrigé dans ce dossier.">Une erreur se corrige par « Corriger » ; ce qui était écrit reste lisible ici.</EtatVide> : (
            <ul className={classes.liste}>
              {p.faites.map((c) => (
                <li key={c.id}>
                  <strong>{c.libelle}</strong>
                  <p className={classes.discret}>
                    Le {dateHeure(c.faiteLe)}
                    {c.par && `, par ${c.par}`} : {c.motif}
                  </p>
                  <Effets effets={c.effets} titre="Ce que cette correction a fait" />
                </li>
              ))}
            </ul>
          )
        }
      </Donnees>
    </>
  );
}
