import { Button, Checkbox, Modal, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';

import { annoncer } from '../../commun/annonces';
import { api } from '../../commun/api/client';
import { Donnees, EtatVide } from '../../commun/Etats';
import { ChampDate, dateIllisible, Formulaire, useFormulaire } from '../../commun/formulaire';
import { useMoi } from '../../commun/moi';
import { Page } from '../../commun/Page';
import { dateLongue, pluriel } from '../../commun/temps';
import { options, useChoix, useFamilles, type Famille } from './api';
import classes from './mesures.module.css';

/** Foster families by number, with the places of their agrément and who lives there today. */
export default function EcranFamilles() {
  const moi = useMoi();
  const [q, setQ] = useState('');
  const [cherche] = useDebouncedValue(q.trim(), 250);
  const familles = useFamilles(cherche);
  const [acte, setActe] = useState<Famille | 'nouvelle' | null>(null);
  const conduit = moi.missions.includes('MESURE');
  return (
    <Page titre="Familles d’accueil" large actes={conduit && <Button onClick={() => setActe('nouvelle')}>Ajouter une famille</Button>}>
      <form className={classes.filtres} role="search" aria-label="Chercher une famille" onSubmit={(e) => e.preventDefault()}>
        <TextInput label="Numéro" value={q} onChange={(e) => setQ(e.currentTarget.value)} />
      </form>
      <Donnees requete={familles} quoi="Lecture des familles">
        {(f) => (f.length === 0 ? <EtatVide titre="Aucune famille ne répond.">Une famille est connue ici par son numéro ; son nom reste chez son employeur.</EtatVide> : (
          <>
            <p role="status">{pluriel(f.length, 'famille')}</p>
            <ul className={classes.liste}>
              {f.map((x) => (
                <li key={x.id} className={classes.fiche}>
                  <p><strong>{x.reference}</strong> · {x.unite} · {pluriel(x.presents, 'enfant présent', 'enfants présents')} sur {pluriel(x.agrement, 'place')}{x.presents > x.agrement && <span className={classes.alerte}> ▲ au-delà de l’agrément</span>}</p>
                  <p className={classes.discret}>depuis le {dateLongue(x.du)}{x.au && `, jusqu’au ${dateLongue(x.au)}`}</p>
                  {conduit && <div className={classes.boutons}><Button size="sm" variant="default" onClick={() => setActe(x)}>Modifier<span className="jalon-invisible"> {x.reference}</span></Button></div>}
                </li>
              ))}
            </ul>
          </>
        ))}
      </Donnees>
      <Modal opened={acte !== null} onClose={() => setActe(null)} title={acte === 'nouvelle' ? 'Ajouter une famille' : 'Modifier la famille'} closeButtonProps={{ 'aria-label': 'Fermer' }}>
        {acte === 'nouvelle' && <Nouvelle fermer={() => setActe(null)} />}
        {acte !== null && acte !== 'nouvelle' && <Modifier famille={acte} fermer={() => setActe(null)} />}
      </Modal>
    </Page>
  );
}

function Nouvelle({ fermer }: { fermer: () => void }) {
  const choix = useChoix();
  const { aujourdhui } = useMoi();
  const f = useFormulaire({
    initiales: { reference: '', uniteId: '', agrement: 1 as number | string, du: aujourdhui },
    valider: (v) => ({ reference: v.reference.trim() ? null : 'Écrivez le numéro de la famille.', uniteId: v.uniteId ? null : 'Choisissez l’unité.', du: v.du ? dateIllisible(v.du) : 'Indiquez depuis quand.' }),
    envoyer: (v, { cle }) => api.post('/api/familles-accueil', { ...v, agrement: v.agrement === '' ? null : v.agrement }, { cleIdempotence: cle }),
    reussi: () => { annoncer('La famille est ajoutée.'); fermer(); },
  });
  return (
    <Formulaire f={f} verbe="Ajouter la famille">
      <TextInput label="Numéro" description="Celui de son employeur ; jamais un nom" autoComplete="off" {...f.champ('reference')} data-autofocus />
      <NativeSelect label="Unité" data={options(choix.data?.territoires ?? [], 'Choisissez…')} {...f.champ('uniteId')} />
      <NumberInput label="Places de l’agrément" min={1} max={10} allowDecimal={false} allowNegative={false} hideControls {...f.champ('agrement')} />
      <ChampDate label="Depuis le" {...f.champ('du')} />
    </Formulaire>
  );
}

function Modifier({ famille, fermer }: { famille: Famille; fermer: () => void }) {
  const f = useFormulaire({
    initiales: { agrement: famille.agrement as number | string, fin: !!famille.au, au: famille.au || '' },
    valider: (v) => ({ au: v.fin ? (v.au ? dateIllisible(v.au) : 'Indiquez le jour.') : null }),
    envoyer: (v, { cle }) => api.put(`/api/familles-accueil/${famille.id}`, { agrement: v.agrement === '' ? null : v.agrement, au: v.fin ? v.au : null }, { cleIdempotence: cle }),
    reussi: () => { annoncer('La famille est modifiée.'); fermer(); },
  });
  return (
    <Formulaire f={f} verbe="Modifier la famille">
      <NumberInput label="Places de l’agrément" min={1} max={10} allowDecimal={false} allowNegative={false} hideControls {...f.champ('agrement')} />
      <Checkbox label="Elle n’accueille plus" {...f.champ('fin', { type: 'checkbox' })} />
      {f.valeurs.fin && <ChampDate label="À partir du" {...f.champ('au')} />}
    </Formulaire>
  );
}
