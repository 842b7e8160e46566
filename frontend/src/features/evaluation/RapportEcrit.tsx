import { Button, Modal, Textarea } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import type { components } from '../../api/generated/ip-evaluation';
import { api } from '../../commun/api/client';
import type { Rempli } from '../../commun/api/rempli';
import { Donnees, EtatVide } from '../../commun/Etats';
import { dateHeure, heureDe } from '../../commun/temps';
import { ConflitDeTextes } from '../../commun/texte/ConflitDeTextes';
import { useTexte } from '../../commun/texte/useTexte';
import { chemin, EVALUATION, type Evaluation, type Section } from './api';
import classes from './evaluation.module.css';

type Version = Rempli<components['schemas']['VersionSection']>;

/** The report by sections; read only once it is handed in, or for whoever does not evaluate. */
export function RapportEcrit({ ipId, evaluation: e }: { ipId: string; evaluation: Evaluation }) {
  const [historique, setHistorique] = useState<Section | null>(null);
  return (
    <section aria-label="Rapport">
      <h2>Rapport</h2>
      {e.evaluable ? <p className={classes.discret}>Chaque section s’enregistre au fil de la frappe. Deux personnes peuvent écrire en même temps&nbsp;: rien n’est écrasé.</p>
        : <p className={classes.discret}>{e.rapportRenduLe ? `Rapport rendu le ${dateHeure(e.rapportRenduLe)}.` : 'Lecture seule.'}</p>}
      {e.sections.map((s) => (
        <div key={s.code} className={classes.section}>
          {e.evaluable ? <SectionEcrite ipId={ipId} section={s} /> : (
            <>
              <h3>{s.libelle}</h3>
              {s.texte ? <p className={classes.texte}>{s.texte}</p> : <p className={classes.discret}>Section vide.</p>}
            </>
          )}
          <div className={classes.bandeau}>
            {s.auteur && s.modifieeLe && (
              <span>
                Écrit par {s.auteur}, le {dateHeure(s.modifieeLe)}
              </span>
            )}
            {s.version > 0 && (
              <Button variant="subtle" size="compact-sm" onClick={() => setHistorique(s)}>
                Versions précédentes<span className="jalon-invisible">&nbsp;: {s.libelle}</span>
              </Button>
            )}
          </div>
        </div>
      ))}
      <Modal opened={historique !== null} onClose={() => setHistorique(null)} size="xl" title={historique ? `Versions\u00a0: ${historique.libelle}` : ''} closeButtonProps={{ 'aria-label': 'Fermer' }}>
        {historique && <Versions ipId={ipId} code={historique.code} />}
      </Modal>
    </section>
  );
}

function SectionEcrite({ ipId, section }: { ipId: string; section: Section }) {
  const cache = useQueryClient();
  const s = useTexte({
    lue: section,
    sauver: (texte, version) => api.put<{ version: number; modifieeLe: string }>(chemin(ipId, `/sections/${section.code}`), { version, texte }),
    retenir: (version, texte, modifieeLe) =>
      cache.setQueryData<Evaluation>(EVALUATION(ipId), (e) => e && { ...e, sections: e.sections.map((x) => (x.code === section.code ? { ...x, version, texte, modifieeLe } : x)) }),
  });
  return (
    <>
      <Textarea label={section.libelle} description={section.aide} autosize minRows={4} maxRows={30} value={s.texte} id={`section-${section.code}`}
        onChange={(e) => s.ecrire(e.currentTarget.value)} onBlur={() => void s.enregistrer()} />
      <div className={classes.bandeau} role="status">
        {s.etat.etat === 'en-cours' && 'Enregistrement…'}
        {s.etat.etat === 'enregistree' && `Enregistré à ${heureDe(s.etat.le)}`}
        {s.etat.etat === 'souci' && <span className={classes.souci}>Pas encore enregistré. {s.etat.pourquoi}</span>}
      </div>
      {s.conflit && <ConflitDeTextes titre={section.libelle} autre={s.conflit} mien={s.texte} trancher={s.trancher} />}
    </>
  );
}

function Versions({ ipId, code }: { ipId: string; code: string }) {
  const requete = useQuery({
    queryKey: [...EVALUATION(ipId), 'versions', code],
    gcTime: 0,
    queryFn: ({ signal }) => api.get<Version[]>(chemin(ipId, `/sections/${code}/versions`), undefined, signal),
  });
  return (
    <Donnees requete={requete}>
      {(versions) =>
        versions.length === 0 ? <EtatVide titre="Pas de version précédente">Le texte actuel contient tout ce qui a été écrit.</EtatVide> : versions.map((v) => (
          <div key={v.version}>
            <h3>
              {v.auteur ?? 'Auteur inconnu'}, le {dateHeure(v.ecriteLe)}
            </h3>
            <p className={classes.texte}>{v.texte}</p>
          </div>
        ))
      }
    </Donnees>
  );
}
