import { Modal, Switch } from '@mantine/core';

import { basculerRaccourcis, useGroupesDeRaccourcis, useRaccourcisActifs } from '../commun/raccourcis';
import classes from './cadre.module.css';

/** The keys of the screen at hand, by « ? ». */
export function AideClavier({ ouverte, fermer }: { ouverte: boolean; fermer: () => void }) {
  const groupes = useGroupesDeRaccourcis().filter((g) => g.raccourcis.length);
  const actifs = useRaccourcisActifs();
  return (
    <Modal opened={ouverte} onClose={fermer} title="Raccourcis clavier" closeButtonProps={{ 'aria-label': 'Fermer' }}>
      {groupes.map((g) => (
        <section key={g.titre}>
          <h3>{g.titre}</h3>
          <dl className={classes.touches}>
            {g.raccourcis.map((r) => (
              <div key={r.touche}>
                <dt>
                  <kbd>{r.touche}</kbd>
                </dt>
                <dd>{r.libelle}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <p className={classes.aideNote}>« Entrée » ouvre ce qui est choisi ; « Échap » ferme une fenêtre.</p>
      <Switch label="Raccourcis à une touche" description="À couper avec une dictée vocale ou si des touches partent seules." checked={actifs} onChange={(e) => basculerRaccourcis(e.currentTarget.checked)} />
    </Modal>
  );
}
