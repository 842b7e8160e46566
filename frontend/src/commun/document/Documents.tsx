import { Button, FileInput, Modal, NativeSelect, Textarea } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import type { components } from '../../api/generated/dossier';
import { api } from '../api/client';
import { enProbleme } from '../api/probleme';
import type { Rempli } from '../api/rempli';
import { annoncer } from '../annonces';
import { Donnees, EtatVide } from '../Etats';
import { ChampDate } from '../formulaire';
import { dateLongue, jourDe, nombre } from '../temps';
import classes from './documents.module.css';

type DocumentVu = Rempli<components['schemas']['DocumentVu']>;

export type SujetDocuments = 'ENFANT' | 'IP' | 'INFORMATION';

const LIMITE = 20 * 1024 * 1024;
const ACCEPTES = '.pdf,.jpg,.jpeg,.png,.tif,.tiff,.heic,.docx,.doc,.odt,.rtf,.txt,.xlsx,.ods,.eml,.msg';
const GENRES: [DocumentVu['genre'], string][] = [
  ['COURRIER', 'Courrier'], ['RAPPORT', 'Rapport ou compte rendu'], ['SIGNALEMENT', 'Signalement'], ['SOIT_TRANSMIS', 'Soit-transmis du parquet'],
  ['CERTIFICAT', 'Certificat médical'], ['DECISION_JUSTICE', 'Décision de justice'], ['ECRIT_PERSONNE', 'Écrit de l’enfant ou d’un titulaire'],
  ['PIECE_IDENTITE', 'Pièce d’identité ou d’état civil'], ['PHOTO', 'Photographie'], ['AUTRE', 'Autre'],
];

const taille = (octets: number) => (octets >= 1024 * 1024 ? `${nombre(octets / 1024 / 1024, 1)}\u00a0Mo` : `${nombre(Math.max(1, Math.round(octets / 1024)))}\u00a0ko`);
const ORIGINE: Record<string, string> = { ENFANT: '', IP: ' · joint à l’IP', INFORMATION: ' · reçu avec l’information' };

/** Files of a child, an IP or an information: read, attached, withdrawn with a reason. A file is downloaded, never shown in the page. */
export function Documents({ sujetType, sujetId, ecrire }: { sujetType: SujetDocuments; sujetId: string; ecrire: boolean }) {
  const requete = useQuery({ queryKey: ['documents', sujetType, sujetId], queryFn: ({ signal }) => api.get<DocumentVu[]>('/api/documents', { sujetType, sujetId }, signal) });
  const [retrait, setRetrait] = useState<DocumentVu | null>(null);
  return (
    <div className={classes.documents}>
      {ecrire && <Ajouter sujetType={sujetType} sujetId={sujetId} />}
      <Donnees requete={requete} quoi="Lecture des documents">
        {(documents) => documents.length === 0 ? (
          <EtatVide titre="Aucun document">Les courriers, rapports et décisions joints à ce dossier apparaîtront ici.</EtatVide>
        ) : (
          <ul className={classes.liste}>
            {documents.map((d) => (
              <li key={d.id} data-retire={d.retireLe ? '' : undefined}>
                <div>
                  {d.retireLe ? <s>{d.nom}</s> : !d.lisible ? <em>{d.nom}</em> : <a href={`/api/documents/${d.id}/contenu`} download>{d.nom}</a>}
                  <div className={classes.discret}>
                    {d.genreLibelle}{d.nature !== 'FAITS' && <strong> · {d.natureLibelle}{!d.lisible && ', réservée à d’autres missions sur ce dossier'}</strong>}{d.datePiece && ` du ${dateLongue(d.datePiece)}`} · {taille(d.taille)} · joint le {dateLongue(jourDe(d.deposeLe))}{d.deposePar && ` par ${d.deposePar}`}{sujetType !== d.sujetType && ORIGINE[d.sujetType]}
                  </div>
                  {d.retireLe && <div>Retiré le {dateLongue(jourDe(d.retireLe))}{d.retirePar && ` par ${d.retirePar}`} : {d.retireMotif}</div>}
                </div>
                {ecrire && d.lisible && !d.retireLe && (
                  <Button variant="subtle" size="compact-sm" onClick={() => setRetrait(d)}>
                    Retirer<span className="jalon-invisible"> {d.nom}</span>
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Donnees>
      <Retirer document={retrait} fermer={() => setRetrait(null)} cle={['documents', sujetType, sujetId]} />
    </div>
  );
}

function Ajouter({ sujetType, sujetId }: { sujetType: SujetDocuments; sujetId: string }) {
  const cache = useQueryClient();
  const [fichier, setFichier] = useState<File | null>(null);
  const [genre, setGenre] = useState<string>('COURRIER');
  const [nature, setNature] = useState('');
  const [date, setDate] = useState('');
  const [erreurs, setErreurs] = useState<Record<string, string>>({});
  const [enCours, setEnCours] = useState(false);
  const envoyer = async () => {
    if (!fichier) return setErreurs({ fichier: 'Choisissez un fichier.' });
    // Said at once: forty megabytes would take minutes on a rural line before the server could refuse them.
    if (fichier.size > LIMITE) return setErreurs({ fichier: 'Ce fichier dépasse 20 Mo. Réduisez-le ou scindez-le.' });
    const corps = new FormData();
    corps.append('fichier', fichier);
    corps.append('sujetType', sujetType);
    corps.append('sujetId', sujetId);
    corps.append('genre', genre);
    if (nature) corps.append('nature', nature);
    if (date) corps.append('datePiece', date);
    setEnCours(true);
    setErreurs({});
    try {
      await api.post('/api/documents', corps);
      annoncer(`« ${fichier.name} » est joint.`);
      setFichier(null);
      setDate('');
      await cache.invalidateQueries({ queryKey: ['documents'] });
    } catch (e) {
      const p = enProbleme(e);
      setErreurs(p.erreurs.length ? Object.fromEntries(p.erreurs.map((x) => [x.champ, x.message])) : { fichier: p.detail });
    } finally {
      setEnCours(false);
    }
  };
  return (
    <form noValidate className={classes.ajout} onSubmit={(e) => { e.preventDefault(); void envoyer(); }}>
      <FileInput label="Joindre un fichier" description="20 Mo au plus : PDF, image, texte, tableau ou message." value={fichier} onChange={setFichier} accept={ACCEPTES}
        error={erreurs.fichier} clearable clearButtonProps={{ 'aria-label': 'Retirer le fichier choisi' }} placeholder="Choisir un fichier" />
      {fichier && (
        <>
          <NativeSelect label="Nature" value={genre} onChange={(e) => setGenre(e.currentTarget.value)} error={erreurs.genre} data={GENRES.map(([value, label]) => ({ value, label }))} />
          <NativeSelect label="Ce qu’il contient" description="La santé et la justice ne sont lues que par certaines missions sur ce dossier." value={nature} onChange={(e) => setNature(e.currentTarget.value)} error={erreurs.nature}
            data={[{ value: '', label: 'Selon sa nature' }, { value: 'FAITS', label: 'Faits et suivi' }, { value: 'MEDICAL', label: 'Santé' }, { value: 'JUDICIAIRE', label: 'Justice' }]} />
          <ChampDate label="Date de la pièce (facultatif)" value={date} onChange={setDate} error={erreurs.datePiece} passe />
          <div>
            <Button type="submit" loading={enCours}>
              Joindre ce fichier
            </Button>
          </div>
        </>
      )}
    </form>
  );
}

function Retirer({ document, fermer, cle }: { document: DocumentVu | null; fermer: () => void; cle: unknown[] }) {
  const cache = useQueryClient();
  const [motif, setMotif] = useState('');
  const [erreur, setErreur] = useState<string | null>(null);
  const retirer = async () => {
    try {
      await api.post(`/api/documents/${document!.id}/retrait`, { motif });
      annoncer('Le document est retiré ; son motif reste au dossier.');
      setMotif('');
      setErreur(null);
      fermer();
      await cache.invalidateQueries({ queryKey: cle });
    } catch (e) {
      const p = enProbleme(e);
      setErreur(p.erreurs[0]?.message ?? p.detail);
    }
  };
  return (
    <Modal opened={document !== null} onClose={fermer} title="Retirer un document" closeButtonProps={{ 'aria-label': 'Fermer' }}>
      <form noValidate onSubmit={(e) => { e.preventDefault(); void retirer(); }}>
        <p>Le fichier ne pourra plus être ouvert. Son nom et le motif du retrait resteront au dossier.</p>
        <Textarea label="Motif" value={motif} onChange={(e) => setMotif(e.currentTarget.value)} error={erreur} autosize minRows={2} data-autofocus mb="md" />
        <Button type="submit">Retirer le document</Button>
      </form>
    </Modal>
  );
}
