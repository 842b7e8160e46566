import { Button, Modal, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { annoncer } from '../../commun/annonces';
import { adresse, api } from '../../commun/api/client';
import { enProbleme } from '../../commun/api/probleme';
import { ChampDate, dateIllisible, Formulaire, useFormulaire } from '../../commun/formulaire';
import { dateLongue } from '../../commun/temps';
import { chemin, cleProjet, options, type ActionEcrite, type ObjectifEcrit, type Redaction } from './api';
import { Connus } from './Redaction';
import classes from './projet.module.css';

type Ouvert = { genre: 'objectif'; domaine: string; objectif?: ObjectifEcrit } | { genre: 'action'; objectif: ObjectifEcrit; action?: ActionEcrite } | null;

/** Needs, objectives and actions by domain of life; the empty domains are shown too. */
export function Objectifs({ r }: { r: Redaction }) {
  const [ouvert, setOuvert] = useState<Ouvert>(null);
  const cache = useQueryClient();
  const fini = (dit: string) => {
    annoncer(dit);
    setOuvert(null);
    void cache.invalidateQueries({ queryKey: cleProjet(r.projetId) });
  };
  const retirer = async (quoi: string, id: string, version: number) => {
    try {
      await api.delete(adresse(chemin(r.projetId, `/redaction/${quoi}/${id}`), { version }));
      fini(quoi === 'actions' ? 'L’action est retirée.' : 'L’objectif est retiré avec ses actions.');
    } catch (e) {
      annoncer(enProbleme(e).detail);
    }
  };
  const domaines = r.limite ? r.domaines.filter((d) => r.objectifs.some((o) => o.domaine === d.code)) : r.domaines;
  return (
    <section aria-label="Objectifs et actions">
      <h2>Objectifs et actions</h2>
      {domaines.map((d) => {
        const siens = r.objectifs.filter((o) => o.domaine === d.code);
        const connus = r.connus.filter((c) => d.prerempli.includes(c.source));
        return (
          <div key={d.code} className={classes.partie}>
            <h3>{d.libelle}</h3>
            {r.ecrit && <p className={classes.discret}>{d.aide}</p>}
            {connus.length > 0 && <Connus connus={connus} />}
            {siens.length === 0 && <p className={classes.discret}>Pas d’objectif dans ce domaine.</p>}
            <ul className={classes.liste}>
              {siens.map((o) => (
                <li key={o.id} className={classes.fiche}>
                  <h4>{o.objectif}</h4>
                  {o.besoin && <p>Besoin : {o.besoin}</p>}
                  {o.reconduit && <p className={classes.discret}>Déjà dans une version précédente</p>}
                  <ul>
                    {o.actions.map((a) => (
                      <li key={a.id}>
                        {a.libelle} · {a.quiDit ?? <span className={classes.alerte}>▲ personne n’est nommé</span>}, {r.aupres.find((x) => x.code === a.aupres)?.libelle ?? a.aupres}
                        <span className={classes.discret}> · {quand(a)}</span>
                        {r.ecrit && (
                          <span className={classes.boutons}>
                            <Button variant="subtle" size="compact-sm" onClick={() => setOuvert({ genre: 'action', objectif: o, action: a })}>Modifier<span className="jalon-invisible"> l’action : {a.libelle}</span></Button>
                            <Button variant="subtle" size="compact-sm" onClick={() => void retirer('actions', a.id, a.version)}>Retirer<span className="jalon-invisible"> l’action : {a.libelle}</span></Button>
                          </span>
                        )}
                      </li>
                    ))}
                  </ul>
                  {r.ecrit && (
                    <div className={classes.boutons}>
                      <Button variant="default" size="compact-sm" onClick={() => setOuvert({ genre: 'action', objectif: o })}>Ajouter une action<span className="jalon-invisible"> à : {o.objectif}</span></Button>
                      <Button variant="subtle" size="compact-sm" onClick={() => setOuvert({ genre: 'objectif', domaine: d.code, objectif: o })}>Modifier<span className="jalon-invisible"> l’objectif : {o.objectif}</span></Button>
                      <Button variant="subtle" size="compact-sm" onClick={() => void retirer('objectifs', o.id, o.version)}>Retirer<span className="jalon-invisible"> l’objectif : {o.objectif}</span></Button>
                    </div>
                  )}
                </li>
              ))}
            </ul>
            {r.ecrit && (
              <div className={classes.boutons}>
                <Button variant="default" size="sm" onClick={() => setOuvert({ genre: 'objectif', domaine: d.code })}>Ajouter un objectif<span className="jalon-invisible"> : {d.libelle}</span></Button>
              </div>
            )}
          </div>
        );
      })}
      <Modal opened={ouvert !== null} onClose={() => setOuvert(null)} size="lg" closeButtonProps={{ 'aria-label': 'Fermer' }}
        title={ouvert?.genre === 'action' ? (ouvert.action ? 'Modifier l’action' : 'Ajouter une action') : ouvert?.objectif ? 'Modifier l’objectif' : 'Ajouter un objectif'}>
        {ouvert?.genre === 'objectif' && <FormeObjectif r={r} domaine={ouvert.domaine} o={ouvert.objectif} fini={fini} />}
        {ouvert?.genre === 'action' && <FormeAction r={r} o={ouvert.objectif} a={ouvert.action} fini={fini} />}
      </Modal>
    </section>
  );
}

const quand = (a: ActionEcrite) =>
  [a.debut && `à partir du ${dateLongue(a.debut)}`, a.duree && `pendant ${a.duree}`, a.fin && `jusqu’au ${dateLongue(a.fin)}`, a.echeance && `avant le ${dateLongue(a.echeance)}`].filter(Boolean).join(', ') || 'sans date';

function FormeObjectif({ r, domaine, o, fini }: { r: Redaction; domaine: string; o?: ObjectifEcrit; fini: (dit: string) => void }) {
  const f = useFormulaire({
    nom: 'projet.objectif', sujet: o?.lignee ?? r.projetId, version: o?.version,
    initiales: { domaine, besoin: o?.besoin ?? '', objectif: o?.objectif ?? '' },
    valider: (v) => ({ objectif: v.objectif.trim() ? null : 'Écrivez l’objectif.' }),
    envoyer: (v, { cle }) => {
      const corps = { version: o?.version ?? null, domaine: v.domaine, besoin: v.besoin || null, objectif: v.objectif };
      return o ? api.put(chemin(r.projetId, `/redaction/objectifs/${o.id}`), corps, { cleIdempotence: cle }) : api.post(chemin(r.projetId, '/redaction/objectifs'), corps, { cleIdempotence: cle });
    },
    reussi: () => fini(o ? 'L’objectif est modifié.' : 'L’objectif est ajouté.'),
  });
  return (
    <Formulaire f={f} verbe={o ? 'Modifier l’objectif' : 'Ajouter l’objectif'}>
      <NativeSelect label="Domaine de vie" data={options(r.domaines)} {...f.champ('domaine')} />
      <Textarea label="Besoin de l’enfant (facultatif)" description="Ce dont il a besoin, constaté avec lui et ses parents" autosize minRows={2} {...f.champ('besoin')} />
      <Textarea label="Objectif" description="Ce qu’on voudrait voir changer, en une phrase" autosize minRows={2} data-autofocus {...f.champ('objectif')} />
    </Formulaire>
  );
}

function FormeAction({ r, o, a, fini }: { r: Redaction; o: ObjectifEcrit; a?: ActionEcrite; fini: (dit: string) => void }) {
  const f = useFormulaire({
    nom: 'projet.action-ecrite', sujet: a?.lignee ?? o.lignee, version: a?.version,
    initiales: {
      libelle: a?.libelle ?? '', aupres: a?.aupres ?? '', par: a?.utilisateurId ? `u/${a.utilisateurId}` : a?.serviceId ? `s/${a.serviceId}` : 'mots', qui: a?.qui ?? '',
      debut: a?.debut ?? '', fin: a?.fin ?? '', duree: a?.duree ?? '', echeance: a?.echeance ?? '',
    },
    valider: (v) => ({
      libelle: v.libelle.trim() ? null : 'Écrivez ce qui sera fait.', aupres: v.aupres ? null : 'Dites auprès de qui se fait cette action.',
      debut: dateIllisible(v.debut), fin: dateIllisible(v.fin), echeance: dateIllisible(v.echeance),
    }),
    envoyer: (v, { cle }) => {
      const [genre, id] = v.par.split('/');
      const corps = {
        version: a?.version ?? null, libelle: v.libelle, aupres: v.aupres, utilisateurId: genre === 'u' ? id : null, serviceId: genre === 's' ? id : null, qui: genre === 'u' ? null : v.qui || null,
        debut: v.debut || null, fin: v.fin || null, duree: v.duree || null, echeance: v.echeance || null,
      };
      return a ? api.put(chemin(r.projetId, `/redaction/actions/${a.id}`), corps, { cleIdempotence: cle })
        : api.post(chemin(r.projetId, `/redaction/objectifs/${o.id}/actions`), corps, { cleIdempotence: cle });
    },
    reussi: () => fini(a ? 'L’action est modifiée.' : 'L’action est ajoutée.'),
  });
  const par = [
    { value: 'mots', label: 'Quelqu’un d’autre, ou à préciser' }, ...r.servicesExercants.map((s) => ({ value: `s/${s.code}`, label: s.libelle })),
    ...r.personnes.map((p) => ({ value: `u/${p.code}`, label: p.libelle })),
  ];
  return (
    <Formulaire f={f} verbe={a ? 'Modifier l’action' : 'Ajouter l’action'}>
      <p className={classes.discret}>Objectif : {o.objectif}</p>
      <Textarea label="Ce qui sera fait" autosize minRows={2} data-autofocus {...f.champ('libelle')} />
      <NativeSelect label="Auprès de qui" data={options(r.aupres, 'Choisissez…')} {...f.champ('aupres')} />
      <NativeSelect label="Qui le fait" description="Une personne ou un service le trouvera dans ses tâches" data={par} {...f.champ('par')} />
      {!f.valeurs.par.startsWith('u/') && <TextInput label="Nom, en toutes lettres (facultatif)" description="Le père, l’école, le club…" autoComplete="off" {...f.champ('qui')} />}
      <div className={classes.duo}>
        <ChampDate label="À partir du (facultatif)" {...f.champ('debut')} />
        <ChampDate label="Jusqu’au (facultatif)" {...f.champ('fin')} />
        <TextInput label="Durée (facultatif)" description="« six mois »" autoComplete="off" {...f.champ('duree')} />
        <ChampDate label="À faire avant le (facultatif)" {...f.champ('echeance')} />
      </div>
    </Formulaire>
  );
}
