import { Button, FileInput, Modal } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';

import { annoncer } from '../../commun/annonces';
import { api } from '../../commun/api/client';
import { Donnees, EtatVide } from '../../commun/Etats';
import { Formulaire, useFormulaire } from '../../commun/formulaire';
import { Tableau } from '../../commun/liste/Tableau';
import { useMoi } from '../../commun/moi';
import { Page } from '../../commun/Page';
import { dateHeure, nombre, pluriel } from '../../commun/temps';
import { CERTITUDES, useAvis, useOlinpe, useRapports, type Historique, type VariableOlinpe } from './api';
import { Courbe, deMois, nomDuMois, part } from './Courbe';
import { ChoixAnnee, useAnnee, Vues } from './Vues';
import classes from './statistiques.module.css';

const MOIS = ['Janv.', 'Févr.', 'Mars', 'Avril', 'Mai', 'Juin', 'Juil.', 'Août', 'Sept.', 'Oct.', 'Nov.', 'Déc.'];
/** How complete the extract is, variable by variable and month by month, and its files. */
export default function EcranOlinpe() {
  const moi = useMoi();
  const [annee, setAnnee] = useAnnee();
  const [recevoir, setRecevoir] = useState(false);
  const compte = moi.missions.includes('COMPTAGE');
  const supervise = moi.missions.includes('SUPERVISION') && moi.perimetreDepartement;
  return (
    <Page titre="Extrait OLINPE" large>
      <Vues />
      <div className={classes.barre}>
        <ChoixAnnee annee={annee} choisir={setAnnee} />
        {compte && <Button component="a" href={`/api/statistiques/olinpe/${annee}/evenements`} download variant="default">Télécharger les évènements</Button>}
        {supervise && <Button component="a" href={`/api/statistiques/olinpe/${annee}/identites`} download variant="default">Télécharger les identités pour l’outil officiel</Button>}
        {compte && <Button variant="default" onClick={() => setRecevoir(true)}>Reprendre les identifiants</Button>}
      </div>
      <p>
        L’identifiant est calculé par l’outil officiel, jamais ici. Le fichier des évènements ne nomme personne : une clé relie ses lignes au fichier des identités, que seule une personne qui supervise tout le
        département télécharge. Les identifiants rendus se gardent, et reviennent comme « identifiant précédent » à l’extraction suivante.
      </p>
      {compte && <Avis />}
      <h2>Rapports de mois</h2>
      <Donnees requete={useRapports(annee)} quoi="Lecture des rapports">{(h) => <Rapports h={h} />}</Donnees>
      <h2>Aujourd’hui</h2>
      <Donnees requete={useOlinpe(annee)} quoi="Lecture de l’extrait">
        {(c) => (
          <>
            <p className={classes.discret}>Dictionnaire {c.dictionnaire}. {c.source}.</p>
            <Tableau legende={`${pluriel(c.evenements, 'évènement')} de mesures, ${pluriel(c.jeunes, 'jeune')} ; part des lignes où chaque variable est remplie`} defilant lignes={c.variables} cle={(v) => v.code}
              colonnes={[
                { titre: 'Variable', rendu: (v) => <><strong>{v.code}</strong> {v.libelle}</> },
                { titre: 'Remplie', rendu: (v) => (v.manque ? 'non tenue' : <span className={classes.part}>{part(v)} ({nombre(v.remplies)} sur {nombre(v.attendues)}{v.sansCode > 0 && `, ${nombre(v.sansCode)} sans code officiel`})</span>) },
                { titre: 'Ce qui est su d’elle', rendu: (v) => v.manque ?? `${CERTITUDES[v.certitude] ?? ''}${v.facultative ? ', facultative' : ''}` },
                { titre: 'Source du libellé', large: true, rendu: (v) => v.source },
                ...MOIS.map((m, n) => ({ titre: m, nombre: true, large: true, rendu: (v: VariableOlinpe) => { const x = v.mois[n]; return x && !v.manque ? part(x) : ''; } })),
              ]} />
          </>
        )}
      </Donnees>
      <Modal opened={recevoir} onClose={() => setRecevoir(false)} title="Reprendre les identifiants" closeButtonProps={{ 'aria-label': 'Fermer' }}>
        {recevoir && <Recevoir annee={annee} fermer={() => setRecevoir(false)} />}
      </Modal>
    </Page>
  );
}

/** What passed under its threshold or fell, until it is read. */
function Avis() {
  const client = useQueryClient();
  const { data: avis } = useAvis();
  if (!avis || avis.length === 0) return null;
  const mois = [...new Set(avis.map((a) => `${a.annee}/rapports/${a.mois}`))];
  const lire = async () => {
    await Promise.all(mois.map((m) => api.post(`/api/statistiques/olinpe/${m}/lecture`)));
    await client.invalidateQueries({ queryKey: ['statistiques', 'olinpe', 'avis'] });
    annoncer('Les avis sont lus.');
  };
  return (
    <section className={classes.avis} aria-label="Avis à lire">
      <ul>
        {avis.map((a) => (
          <li key={`${a.annee}-${a.mois}-${a.code}`}>
            <Link to={`/statistiques/olinpe/variables/${a.code}?annee=${a.annee}`}>{a.code}</Link> {a.alerte === 'CHUTE' ? 'a chuté' : 'est passée sous son seuil'} en {nomDuMois(a.mois)} {a.annee} : {part(a)} des lignes remplies. {a.libelle}.
          </li>
        ))}
      </ul>
      <Button variant="default" onClick={() => void lire()}>J’ai lu</Button>
    </section>
  );
}

/** This month's report against the ones before: the shares drawn, and the last figures. */
function Rapports({ h }: { h: Historique }) {
  const dernier = h.rapports[h.rapports.length - 1];
  if (!dernier) return <EtatVide titre="Aucun rapport n’est encore établi pour cette année.">Le rapport d’un mois s’établit tout seul au début du mois suivant.</EtatVide>;
  const avant = h.rapports[h.rapports.length - 2];
  const sous = dernier.variables.filter((v) => v.sousSeuil).length;
  return (
    <Tableau lignes={dernier.variables} cle={(v) => v.code} adresse={(v) => `/statistiques/olinpe/variables/${v.code}?annee=${h.annee}`}
      legende={`À la fin ${deMois(dernier.mois)} : ${pluriel(dernier.evenements, 'évènement')}, ${pluriel(sous, 'variable')} sous le seuil (établi le ${dateHeure(dernier.etabliLe)})`}
      colonnes={[
        { titre: 'Variable', rendu: (v) => v.code },
        { titre: `Fin ${nomDuMois(dernier.mois)}`, nombre: true, rendu: (v) => <>{v.sousSeuil && <span title="Sous le seuil">▲ </span>}{part(v)}</> },
        { titre: avant ? `Fin ${nomDuMois(avant.mois)}` : 'Mois d’avant', nombre: true, rendu: (v) => { const a = avant?.variables.find((x) => x.code === v.code); return a ? part(a) : ''; } },
        { titre: 'Lignes', nombre: true, large: true, rendu: (v) => `${nombre(v.remplies)} sur ${nombre(v.attendues)}` },
        { titre: 'Depuis janvier', rendu: (v) => <Courbe nom={v.code} seuil={v.seuil} points={h.rapports.flatMap((r) => { const x = r.variables.find((y) => y.code === v.code); return x ? [{ mois: r.mois, attendues: x.attendues, remplies: x.remplies }] : []; })} /> },
      ]} />
  );
}

function Recevoir({ annee, fermer }: { annee: number; fermer: () => void }) {
  const f = useFormulaire({
    initiales: { fichier: null as File | null },
    valider: (v) => ({ fichier: v.fichier ? null : 'Choisissez le fichier rendu par l’outil officiel.' }),
    envoyer: async (v, { cle }) => api.post<{ nombre: number }>(`/api/statistiques/olinpe/${annee}/identifiants`, { fichier: await v.fichier?.text() }, { cleIdempotence: cle }),
    reussi: (r) => { annoncer(`${pluriel(r.nombre, 'identifiant gardé', 'identifiants gardés')}.`); fermer(); },
  });
  return (
    <Formulaire f={f} verbe="Garder les identifiants" consequence="Rien n’est gardé si une seule ligne est fausse.">
      <FileInput label="Fichier" description="Deux colonnes, « CLE;IDENTIFIANT », celles de l’extrait et de l’outil officiel" accept=".csv,text/csv" {...f.champ('fichier')} />
    </Formulaire>
  );
}
