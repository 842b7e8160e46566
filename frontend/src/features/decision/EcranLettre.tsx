import { Button } from '@mantine/core';
import { Link, useParams, useSearchParams } from 'react-router';

import { Donnees } from '../../commun/Etats';
import { Page } from '../../commun/Page';
import { useLettre } from './api';
import classes from './decision.module.css';

/** A letter to one person, to be printed; it holds no free text of the file. */
export default function EcranLettre() {
  const { ipId = '' } = useParams();
  const [q] = useSearchParams();
  const lettre = useLettre(ipId, q.get('genre') ?? '', q.get('reference') ?? '', q.get('mineur'));
  return (
    <Page titre="Courrier" actes={
      <span className={classes.sansImpression}>
        <Button onClick={() => window.print()} disabled={!lettre.data}>Imprimer</Button>{' '}
        <Button variant="default" component={Link} to={`/ip/${ipId}?acte=etape:informer`}>Revenir au dossier</Button>
      </span>
    }>
      <Donnees requete={lettre} quoi="Préparation du courrier">
        {(l) => (
          <article className={classes.lettre}>
            <p>{l.service}</p>
            <address>
              {l.destinataire.map((x) => (
                <div key={x}>{x}</div>
              ))}
            </address>
            <p>Le {l.dateLe}</p>
            <dl>
              <dt>Objet :</dt>
              <dd>{l.objet}</dd>
              <dt>Référence :</dt>
              <dd>{l.reference}</dd>
            </dl>
            <p>Madame, Monsieur,</p>
            {l.paragraphes.map((x) => (
              <p key={x}>{x}</p>
            ))}
            <p>Je vous prie d’agréer, Madame, Monsieur, l’expression de ma considération distinguée.</p>
            <p className={classes.signature}>{l.signataire}</p>
          </article>
        )}
      </Donnees>
    </Page>
  );
}
