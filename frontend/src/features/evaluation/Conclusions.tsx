import { Checkbox, NativeSelect, Textarea } from '@mantine/core';

import { api } from '../../commun/api/client';
import { annoncer } from '../../commun/annonces';
import { Formulaire, useFormulaire } from '../../commun/formulaire';
import { dateHeure } from '../../commun/temps';
import { Lisible } from '../../commun/Lisible';
import { chemin, options, type Choix, type Conclusion, type Evaluation, type Listes } from './api';
import classes from './evaluation.module.css';

const nommer = (choix: Choix[], code: string | null) => choix.find((c) => c.code === code)?.libelle ?? code;

/** One conclusion and one proposal a minor, side by side: two children of one home may have two outcomes. */
export function Conclusions({ ipId, evaluation: e, listes }: { ipId: string; evaluation: Evaluation; listes: Listes }) {
  return (
    <section aria-label="Conclusions">
      <h2>Conclusion pour chaque mineur</h2>
      <p className={classes.discret}>Partagée par l’équipe. La décision revient à une autre personne et reste un acte à part.</p>
      <div className={classes.cote}>
        {e.conclusions.map((c) => {
          const mineur = e.mineurs.find((m) => m.mineurId === c.mineurId)!;
          return (
            <section key={c.mineurId} className={classes.mineur} aria-label={mineur.affiche}>
              <h3>
                {mineur.affiche}, {mineur.age}
              </h3>
              {e.evaluable ? <Conclure ipId={ipId} conclusion={c} listes={listes} /> : <Lire conclusion={c} listes={listes} />}
              {c.auteur && c.modifieeLe && (
                <p className={classes.discret}>
                  Enregistrée par {c.auteur}, le {dateHeure(c.modifieeLe)}
                </p>
              )}
            </section>
          );
        })}
      </div>
    </section>
  );
}

function Lire({ conclusion: c, listes }: { conclusion: Conclusion; listes: Listes }) {
  return (
    <Lisible absent="—" faits={[
      ['Conclusion', nommer(listes.conclusions, c.conclusion)],
      ['Nature du danger', c.natures.map((n) => nommer(listes.naturesDanger, n)).join(', ')],
      ['Proposition', nommer(listes.propositions, c.proposition)],
      ['Aide proposée', nommer(listes.aides, c.natureAide)],
      ['Motivation', c.motivation],
    ]} />
  );
}

function Conclure({ ipId, conclusion: c, listes }: { ipId: string; conclusion: Conclusion; listes: Listes }) {
  const f = useFormulaire({
    nom: 'evaluation.conclusion',
    sujet: c.mineurId,
    version: c.version,
    initiales: { conclusion: (c.conclusion ?? '') as string, natures: c.natures, proposition: (c.proposition ?? '') as string, natureAide: c.natureAide ?? '', motivation: c.motivation ?? '' },
    envoyer: (v, { cle }) =>
      api.put(chemin(ipId, `/conclusions/${c.mineurId}`), {
        version: c.version, conclusion: v.conclusion || null, natures: v.natures, proposition: v.proposition || null, natureAide: v.natureAide || null, motivation: v.motivation || null,
      }, { cleIdempotence: cle }),
    reussi: () => annoncer('Conclusion enregistrée.'),
  });
  const v = f.valeurs;
  return (
    <Formulaire f={f} verbe="Enregistrer la conclusion">
      <NativeSelect label="Conclusion" {...f.champ('conclusion')} data={options(listes.conclusions, 'Choisir')} />
      {(v.conclusion === 'DANGER' || v.conclusion === 'RISQUE') && (
        <Checkbox.Group label="Nature du danger" {...f.champ('natures')}>
          {listes.naturesDanger.map((n) => (
            <Checkbox key={n.code} value={n.code} label={n.libelle} mt="xs" />
          ))}
        </Checkbox.Group>
      )}
      {v.conclusion === 'IMPOSSIBLE' && (
        <p className={classes.consigne}>L’impossibilité de rencontrer le mineur conduit à saisir l’autorité judiciaire (D226-2-6). Le signalement se prépare à partir des actes notés.</p>
      )}
      <NativeSelect label="Proposition" {...f.champ('proposition')} data={options(listes.propositions, 'Choisir')} />
      {v.proposition === 'AIDE_ADMINISTRATIVE' && <NativeSelect label="Aide proposée" {...f.champ('natureAide')} data={options(listes.aides, 'Choisir')} />}
      <Textarea label="Ce qui fonde la conclusion pour ce mineur" autosize minRows={3} {...f.champ('motivation')} />
    </Formulaire>
  );
}
