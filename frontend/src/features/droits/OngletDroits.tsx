import { Button } from '@mantine/core';
import { Link } from 'react-router';

import { Donnees, EtatVide } from '../../commun/Etats';
import { dateLongue } from '../../commun/temps';
import { useDroitsDe } from './api';
import classes from './droits.module.css';

/** On a child's page: what was corrected, limited or noted at somebody's request, and the requests for whoever answers them. */
export default function OngletDroits({ enfantId }: { enfantId: string }) {
  return (
    <Donnees requete={useDroitsDe(enfantId)} quoi="Lecture des droits">
      {(d) => (
        <>
          {d.peutOuvrir && <p><Button component={Link} to={`/droits/nouvelle/${enfantId}`}>Enregistrer une demande</Button></p>}
          <section className={classes.section} aria-labelledby="mentions">
            <h2 id="mentions">Rectifications, oppositions et limitations</h2>
            {d.mentions.length === 0 ? <EtatVide titre="Rien n’a été noté.">Ce qui est corrigé ou noté à la demande d’une personne apparaîtra ici.</EtatVide> : (
              <ul>
                {d.mentions.map((m) => <li key={`${m.genre}${m.le}${m.texte}`}><strong>{m.libelle}</strong>, {m.decisionLibelle.toLowerCase()} le {dateLongue(m.le)} : {m.texte}</li>)}
              </ul>
            )}
          </section>
          {d.peutOuvrir && (
            <section className={classes.section} aria-labelledby="demandes">
              <h2 id="demandes">Demandes</h2>
              {d.demandes.length === 0 ? <p>Aucune demande.</p> : (
                <ul>
                  {d.demandes.map((x) => <li key={x.id}><Link to={`/droits/${x.id}`}>{x.numero}</Link> · {x.genreLibelle}, reçue le {dateLongue(x.recueLe)} · {x.decisionLibelle ?? x.etatLibelle}</li>)}
                </ul>
              )}
            </section>
          )}
        </>
      )}
    </Donnees>
  );
}
