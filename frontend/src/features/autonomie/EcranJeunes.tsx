import { NativeSelect } from '@mantine/core';
import { useSearchParams } from 'react-router';

import { Donnees } from '../../commun/Etats';
import { mot, useMoi } from '../../commun/moi';
import { Page } from '../../commun/Page';
import { nombre } from '../../commun/temps';
import { useFigures, type Figure, type Mna } from './api';
import { LienVue } from './LienVue';
import { ListeDeVue } from './ListeDeVue';
import { GROUPES } from './vues';
import classes from './autonomie.module.css';

/** Who turns 16, 17, 18, who has no date, who is late, how interviews and exits went; each figure opens the list it counts. */
export default function EcranJeunes() {
  const moi = useMoi();
  const [recherche, setRecherche] = useSearchParams();
  const unite = recherche.get('unite') ?? '';
  const mna = (recherche.get('mna') ?? '') as Mna;
  const vue = recherche.get('vue') ?? '';
  const figures = useFigures(unite, mna);
  const poser = (cle: string, valeur: string) =>
    setRecherche((avant) => {
      const apres = new URLSearchParams(avant);
      if (valeur) apres.set(cle, valeur);
      else apres.delete(cle);
      return apres;
    });
  return (
    <Page titre="Jeunes" onglet="Jeunes vers la majorité" large>
      <Donnees requete={figures} quoi="Calcul des chiffres">
        {(f) => {
          const unites = unitesDe(f);
          const choisie = f.find((x) => x.vue === vue);
          return (
            <>
              <p>{constat(f)}</p>
              <form className={classes.filtres} role="search" aria-label="Choisir les jeunes comptés" onSubmit={(e) => e.preventDefault()}>
                {(unites.length > 1 || unite) && (
                  <NativeSelect label={mot(moi, 'unite', 'Unité')} value={unite} onChange={(e) => poser('unite', e.currentTarget.value)}
                    data={[{ value: '', label: 'Tout mon territoire' }, ...unites.map((u) => ({ value: u.code, label: u.libelle }))]} />
                )}
                <NativeSelect label="Mineurs non accompagnés" value={mna} onChange={(e) => poser('mna', e.currentTarget.value)}
                  data={[{ value: '', label: 'Compris' }, { value: 'false', label: 'Sans eux' }, { value: 'true', label: 'Eux seulement' }]} />
              </form>
              {choisie && <ListeDeVue key={vue} figure={choisie} unite={unite} mna={mna} />}
              {GROUPES.map((g) => (
                <section key={g.titre} className={classes.groupe} aria-label={g.titre}>
                  <h2>{g.titre}</h2>
                  <p className={classes.discret}>{g.aide}</p>
                  <ul className={classes.chiffres}>
                    {g.vues.map((v) => f.find((x) => x.vue === v)).filter((x): x is Figure => !!x).map((x) => (
                      <li key={x.vue}>
                        <LienVue vue={x.vue} active={x.vue === vue}><b>{nombre(x.total)}</b> {x.libelle}</LienVue>
                      </li>
                    ))}
                  </ul>
                </section>
              ))}
            </>
          );
        }}
      </Donnees>
    </Page>
  );
}

/** One sentence for who has ten seconds. */
function constat(f: Figure[]): string {
  const de = (v: string) => f.find((x) => x.vue === v)?.total ?? 0;
  const retard = de('EN_RETARD');
  const debut = retard === 0 ? 'Aucun entretien en retard' : `${nombre(retard)} ${retard > 1 ? 'entretiens en retard' : 'entretien en retard'}`;
  const auront = (n: number, ans: number) => `${nombre(n)} ${n > 1 ? 'jeunes auront' : 'jeune aura'} ${ans} ans`;
  return `${debut} ; ${nombre(de('SANS_DATE'))} sans date fixée ; ${auront(de('DIX_SEPT'), 17)} et ${auront(de('DIX_HUIT'), 18)} dans les douze mois.`;
}

function unitesDe(f: Figure[]) {
  const unites = new Map(f.flatMap((x) => x.parUnite).map((p) => [p.unite.code, p.unite]));
  return [...unites.values()].sort((a, b) => a.libelle.localeCompare(b.libelle, 'fr'));
}
