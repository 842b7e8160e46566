import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';

import { annoncer } from '../../commun/annonces';
import { enProbleme } from '../../commun/api/probleme';
import { dateHeure } from '../../commun/temps';
import { lireVersion, type VersionCatalogue } from './api';
import classes from './catalogue.module.css';

/** What was kept, the latest first; any of them can be read again, and taken up. */
export function Versions({ versions, reprendre }: { versions: VersionCatalogue[]; reprendre: (texte: string) => void }) {
  const lecture = useMutation({ mutationFn: lireVersion, onError: (e) => annoncer(enProbleme(e).detail, { ton: 'erreur' }) });
  const lue = lecture.data;
  if (versions.length === 0) return null;
  return (
    <>
      <h3>Versions</h3>
      <ol reversed start={versions.length}>
        {versions.map((v) => (
          <li key={v.version}>
            Version {v.version}, le {dateHeure(v.du)}{v.motif ? `\u00a0: ${v.motif}` : ''}{' '}
            <Button size="compact-sm" variant="subtle" onClick={() => lecture.mutate(v.version)} aria-label={`Lire la version ${v.version}`}>Lire</Button>
            {lue?.version === v.version && (
              <>
                <pre className={classes.ancienne} aria-label={`Texte de la version ${v.version}`}>{lue.yaml.trim() || '(aucun indicateur)'}</pre>
                <Button size="xs" variant="default" onClick={() => reprendre(lue.yaml)}>Reprendre ce texte</Button>
              </>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
