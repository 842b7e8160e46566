import { Button } from '@mantine/core';

import { dateHeure } from '../../commun/temps';
import { concerne, GENRES, type LigneJournal } from './api';
import classes from './journal.module.css';

/** Lines of the journal, the latest first; `avecQui` when they are not all one's own. */
export function TableauLignes({ lignes, titre, avecQui, suite }: {
  lignes: LigneJournal[];
  titre: string;
  avecQui?: boolean;
  suite?: { enCours: boolean; lire: () => void };
}) {
  return (
    <>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls sideways on a narrow screen, hence reached by keyboard */}
      <div className={classes.defile} role="region" aria-label={titre} tabIndex={0}>
        <table className={classes.tableau}>
          <caption className="jalon-invisible">{titre}</caption>
          <thead>
            <tr>
              <th scope="col">Quand</th>
              {avecQui && <th scope="col">Qui</th>}
              <th scope="col">En tant que</th>
              <th scope="col">Acte</th>
              <th scope="col">Dossier</th>
            </tr>
          </thead>
          <tbody>
            {lignes.map((l) => (
              <tr key={l.id} data-refus={l.genre === 'REFUS' || undefined}>
                <td>{dateHeure(l.le)}</td>
                {avecQui && <td>{l.qui}</td>}
                <td>
                  {l.enTantQue ?? 'travail automatique'}
                  {l.unites && <span className={classes.discret}> · {l.unites}</span>}
                </td>
                <td>
                  {l.genre === 'REFUS' ? <strong>▲ {GENRES[l.genre]}</strong> : GENRES[l.genre]}
                  {l.quoi && <code className={classes.code}>{l.quoi}</code>}
                </td>
                <td>{concerne(l)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {suite && (
        <Button variant="default" mt="sm" loading={suite.enCours} onClick={suite.lire}>
          Lignes plus anciennes
        </Button>
      )}
    </>
  );
}
