import { Button, FileInput, Modal } from '@mantine/core';
import { useState } from 'react';

import { annoncer } from '../../commun/annonces';
import { api } from '../../commun/api/client';
import { Donnees } from '../../commun/Etats';
import { Formulaire, useFormulaire } from '../../commun/formulaire';
import { Tableau } from '../../commun/liste/Tableau';
import { useMoi } from '../../commun/moi';
import { Page } from '../../commun/Page';
import { nombre, pluriel } from '../../commun/temps';
import { useOlinpe, type VariableOlinpe } from './api';
import { ChoixAnnee, Vues } from './Vues';
import classes from './statistiques.module.css';

const MOIS = ['Janv.', 'Févr.', 'Mars', 'Avril', 'Mai', 'Juin', 'Juil.', 'Août', 'Sept.', 'Oct.', 'Nov.', 'Déc.'];
const CERTITUDES: Record<string, string> = { ETABLI: 'établie', ANCIEN: 'version ancienne, à relire', NON_ETABLI: 'libellé et codes à lire' };

const part = (remplies: number, attendues: number) => (attendues === 0 ? '—' : `${Math.floor((100 * remplies) / attendues)} %`);

/** How complete the extract is, variable by variable and month by month, and its files. */
export default function EcranOlinpe() {
  const moi = useMoi();
  const [annee, setAnnee] = useState(Number(moi.aujourdhui.slice(0, 4)));
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
      <Donnees requete={useOlinpe(annee)} quoi="Lecture de l’extrait">
        {(c) => (
          <>
            <p className={classes.discret}>Dictionnaire {c.dictionnaire}. {c.source}.</p>
            <Tableau legende={`${pluriel(c.evenements, 'évènement')} de mesures, ${pluriel(c.jeunes, 'jeune')} ; part des lignes où chaque variable est remplie`} defilant lignes={c.variables} cle={(v) => v.code}
              colonnes={[
                { titre: 'Variable', rendu: (v) => <><strong>{v.code}</strong> {v.libelle}</> },
                { titre: 'Remplie', rendu: (v) => (v.manque ? 'non tenue' : <span className={classes.part}>{part(v.remplies, v.attendues)} ({nombre(v.remplies)} sur {nombre(v.attendues)})</span>) },
                { titre: 'Ce qui est su d’elle', rendu: (v) => v.manque ?? `${CERTITUDES[v.certitude] ?? ''}${v.facultative ? ', facultative' : ''}` },
                ...MOIS.map((m, n) => ({ titre: m, nombre: true, large: true, rendu: (v: VariableOlinpe) => { const x = v.mois[n]; return x && !v.manque ? part(x.remplies, x.attendues) : ''; } })),
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
