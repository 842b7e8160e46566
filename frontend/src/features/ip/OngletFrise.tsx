import { Checkbox } from '@mantine/core';
import { useState } from 'react';

import { Donnees, EtatVide } from '../../commun/Etats';
import { dateHeure, dateLongue, heureDe, jourDe } from '../../commun/temps';
import { useFrise, type Fait } from './donnees';
import classes from './ip.module.css';

/** Every event, oldest first; what was cancelled stays, struck. */
export default function OngletFrise({ ipId }: { ipId: string }) {
  const frise = useFrise(ipId);
  const [horloge, setHorloge] = useState(false);
  return (
    <Donnees requete={frise} quoi="Lecture de la frise">
      {(faits) => {
        const vus = faits.filter((f) => horloge || f.genre === 'ACTE');
        const plies = faits.length - faits.filter((f) => f.genre === 'ACTE').length;
        return (
          <>
            {plies > 0 && (
              <Checkbox checked={horloge} onChange={(e) => setHorloge(e.currentTarget.checked)} label={`Montrer aussi les échéances et les rappels (${plies})`} className={classes.sansImpression} />
            )}
            {vus.length === 0 ? (
              <EtatVide titre="Rien encore sur cette frise.">Chaque acte fait sur le dossier y laisse une ligne datée.</EtatVide>
            ) : (
              <ol className={classes.faitsListe}>
                {vus.map((f) => (
                  <UnFait key={f.id} fait={f} />
                ))}
              </ol>
            )}
          </>
        );
      }}
    </Donnees>
  );
}

function UnFait({ fait: f }: { fait: Fait }) {
  const titre = (
    <>
      <strong>{f.libelle}</strong>
      {f.precisions.length > 0 && <> · {f.precisions.join(' · ')}</>}
    </>
  );
  return (
    <li data-genre={f.genre}>
      <time dateTime={f.survenuLe} className={classes.faitDate}>
        {dateLongue(f.jour)}
        {heureDe(f.survenuLe) !== '12:00' && jourDe(f.survenuLe) === f.jour && <span className={classes.discret}> {heureDe(f.survenuLe).replace(':', ' h ')}</span>}
      </time>
      <div>
        {f.retire ? <s>{titre}</s> : titre}
        {f.retire && <span className={classes.discret}> annulé ou remplacé ensuite</span>}
        {f.annule && <span className={classes.discret}> (annule un acte antérieur)</span>}
        <div className={classes.discret}>
          {[f.auteur, f.unite, f.etape && `étape « ${f.etape} »`, f.tardif && `saisi le ${dateHeure(f.enregistreLe)}`].filter(Boolean).join(' · ')}
        </div>
        {f.texte && <p className={classes.faits}>{f.texte}</p>}
      </div>
    </li>
  );
}
