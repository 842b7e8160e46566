import { Alert, Button, NativeSelect } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';

import { enProbleme } from '../../commun/api/probleme';
import { EnErreur, EtatVide } from '../../commun/Etats';
import { Page } from '../../commun/Page';
import { nombre, pluriel } from '../../commun/temps';
import { chercherAgents, chercherEnfants, chercherLignes, GENRES, verifier, type Choix, type DemandeLignes, type LigneJournal } from './api';
import { ChoixNomme } from './ChoixNomme';
import { TableauLignes } from './TableauLignes';
import classes from './journal.module.css';

/** For the data-protection officer: who opened or changed which child's file, and whether the journal is intact. */
export default function EcranJournal() {
  const [enfant, setEnfant] = useState<Choix | null>(null);
  const [agent, setAgent] = useState<Choix | null>(null);
  const [genre, setGenre] = useState('');
  const [du, setDu] = useState('');
  const [au, setAu] = useState('');
  const [demande, setDemande] = useState<DemandeLignes | null>(null);
  const [lignes, setLignes] = useState<LigneJournal[]>([]);
  const [suite, setSuite] = useState<string | null>(null);
  const envoi = useMutation({
    mutationFn: ({ d, apres }: { d: DemandeLignes; apres?: string }) => chercherLignes(d, apres),
    onSuccess: (page, { d, apres }) => {
      setDemande(d);
      setLignes((avant) => (apres ? [...avant, ...page.lignes] : page.lignes));
      setSuite(page.suite ?? null);
    },
  });
  const erreurs = Object.fromEntries((envoi.isError ? enProbleme(envoi.error).erreurs ?? [] : []).map((e) => [e.champ, e.message]));
  function chercher(e: FormEvent) {
    e.preventDefault();
    envoi.mutate({ d: { enfantId: enfant?.id, agentId: agent?.id, genre: genre || undefined, du: du || undefined, au: au || undefined } });
  }
  return (
    <Page titre="Journal des accès" large>
      <Integrite />
      <form onSubmit={chercher} className={classes.recherche} noValidate>
        <ChoixNomme libelle="Enfant" cle="enfants" chercher={chercherEnfants} choisi={enfant} onChange={setEnfant} erreur={erreurs.enfantId} />
        <ChoixNomme libelle="Agent" cle="agents" chercher={chercherAgents} choisi={agent} onChange={setAgent} erreur={erreurs.agentId} />
        <NativeSelect label="Acte" value={genre} onChange={(e) => setGenre(e.currentTarget.value)}
          data={[{ value: '', label: 'Tous' }, ...Object.entries(GENRES).map(([value, label]) => ({ value, label }))]} />
        <label className={classes.date}>
          <span>Du</span>
          <input type="date" value={du} onChange={(e) => setDu(e.currentTarget.value)} />
        </label>
        <label className={classes.date}>
          <span>Au</span>
          <input type="date" value={au} onChange={(e) => setAu(e.currentTarget.value)} aria-invalid={erreurs.au ? true : undefined} />
          {erreurs.au && <span role="alert" className={classes.erreur}>{erreurs.au}</span>}
        </label>
        <Button type="submit" loading={envoi.isPending}>Chercher</Button>
      </form>
      {envoi.isError && Object.keys(erreurs).length === 0 && <EnErreur erreur={envoi.error} />}
      {demande && !envoi.isError && (lignes.length === 0 ? (
        <EtatVide titre="Aucune ligne ne répond à cette recherche." />
      ) : (
        <TableauLignes lignes={lignes} titre="Lignes du journal, les plus récentes d’abord" avecQui
          suite={suite ? { enCours: envoi.isPending, lire: () => envoi.mutate({ d: demande, apres: suite }) } : undefined} />
      ))}
      <p className={classes.discret}>Cette consultation est elle-même inscrite au journal.</p>
    </Page>
  );
}

/** One button: the whole chain is computed again and compared with the lines, their seals and the anchors kept outside the database. */
function Integrite() {
  const envoi = useMutation({ mutationFn: verifier });
  const v = envoi.data;
  return (
    <section className={classes.integrite} aria-labelledby="integrite">
      <h2 id="integrite">Intégrité</h2>
      <p>Chaque ligne est scellée par une clé que la base ne connaît pas ; la tête de la chaîne est notée chaque heure hors de la base.</p>
      <Button variant="default" loading={envoi.isPending} onClick={() => envoi.mutate()}>Vérifier tout le journal</Button>
      <div aria-live="polite">
        {envoi.isError && <EnErreur erreur={envoi.error} />}
        {v && (v.intact ? (
          <Alert color="green" variant="light" mt="sm">
            Intact : {pluriel(v.lignes, 'ligne scellée', 'lignes scellées')}, {pluriel(v.ancres, 'ancre')}.
          </Alert>
        ) : (
          <Alert color="red" variant="light" mt="sm" title={`${pluriel(v.anomalies, 'anomalie')} sur ${nombre(v.lignes)} lignes`}>
            <ul>
              {v.premieres.map((a) => (
                <li key={`${a.genre}-${a.rang}-${a.ligne}`}>{a.rang ? `Rang ${a.rang} : ` : ''}{a.libelle}</li>
              ))}
            </ul>
          </Alert>
        ))}
      </div>
    </section>
  );
}
