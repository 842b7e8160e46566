import { Link, useParams } from 'react-router';

import { Donnees, EtatVide } from '../../commun/Etats';
import { Tableau } from '../../commun/liste/Tableau';
import { useMoi } from '../../commun/moi';
import { Page } from '../../commun/Page';
import { nombre, pluriel } from '../../commun/temps';
import { CERTITUDES, useVariable, type FicheVariable } from './api';
import { Courbe, deMois, nomDuMois, part } from './Courbe';
import { ChoixAnnee, useAnnee, Vues } from './Vues';
import classes from './statistiques.module.css';

const ALERTES: Record<string, string> = { SEUIL: 'passée sous le seuil', CHUTE: 'en chute' };

/** One variable of the extract: what it is, report after report, unit by unit, its official codes, and the files where it is missing. */
export default function EcranVariable() {
  const code = useParams().code ?? '';
  const [annee, setAnnee] = useAnnee();
  return (
    <Page titre={`Variable ${code}`} large>
      <Vues />
      <div className={classes.barre}><ChoixAnnee annee={annee} choisir={setAnnee} /></div>
      <Donnees requete={useVariable(annee, code)} quoi="Lecture de la variable">{(v) => <Fiche v={v} />}</Donnees>
    </Page>
  );
}

function Fiche({ v }: { v: FicheVariable }) {
  const { missions } = useMoi();
  return (
    <>
      <p><strong>{v.libelle}</strong>{v.format && ` (${v.format})`}. {CERTITUDES[v.certitude] ?? ''}. Source : {v.source}.{v.inconnu && ` Une valeur inconnue s’écrit ${v.inconnu}.`}</p>
      {v.manque ? <EtatVide titre="Cette variable n’est pas tenue ici.">{v.manque}</EtatVide> : (
        <>
          <h2>Rapport après rapport</h2>
          {v.mois.length === 0 && <EtatVide titre="Aucun rapport n’est encore établi cette année.">Le rapport d’un mois s’établit tout seul au début du mois suivant.</EtatVide>}
          {v.mois.length > 0 && (
            <div className={classes.deux}>
              <Courbe points={v.mois} seuil={v.seuil} nom={v.code} grande />
              <Tableau legende={`Part des lignes remplies depuis janvier, à la fin de chaque mois ; seuil ${v.seuil} %`} lignes={v.mois} cle={(p) => String(p.mois)}
                colonnes={[
                  { titre: 'Mois', rendu: (p) => nomDuMois(p.mois) },
                  { titre: 'Remplie', rendu: (p) => part(p), nombre: true },
                  { titre: 'Lignes', rendu: (p) => `${nombre(p.remplies)} sur ${nombre(p.attendues)}`, nombre: true },
                  { titre: 'Avis', rendu: (p) => (p.alerte ? `▲ ${ALERTES[p.alerte] ?? p.alerte}` : '') },
                ]} />
            </div>
          )}
          {v.unites.length > 0 && (
            <Tableau legende={`Par unité, au rapport ${deMois(v.moisDesUnites ?? 1)} : ${pluriel(v.unites.filter((u) => u.sousSeuil).length, 'unité')} sous le seuil`} lignes={v.unites} cle={(u) => u.unite}
              colonnes={[
                { titre: 'Unité', rendu: (u) => u.nom },
                { titre: 'Remplie', rendu: (u) => <>{u.sousSeuil && '▲ '}{part(u)}</>, nombre: true },
                { titre: 'Lignes', rendu: (u) => `${nombre(u.remplies)} sur ${nombre(u.attendues)}`, nombre: true },
              ]} />
          )}
          {(missions.includes('COMPTAGE') || missions.includes('SUPERVISION') || missions.includes('MESURE')) && v.ou && <p><Link to={`/donnees-a-completer?annee=${v.annee}&variable=${v.code}`}>Dossiers où elle manque</Link></p>}
        </>
      )}
      {v.modalites.length > 0 && (
        <Tableau legende="Codes officiels ; une valeur sans code n’en a pas d’établi, et part vide" lignes={v.modalites} cle={(m) => m.code}
          colonnes={[
            { titre: 'Code', rendu: (m) => m.code },
            { titre: 'Libellé officiel', rendu: (m) => m.libelle },
            { titre: 'Nos valeurs', rendu: (m) => m.de.join(', '), large: true },
          ]} />
      )}
    </>
  );
}
