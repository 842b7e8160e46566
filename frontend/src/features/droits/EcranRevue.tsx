import { Alert, Button, Checkbox } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';

import { api } from '../../commun/api/client';
import { Donnees } from '../../commun/Etats';
import { Page } from '../../commun/Page';
import { pluriel } from '../../commun/temps';
import { useDemande, useRevue, type DemandeComplete, type Element, type Piece } from './api';
import { FormeChoix, type Vise } from './FormeChoix';
import { Refuse } from './Refuse';
import classes from './droits.module.css';

/** The file read part by part: what each becomes is said by hand, with its reason, before anything comes out. */
export default function EcranRevue() {
  const { demandeId } = useParams();
  const demande = useDemande(demandeId!);
  const revue = useRevue(demandeId!);
  const [reste, setReste] = useState(false);
  return (
    <Page titre="Examiner le dossier" large>
      <p><Link to={`/droits/${demandeId}`}>Revenir à la demande</Link></p>
      <p>Qui a transmis une information et les adresses protégées ne sont jamais écrits ici, pour personne : « [non communiqué] » en tient la place.</p>
      <Donnees requete={demande} quoi="Lecture de la demande">
        {(d) => (
          <Donnees requete={revue} quoi="Lecture du dossier entier">
            {(r) => (
              <>
                <p role="status" aria-live="polite"><strong>{r.aExaminer === 0 ? 'Tout est examiné : la copie peut être arrêtée.' : `${pluriel(r.aExaminer, 'élément')} à examiner.`}</strong></p>
                <Checkbox label="Ne montrer que ce qui reste à examiner" checked={reste} onChange={(e) => setReste(e.currentTarget.checked)} mb="md" />
                {[...new Set(r.pieces.map((p) => p.chapitre))].map((chapitre) => {
                  const pieces = r.pieces.filter((p) => p.chapitre === chapitre && (!reste || p.aExaminer > 0));
                  return pieces.length > 0 && (
                    <section key={chapitre} className={classes.section} aria-label={chapitre}>
                      <h2>{chapitre}</h2>
                      {pieces.map((p) => <UnePiece key={p.cle} p={p} d={d} />)}
                    </section>
                  );
                })}
              </>
            )}
          </Donnees>
        )}
      </Donnees>
    </Page>
  );
}

function UnePiece({ p, d }: { p: Piece; d: DemandeComplete }) {
  const cache = useQueryClient();
  const [vise, setVise] = useState<Vise | null>(null);
  const communiquer = useMutation({
    mutationFn: (v: Vise) => api.post(`/api/droits/demandes/${d.demande.id}/revue`, { ...v, sort: 'COMMUNIQUE' }),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['droits', 'revue'] }),
  });
  const surTout: Vise = { piece: p.cle, element: null, ligne: null, empreinte: p.empreinte };
  const close = d.demande.etat !== 'A_INSTRUIRE';
  return (
    <article className={classes.piece} aria-label={p.titre}>
      <h3>{p.titre}</h3>
      {p.conseil && <p className={classes.discret}>{p.conseil}</p>}
      {!close && (
        <div className={classes.boutons}>
          <Button size="xs" variant={p.aExaminer > 0 ? 'filled' : 'default'} loading={communiquer.isPending} onClick={() => communiquer.mutate(surTout)}>
            Communiquer<span className="jalon-invisible"> {p.titre}</span>
          </Button>
          <Button size="xs" variant="default" onClick={() => setVise(surTout)}>Occulter ou retirer<span className="jalon-invisible"> {p.titre}</span></Button>
        </div>
      )}
      {communiquer.isError && <Refuse erreur={communiquer.error} />}
      {vise && !vise.element && <FormeChoix vise={vise} demande={d} document={p.nature === 'DOCUMENT'} fermer={() => setVise(null)} />}
      {p.elements.map((e) => (
        <div key={e.cle}>
          <UnElement e={e} />
          {!close && (
            <div className={classes.boutons}>
              <Button size="compact-xs" variant="subtle" onClick={() => communiquer.mutate({ piece: p.cle, element: e.cle, ligne: null, empreinte: e.empreinte })}>
                Communiquer cet élément<span className="jalon-invisible"> de {p.titre}</span>
              </Button>
              <Button size="compact-xs" variant="subtle" onClick={() => setVise({ piece: p.cle, element: e.cle, ligne: null, empreinte: e.empreinte })}>
                Occulter ou retirer cet élément<span className="jalon-invisible"> de {p.titre}</span>
              </Button>
            </div>
          )}
          {vise?.element === e.cle && <FormeChoix vise={vise} demande={d} document={e.document !== null} lignes={e.lignes.map((l) => l.libelle)} fermer={() => setVise(null)} />}
        </div>
      ))}
      {p.choix?.perimee && <Alert color="orange">Le dossier a changé depuis la décision : à revoir.</Alert>}
    </article>
  );
}

function UnElement({ e }: { e: Element }) {
  return (
    <div className={classes.element} data-a-examiner={e.choix.sort === null ? '' : undefined}>
      <span className={classes.etat}>{e.choix.sortLibelle}</span>
      {e.choix.motif && <span className={classes.discret}> {e.choix.motif}</span>}
      {e.lignes.map((l) => (
        <p key={l.libelle} className={classes.ligne}>
          <strong>{l.libelle} :</strong> {l.valeur} {l.choix && <span className={classes.etat}>{l.choix.sortLibelle}</span>}
        </p>
      ))}
      {e.document && <p className={classes.ligne}><a href={`/api/documents/${e.document}/contenu`} download>Lire le fichier</a></p>}
    </div>
  );
}
