import { Button, Group, Modal } from '@mantine/core';
import { useState } from 'react';

import { Tableau } from '../../commun/liste/Tableau';
import { dateLongue, pluriel } from '../../commun/temps';
import type { Genre, Releve } from './api';
import { FormAnnulation, FormFin, FormReleve } from './Formes';

type Acte = { quoi: 'fin' | 'correction' | 'annulation'; id: string };

const TITRES = { fin: 'Noter la fin', correction: 'Corriger', annulation: 'Annuler' } as const;

const quand = (r: Releve) => (r.dure ? `${r.au ? 'du' : 'depuis le'} ${dateLongue(r.du)}${r.au ? ` au ${dateLongue(r.au)}` : ''}` : `le ${dateLongue(r.du)}`);

/** What was noted, the latest first; what was cancelled stays, told as such. */
export function Lignes({ lignes, genres, agir, unite }: { lignes: Releve[]; genres: Genre[]; agir: boolean; unite?: boolean }) {
  const [acte, setActe] = useState<Acte | null>(null);
  const fermer = () => setActe(null);
  // As the list last read it: another act may have changed its version meanwhile.
  const releve = acte && lignes.find((r) => r.id === acte.id);
  const genre = releve && genres.find((g) => g.code === releve.code);
  return (
    <>
      <Tableau legende={`${pluriel(lignes.filter((r) => !r.annuleLe).length, unite ? 'séance notée' : 'repère noté', unite ? 'séances notées' : 'repères notés')}`} lignes={lignes} cle={(r) => r.id}
        colonnes={[
          { titre: 'Quoi', rendu: (r) => <>{r.annuleLe ? <s>{r.libelle}</s> : r.libelle}{r.enCours && ' (en cours)'}</> },
          { titre: 'Quand', rendu: quand },
          { titre: 'Détail', rendu: (r) => [...r.details, ...(r.texte ? [r.texte] : []), ...(r.annuleLe ? [`Annulé : ${r.annuleMotif ?? ''}`] : [])].join(' ; ') },
          { titre: 'Noté par', rendu: (r) => `${r.par ?? '—'}, ${r.unite}${r.corrige ? ', corrigé depuis' : ''}`, large: true },
          ...(agir ? [{
            titre: 'Actes', rendu: (r: Releve) => !r.annuleLe && (
              <Group gap="xs">
                {r.enCours && <Button size="sm" variant="default" onClick={() => setActe({ quoi: 'fin', id: r.id })} aria-label={`Noter la fin : ${r.libelle}, ${quand(r)}`}>Fin</Button>}
                {r.proposable && <Button size="sm" variant="default" onClick={() => setActe({ quoi: 'correction', id: r.id })} aria-label={`Corriger : ${r.libelle}, ${quand(r)}`}>Corriger</Button>}
                <Button size="sm" variant="default" onClick={() => setActe({ quoi: 'annulation', id: r.id })} aria-label={`Annuler : ${r.libelle}, ${quand(r)}`}>Annuler</Button>
              </Group>
            ),
          }] : []),
        ]} />
      <Modal opened={acte !== null} onClose={fermer} title={acte && releve ? `${TITRES[acte.quoi]} : ${releve.libelle}` : ''} size="lg" closeButtonProps={{ 'aria-label': 'Fermer' }}>
        {acte?.quoi === 'fin' && releve && <FormFin releve={releve} fermer={fermer} />}
        {acte?.quoi === 'annulation' && releve && <FormAnnulation releve={releve} fermer={fermer} />}
        {acte?.quoi === 'correction' && releve && genre && <FormReleve genres={[genre]} adresse="" corrige={releve} fermer={fermer} />}
      </Modal>
    </>
  );
}
