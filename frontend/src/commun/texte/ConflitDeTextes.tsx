import { Button, Group, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';

import { dateHeure } from '../temps';
import classes from './texte.module.css';
import type { ConflitTextes } from './useTexte';

/** Two people in one text: who wrote what, side by side; the person keeps one text or joins them. The other stays in the history. */
export function ConflitDeTextes({ titre, autre, mien, trancher }: {
  titre: string;
  autre: ConflitTextes;
  mien: string;
  trancher: (retenu: string, surVersion: number) => void;
}) {
  const [reuni, setReuni] = useState(`${autre.texte}\n\n${mien}`);
  return (
    <Modal opened onClose={() => undefined} withCloseButton={false} closeOnEscape={false} closeOnClickOutside={false} size="xl" title={`Deux textes pour «\u00a0${titre}\u00a0»`}>
      <p>
        {autre.par ?? 'Quelqu’un'} a écrit ici{autre.le && ` le ${dateHeure(autre.le)}`}, pendant que vous l’écriviez. Rien n’est perdu&nbsp;: l’autre texte reste
        dans les versions précédentes.
      </p>
      <div className={classes.cote}>
        <div>
          <h3>Texte de {autre.par ?? 'votre collègue'}</h3>
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long text must scroll by keyboard */}
          <p className={classes.texte} tabIndex={0}>{autre.texte}</p>
          <Button variant="default" onClick={() => trancher(autre.texte, autre.version)}>
            Garder ce texte
          </Button>
        </div>
        <div>
          <h3>Votre texte</h3>
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long text must scroll by keyboard */}
          <p className={classes.texte} tabIndex={0}>{mien}</p>
          <Button variant="default" onClick={() => trancher(mien, autre.version)}>
            Garder mon texte
          </Button>
        </div>
      </div>
      <Textarea mt="md" label="Ou réunissez les deux" autosize minRows={5} maxRows={16} value={reuni} onChange={(e) => setReuni(e.currentTarget.value)} />
      <Group mt="md">
        <Button onClick={() => trancher(reuni, autre.version)}>Enregistrer le texte réuni</Button>
      </Group>
    </Modal>
  );
}
