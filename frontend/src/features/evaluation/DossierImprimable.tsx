import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';

import { api } from '../../commun/api/client';
import { Donnees } from '../../commun/Etats';
import { Genogramme } from '../../commun/famille/Genogramme';
import type { FamilleDessinee } from '../../commun/famille/genogramme';
import { Lisible } from '../../commun/Lisible';
import { Page } from '../../commun/Page';
import { dateHeure, dateLongue } from '../../commun/temps';
import { EVALUATION, type Dossier } from './api';
import classes from './evaluation.module.css';

/** The page an evaluator receives with the mandate, made by itself; prints as it stands. */
export default function DossierImprimable() {
  const { ipId = '' } = useParams();
  const requete = useQuery({
    queryKey: [...EVALUATION(ipId), 'dossier'],
    queryFn: ({ signal }) => api.get<Dossier>(`/api/ip/${ipId}/dossier-evaluation`, undefined, signal),
  });
  return (
    <Page titre="Dossier préparé pour l’évaluation"
      actes={
        <span className={classes.ecranSeul}>
          <Button onClick={() => window.print()}>Imprimer</Button> <Link to={`/ip/${ipId}?onglet=evaluation`}>Revenir à l’évaluation</Link>
        </span>
      }>
      <Donnees requete={requete} quoi="Préparation du dossier">{(d) => <Feuille d={d} />}</Donnees>
    </Page>
  );
}

function Feuille({ d }: { d: Dossier }) {
  const prenom = (id: string) => d.mineurs.find((m) => m.enfantId === id)?.affiche ?? 'Enfant';
  return (
    <div className={classes.feuille}>
      <Lisible faits={[
        ['Information préoccupante', d.numero],
        ['Mineurs', d.mineurs.map((m) => `${m.affiche} (${m.naissanceLe && m.naissancePrecision === 'EXACTE' ? dateLongue(m.naissanceLe) : m.age})`).join(', ')],
        ['État', d.etat],
        ['Reçue le', dateHeure(d.recueLe)],
        ['Urgence à la réception', d.urgence ? 'oui' : null],
        ['Voie', d.voie],
        ['Échéance légale', d.dateLegale && dateLongue(d.dateLegale)],
        ['Unité qui pilote', d.unitePilote],
        ['Unité associée', d.unitesAssociees.join(', ')],
        ['Évaluateurs', d.evaluateurs.map((e) => `${e.nom} (${e.profession.toLowerCase()})`).join(', ')],
      ]} />
      {d.consignes.map((c) => (
        <p key={c} className={classes.consigne}>
          {c}
        </p>
      ))}
      <section aria-labelledby="dossier-famille">
        <h2 id="dossier-famille">Famille</h2>
        <Genogramme famille={dessinee(d)} />
        {d.liens.length > 0 && <p>{d.liens.map((l) => `${prenom(l.enfantA)} et ${prenom(l.enfantB)}, ${l.libelle.toLowerCase()}`).join('\u00a0; ')}</p>}
      </section>
      <section aria-labelledby="dossier-recu">
        <h2 id="dossier-recu">Ce qui a été transmis</h2>
        {d.informations.map((i) => (
          <div key={i.id} className={classes.ligne}>
            <p>
              <strong>{dateHeure(i.recueLe)}</strong>
              {' · '}
              {i.nature}, {i.origine}
              {' · '}
              {i.identiteReservee ? 'personne ayant transmis l’information\u00a0: identité réservée' : (i.transmetteur || 'personne ayant transmis l’information non nommée')}
            </p>
            <p>{i.faits}</p>
            {i.parentsInformes && <p className={classes.discret}>Titulaires informés de la transmission&nbsp;: {i.parentsInformes}</p>}
          </div>
        ))}
      </section>
      <section aria-labelledby="dossier-avant">
        <h2 id="dossier-avant">Ce qui est connu d’avant</h2>
        {d.chronologie.length === 0 ? <p>Rien n’est connu de ces enfants avant cette information.</p> : (
          <ul className={classes.liste}>
            {d.chronologie.map((f) => (
              <li key={`${f.le}-${f.titre}-${f.enfants.join()}`} className={classes.ligne}>
                <p>
                  <strong>{dateLongue(f.le)}</strong>
                  {' · '}
                  {f.titre}
                  <span className={classes.discret}>
                    {f.unite && ` · ${f.unite}`}
                    {d.mineurs.length > 1 && ` · ${f.enfants.map(prenom).join(', ')}`}
                  </span>
                </p>
                {f.autreUnite ? <p className={classes.discret}>Connu d’une autre unité : la contacter.</p> : f.detail && <p>{f.detail}</p>}
              </li>
            ))}
          </ul>
        )}
      </section>
      <p className={classes.discret}>Établi par Jalon le {dateHeure(d.faitLe)}. Document réservé aux évaluateurs&nbsp;: il ne se remet pas à la famille.</p>
    </div>
  );
}

/** A withheld address is asked of the unit; a home that has a name of its own keeps it before its address. */
const libelleFoyer = (f: Dossier['foyers'][number]) =>
  f.adresseProtegee ? 'Adresse protégée, à demander à l’unité' : f.adresse && !f.nom.startsWith(f.adresse.slice(0, 8)) ? `${f.nom}, ${f.adresse}` : f.adresse || f.nom;

/** What the genogram draws: the minors of the file, their adults and homes; a withheld address stays out. */
const dessinee = (d: Dossier): FamilleDessinee => ({
  enfants: d.mineurs.map((m) => ({ id: m.enfantId, nom: m.affiche, age: m.age, sexe: m.sexe as 'FILLE' | 'GARCON' | 'INCONNU', aNaitre: m.aNaitre, concerne: true })),
  adultes: d.adultes.map((a) => ({
    id: a.adulteId, nom: a.affiche, civilite: a.civilite, decede: a.decede,
    liens: a.enfants.map((t) => ({ enfantId: t.enfantId, qualite: t.qualiteLibelle, exercice: t.precision ? `${t.exerciceLibelle} (${t.precision})` : t.exerciceLibelle, titulaire: t.titulaire })),
  })),
  foyers: d.foyers.map((f) => ({ id: f.foyerId, libelle: libelleFoyer(f), membres: [...f.enfants, ...f.adultes], principalDe: f.principalDe })),
});
