import { Button, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { api, nouvelleCle } from '../../commun/api/client';
import { enProbleme } from '../../commun/api/probleme';
import { annoncer } from '../../commun/annonces';
import { EtatVide } from '../../commun/Etats';
import { Formulaire, useFormulaire } from '../../commun/formulaire';
import { chemin, EVALUATION, type Evaluation, type Ressource } from './api';
import classes from './evaluation.module.css';

/** Wider family and third parties who may help. */
export function Ressources({ ipId, evaluation: e }: { ipId: string; evaluation: Evaluation }) {
  const cache = useQueryClient();
  const [saisie, setSaisie] = useState<Ressource | 'nouvelle' | null>(null);
  const retirer = async (r: Ressource) => {
    try {
      await api.post(chemin(ipId, `/ressources/${r.id}/retrait`), { version: r.version });
      annoncer('Personne retirée de la liste.');
    } catch (erreur) {
      annoncer(enProbleme(erreur).detail, { ton: 'erreur' });
    }
    await cache.invalidateQueries({ queryKey: EVALUATION(ipId) });
  };
  return (
    <section aria-label="Ressources de l’entourage">
      <div className={classes.entete}>
        <h2>Ressources de l’entourage</h2>
        {e.coordonnable && saisie === null && <Button onClick={() => setSaisie('nouvelle')}>Ajouter une personne</Button>}
      </div>
      {saisie !== null && (
        <Saisir key={saisie === 'nouvelle' ? 'nouvelle' : saisie.id} ipId={ipId} ressource={saisie === 'nouvelle' ? null : saisie} onFini={() => setSaisie(null)} />
      )}
      {e.ressources.length === 0 && saisie === null && <EtatVide titre="Personne de noté">Famille élargie, voisins, tiers possibles&nbsp;: qui peut aider l’enfant, et comment.</EtatVide>}
      <ul className={classes.liste}>
        {e.ressources.map((r) => (
          <li key={r.id} className={classes.ligne}>
            <p>
              <strong>{r.qui}</strong>
              {r.lien && `, ${r.lien}`}
              {r.contact && ` · ${r.contact}`}
            </p>
            {r.apport && <p>{r.apport}</p>}
            {e.coordonnable && (
              <div className={classes.actes}>
                <Button variant="subtle" size="compact-sm" onClick={() => setSaisie(r)}>
                  Corriger<span className="jalon-invisible">&nbsp;: {r.qui}</span>
                </Button>
                <Button variant="subtle" size="compact-sm" onClick={() => void retirer(r)}>
                  Retirer<span className="jalon-invisible">&nbsp;: {r.qui}</span>
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Saisir({ ipId, ressource, onFini }: { ipId: string; ressource: Ressource | null; onFini: () => void }) {
  const f = useFormulaire({
    nom: ressource ? undefined : 'evaluation.ressource',
    sujet: ipId,
    initiales: {
      id: ressource?.id ?? nouvelleCle(), qui: ressource?.qui ?? '', lien: ressource?.lien ?? '', apport: ressource?.apport ?? '', contact: ressource?.contact ?? '',
    },
    envoyer: (v, { cle }) => api.put(chemin(ipId, '/ressources'), { ...v, version: ressource?.version ?? 0 }, { cleIdempotence: cle }),
    reussi: () => {
      annoncer('Entourage mis à jour.');
      onFini();
    },
  });
  return (
    <Formulaire f={f} verbe={ressource ? 'Corriger' : 'Ajouter'} secondaire={<Button variant="default" onClick={onFini}>Fermer</Button>}>
      <div className={classes.duo}>
        <TextInput label="Qui" autoComplete="off" data-autofocus {...f.champ('qui')} />
        <TextInput label="Lien avec l’enfant (facultatif)" autoComplete="off" {...f.champ('lien')} />
        <TextInput label="Contact (facultatif)" autoComplete="off" {...f.champ('contact')} />
      </div>
      <Textarea label="Ce que cette personne peut apporter (facultatif)" autosize minRows={2} {...f.champ('apport')} />
    </Formulaire>
  );
}
