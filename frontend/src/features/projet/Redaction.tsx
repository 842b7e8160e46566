import { Button, Modal, Textarea } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';

import type { components } from '../../api/generated/projet-redaction';
import { adresse, api } from '../../commun/api/client';
import type { Rempli } from '../../commun/api/rempli';
import { Donnees, EtatVide } from '../../commun/Etats';
import { dateHeure, heureDe } from '../../commun/temps';
import { ConflitDeTextes } from '../../commun/texte/ConflitDeTextes';
import { useTexte } from '../../commun/texte/useTexte';
import { chemin, cleProjet, REDACTION, useRedaction, type Connu, type Partie, type Redaction as Lue } from './api';
import { Objectifs } from './Objectifs';
import classes from './projet.module.css';

type Ancienne = Rempli<components['schemas']['AnciennePartie']>;

/** Writing the version under way: parts by several at once, objectives and actions, with what the file already knows beside. */
export default function Redaction({ projetId }: { projetId: string }) {
  return <Donnees requete={useRedaction(projetId)} quoi="Lecture de ce qui est écrit">{(r) => <Contenu r={r} />}</Donnees>;
}

function Contenu({ r }: { r: Lue }) {
  const [anciennes, setAnciennes] = useState<Partie | null>(null);
  const groupes: [string, string, Partie[]][] = [
    ['CORPS', 'La feuille recto verso', r.parties.filter((p) => p.place === 'CORPS')],
    ['ANNEXE', 'Annexes', r.parties.filter((p) => p.place === 'ANNEXE')],
    ['ENFANT', 'La page de l’enfant', r.parties.filter((p) => p.place === 'ENFANT')],
  ];
  return (
    <>
      <p className={classes.discret}>
        Version {r.numeroVersion}.{' '}
        {r.modifiable ? 'Chaque texte s’enregistre au fil de la frappe. Plusieurs personnes peuvent écrire en même temps : rien n’est écrasé.' : 'Cette version est établie et ne change plus : une révision ouvrira la suivante.'}
        {r.modeleAValider && ' Le découpage en parties est à valider par le département.'}
      </p>
      {r.limite && <p className={classes.discret}>Vous lisez et écrivez ce qui est adressé à votre service. Le reste du projet appartient au département et à la famille.</p>}
      {r.parties.length === 0 && r.objectifs.length === 0 && <EtatVide titre="Rien n’est adressé à votre service dans cette version." />}
      {groupes.map(([place, titre, parties]) => (
        <section key={place} aria-label={titre}>
          {parties.length > 0 && <h2>{titre}</h2>}
          {parties.map((p) => (
            <UnePartie key={`${p.code}/${p.contributeur}`} r={r} p={p} montrer={() => setAnciennes(p)} />
          ))}
          {place === 'CORPS' && (r.ecrit || r.objectifs.length > 0) && <Objectifs r={r} />}
        </section>
      ))}
      <Modal opened={anciennes !== null} onClose={() => setAnciennes(null)} size="xl" title={anciennes ? `Textes précédents : ${anciennes.titre}` : ''} closeButtonProps={{ 'aria-label': 'Fermer' }}>
        {anciennes && <Anciennes projetId={r.projetId} partie={anciennes} />}
      </Modal>
    </>
  );
}

function UnePartie({ r, p, montrer }: { r: Lue; p: Partie; montrer: () => void }) {
  const nom = p.contributeur === 'PARCOURS' ? p.titre : `${p.titre} (${p.contributeurNom})`;
  const connus = r.connus.filter((c) => p.prerempli.includes(c.source));
  return (
    <div className={classes.partie}>
      {p.ecrivable ? <PartieEcrite r={r} p={p} nom={nom} connus={connus} /> : (
        <>
          <h3>{nom}</h3>
          {p.texte ? <p className={classes.texte}>{p.texte}</p> : <p className={classes.discret}>Rien n’est écrit.</p>}
        </>
      )}
      <div className={classes.bandeau}>
        {p.auteur && p.modifieeLe && <span>Écrit par {p.auteur}, le {dateHeure(p.modifieeLe)}</span>}
        {r.modifiable && p.version > 0 && (
          <Button variant="subtle" size="compact-sm" onClick={montrer}>Textes précédents<span className="jalon-invisible"> : {nom}</span></Button>
        )}
      </div>
    </div>
  );
}

function PartieEcrite({ r, p, nom, connus }: { r: Lue; p: Partie; nom: string; connus: Connu[] }) {
  const cache = useQueryClient();
  const s = useTexte({
    lue: p,
    sauver: (texte, version) => api.put<{ version: number; modifieeLe: string }>(chemin(r.projetId, `/redaction/parties/${p.code}`), { version, contributeur: p.contributeur, texte }),
    retenir: (version, texte, modifieeLe) =>
      cache.setQueryData<Lue>(REDACTION(r.projetId), (lue) => lue && {
        ...lue, parties: lue.parties.map((x) => (x.code === p.code && x.contributeur === p.contributeur ? { ...x, version, texte, modifieeLe } : x)),
      }),
  });
  return (
    <>
      {connus.length > 0 && <Connus connus={connus} reprendre={(t) => s.ecrire(s.texte.trim() ? `${s.texte.trimEnd()}\n${t}` : t)} />}
      <Textarea label={nom} description={p.aide} autosize minRows={3} maxRows={30} value={s.texte} id={`partie-${p.code}-${p.contributeur}`}
        onChange={(e) => s.ecrire(e.currentTarget.value)} onBlur={() => void s.enregistrer()} />
      {p.code === 'actes-usuels' && r.actesUsuels.length > 0 && !s.texte.trim() && (
        <Button variant="subtle" size="compact-sm" onClick={() => s.ecrire(r.actesUsuels.map((a) => `${a} : en référer.`).join('\n'))}>Partir de la liste habituelle</Button>
      )}
      <div className={classes.bandeau} role="status">
        {s.etat.etat === 'en-cours' && 'Enregistrement…'}
        {s.etat.etat === 'enregistree' && `Enregistré à ${heureDe(s.etat.le)}`}
        {s.etat.etat === 'souci' && <span className={classes.souci}>Pas encore enregistré. {s.etat.pourquoi}</span>}
      </div>
      {s.conflit && <ConflitDeTextes titre={nom} autre={s.conflit} mien={s.texte} trancher={s.trancher} />}
    </>
  );
}

/** Shown as known, with where it comes from; copied only by whoever writes. */
export function Connus({ connus, reprendre }: { connus: Connu[]; reprendre?: (texte: string) => void }) {
  return (
    <>
      {connus.map((c, i) => (
        <div key={i} className={classes.connu}>
          <strong>{c.titre}</strong> <span className={classes.discret}>· {c.lien ? <Link to={c.lien}>{c.provenance}</Link> : c.provenance}</span>
          <p>{c.texte}</p>
          {reprendre && <Button variant="subtle" size="compact-sm" onClick={() => reprendre(c.texte)}>Reprendre dans le texte<span className="jalon-invisible"> : {c.titre}</span></Button>}
        </div>
      ))}
    </>
  );
}

function Anciennes({ projetId, partie }: { projetId: string; partie: Partie }) {
  const requete = useQuery({
    queryKey: [...cleProjet(projetId), 'anciennes', partie.code, partie.contributeur],
    gcTime: 0,
    queryFn: ({ signal }) => api.get<Ancienne[]>(adresse(chemin(projetId, `/redaction/parties/${partie.code}/anciennes`), { contributeur: partie.contributeur }), undefined, signal),
  });
  return (
    <Donnees requete={requete}>
      {(textes) => textes.length === 0 ? <EtatVide titre="Pas de texte précédent">Le texte actuel contient tout ce qui a été écrit.</EtatVide> : textes.map((t) => (
        <div key={t.version}>
          <h3>{t.auteur ?? 'Auteur inconnu'}{t.ecriteLe && `, le ${dateHeure(t.ecriteLe)}`}</h3>
          <p className={classes.texte}>{t.texte}</p>
        </div>
      ))}
    </Donnees>
  );
}
