import { Button, Modal, NativeSelect } from '@mantine/core';
import { useState } from 'react';

import { annoncer } from '../../commun/annonces';
import { api } from '../../commun/api/client';
import { Donnees, EtatVide } from '../../commun/Etats';
import { ChampDate, dateIllisible, Formulaire, useFormulaire } from '../../commun/formulaire';
import { Tableau } from '../../commun/liste/Tableau';
import { useMoi } from '../../commun/moi';
import { Page } from '../../commun/Page';
import { dateLongue, pluriel } from '../../commun/temps';
import { enListe, useAbsences, useAbsentables, useRemplacants, type LigneAbsence } from './api';

/** Who is away, from when to when, and who receives their tasks meanwhile. */
export default function EcranAbsences() {
  const absences = useAbsences();
  const moi = useMoi();
  const [inscrire, setInscrire] = useState(false);
  const [changer, setChanger] = useState<LigneAbsence | null>(null);
  return (
    <Page titre="Absences" large actes={<Button onClick={() => setInscrire(true)}>Inscrire une absence</Button>}>
      <p>Pendant l’absence, les tâches de la personne le disent, et se montrent parmi celles de la personne qui remplace. Aucun motif n’est demandé.</p>
      <Donnees requete={absences} quoi="Lecture des absences">
        {(lignes) => (lignes.length === 0 ? <EtatVide titre="Aucune absence inscrite.">Celles d’aujourd’hui, à venir et des trois derniers mois apparaîtront ici.</EtatVide> : (
          <Tableau legende={`${pluriel(lignes.filter((l) => l.enCours).length, 'personne absente', 'personnes absentes')} aujourd’hui`} lignes={lignes} cle={(l) => l.id}
            colonnes={[
              { titre: 'Personne', rendu: (l) => `${l.nom}${l.fonction ? `, ${l.fonction}` : ''}` },
              { titre: 'Du', rendu: (l) => dateLongue(l.du) },
              { titre: 'Au', rendu: (l) => dateLongue(l.au) },
              { titre: 'Remplacée par', rendu: (l) => l.remplacant ?? 'personne : ses tâches restent à l’équipe' },
              { titre: 'Tâches en main', rendu: (l) => l.taches, nombre: true },
              { titre: 'État', rendu: (l) => (l.enCours ? <strong>en cours</strong> : l.au < moi.aujourdhui ? 'finie' : 'à venir') },
              { titre: 'Acte', rendu: (l) => (l.au >= moi.aujourdhui ? <Button size="sm" variant="default" onClick={() => setChanger(l)} aria-label={`Changer le retour de ${l.nom}`}>Changer le retour</Button> : null) },
            ]} />
        ))}
      </Donnees>
      <Modal opened={inscrire} onClose={() => setInscrire(false)} title="Inscrire une absence" size="lg" closeButtonProps={{ 'aria-label': 'Fermer' }}>
        {inscrire && <Inscrire fermer={() => setInscrire(false)} />}
      </Modal>
      <Modal opened={changer !== null} onClose={() => setChanger(null)} title="Changer le retour" closeButtonProps={{ 'aria-label': 'Fermer' }}>
        {changer && <Changer l={changer} fermer={() => setChanger(null)} />}
      </Modal>
    </Page>
  );
}

function Inscrire({ fermer }: { fermer: () => void }) {
  const moi = useMoi();
  const { data: personnes = [] } = useAbsentables();
  const f = useFormulaire({
    initiales: { utilisateurId: '', du: moi.aujourdhui, au: '', remplacantId: '' },
    valider: (v) => ({
      utilisateurId: v.utilisateurId ? null : 'Choisissez la personne absente.',
      du: v.du ? dateIllisible(v.du) : 'Indiquez le premier jour de l’absence.',
      au: v.au ? dateIllisible(v.au) : 'Indiquez le dernier jour de l’absence ; il se change ensuite.',
    }),
    envoyer: (v, { cle }) => api.post('/api/absences', { ...v, remplacantId: v.remplacantId || null }, { cleIdempotence: cle }),
    reussi: () => {
      annoncer('L’absence est inscrite.');
      fermer();
    },
  });
  const { data: remplacants = [] } = useRemplacants(f.valeurs.utilisateurId);
  return (
    <Formulaire f={f} verbe="Inscrire l’absence">
      <NativeSelect label="Personne absente" data={enListe(personnes, 'Choisissez…')} {...f.champ('utilisateurId')} />
      <ChampDate label="Premier jour" {...f.champ('du')} />
      <ChampDate label="Dernier jour" {...f.champ('au')} />
      <NativeSelect label="Remplacée par (facultatif)" description="Ceux qui tiennent déjà les mêmes missions, aux mêmes endroits. Les autres s’habilitent d’abord, jusqu’au retour."
        data={enListe(remplacants, 'Personne')} {...f.champ('remplacantId')} />
    </Formulaire>
  );
}

function Changer({ l, fermer }: { l: LigneAbsence; fermer: () => void }) {
  const f = useFormulaire({
    initiales: { au: l.au },
    valider: (v) => ({ au: v.au ? dateIllisible(v.au) : 'Indiquez le dernier jour de l’absence.' }),
    envoyer: (v, { cle }) => api.post(`/api/absences/${l.id}/fin`, v, { cleIdempotence: cle }),
    reussi: () => {
      annoncer('Le retour est changé.');
      fermer();
    },
  });
  return (
    <Formulaire f={f} verbe="Changer le retour" consequence={`Un dernier jour avant le ${dateLongue(l.du)} annule l’absence.`}>
      <ChampDate label="Dernier jour" {...f.champ('au')} />
    </Formulaire>
  );
}
