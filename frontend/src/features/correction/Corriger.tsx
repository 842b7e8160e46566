import { Alert, Button, Checkbox, NativeSelect, Radio, Textarea } from '@mantine/core';
import { useState } from 'react';

import { annoncer } from '../../commun/annonces';
import { api } from '../../commun/api/client';
import { Donnees, EtatVide } from '../../commun/Etats';
import { ChampDateHeure, dateIllisible, Formulaire, useFormulaire, type FormulaireVue } from '../../commun/formulaire';
import { dateHeure } from '../../commun/temps';
import { useCorrections, type Effet, type Genre, type PageCorrections } from './api';
import { Effets } from './Effets';
import classes from './correction.module.css';

interface Valeurs {
  recueLe: string;
  urgence: string;
  unite: string;
  mineurId: string;
  mineurs: string[];
  etape: string;
  motif: string;
}

/** « Corriger… »: what was entered wrong, its effects shown first, then a reason and the correction. */
export default function Corriger({ ipId, onFini }: { ipId: string; tacheId?: string; onFini: () => void }) {
  const [genre, setGenre] = useState<Genre | null>(null);
  return (
    <Donnees requete={useCorrections(ipId)} quoi="Lecture de ce qui peut être corrigé">
      {(p) => {
        const choisi = p.possibles.find((c) => c.genre === genre);
        if (choisi)
          return (
            <>
              <Button variant="subtle" size="compact-md" className={classes.retour} onClick={() => setGenre(null)}>
                ← Autre correction
              </Button>
              <Formule key={choisi.genre} p={p} genre={choisi.genre} titre={choisi.libelle} onFini={onFini} />
            </>
          );
        if (!p.possibles.length) return <EtatVide titre="Rien ne se corrige ici avec vos habilitations.">La personne dont c’était la mission peut corriger.</EtatVide>;
        return (
          <>
            <h2 className={classes.titre}>Qu’est-ce qui est faux ?</h2>
            <ul className={classes.choix}>
              {p.possibles.map((c) => (
                <li key={c.genre}>
                  <button type="button" onClick={() => setGenre(c.genre)}>
                    <strong>{c.libelle}</strong>
                    <span className={classes.discret}>{c.effet}</span>
                  </button>
                </li>
              ))}
            </ul>
          </>
        );
      }}
    </Donnees>
  );
}

function Formule({ p, genre, titre, onFini }: { p: PageCorrections; genre: Genre; titre: string; onFini: () => void }) {
  const [effets, setEffets] = useState<Effet[] | null>(null);
  const [montres, setMontres] = useState('');
  const f = useFormulaire<Valeurs, { effets: Effet[] }>({
    initiales: {
      recueLe: p.recueLe.slice(0, 16), urgence: p.urgence ? 'NON' : 'OUI', unite: '', mineurId: '', mineurs: p.mineurs.filter((m) => m.decide).map((m) => m.mineurId),
      etape: '', motif: '',
    },
    valider: (v) => ({
      recueLe: genre === 'RECEPTION' ? (v.recueLe ? dateIllisible(v.recueLe, true) : 'Indiquez la date et l’heure de réception.') : null,
      unite: genre === 'UNITE' && !v.unite ? 'Choisissez l’unité à qui l’évaluation revenait.' : null,
      mineurId: (genre === 'RETRAIT_MINEUR' || genre === 'REINTEGRATION_MINEUR') && !v.mineurId ? 'Choisissez le mineur.' : null,
      mineurs: genre === 'DECISION' && v.mineurs.length === 0 ? 'Choisissez au moins un mineur.' : null,
      etape: (genre === 'REOUVERTURE' || genre === 'RETOUR') && !v.etape ? 'Choisissez une étape.' : null,
      motif: effets && montres === empreinte(v) && !v.motif.trim() ? 'Écrivez pourquoi vous corrigez.' : null,
    }),
    envoyer: (v, { cle }) =>
      effets && montres === empreinte(v)
        ? api.post(`/api/ip/${p.ipId}/corrections/${genre}`, corps(v), { cleIdempotence: cle })
        : api.post<{ effets: Effet[] }>(`/api/ip/${p.ipId}/corrections/${genre}/apercu`, corps(v)),
    reussi: (reponse, v) => {
      if (effets && montres === empreinte(v)) {
        annoncer('La correction est faite.');
        onFini();
      } else {
        setEffets(reponse.effets);
        setMontres(empreinte(v));
      }
    },
  });
  const corps = (v: Valeurs) => ({
    version: p.version, motif: v.motif, recueLe: genre === 'RECEPTION' ? v.recueLe : null, urgence: genre === 'URGENCE' ? v.urgence === 'OUI' : null,
    unite: genre === 'UNITE' ? v.unite : null, mineurId: genre === 'RETRAIT_MINEUR' || genre === 'REINTEGRATION_MINEUR' ? v.mineurId : null,
    mineurs: genre === 'DECISION' ? v.mineurs : null, etape: genre === 'REOUVERTURE' || genre === 'RETOUR' ? v.etape : null,
  });
  const aJour = effets !== null && montres === empreinte(f.valeurs);
  return (
    <Formulaire f={f} verbe={aJour ? 'Corriger' : 'Voir les effets'}>
      <h2 className={classes.titre}>{titre}</h2>
      <Champs f={f} p={p} genre={genre} />
      {effets && !aJour && <Alert color="orange" variant="light">Vous avez changé la correction : revoyez ses effets avant de la faire.</Alert>}
      {aJour && (
        <>
          <Effets effets={effets} titre="Ce que cette correction fera" />
          <Textarea label="Pourquoi" description="Le motif reste au dossier, avec ce qui a été corrigé." autosize minRows={2} data-autofocus {...f.champ('motif')} />
        </>
      )}
    </Formulaire>
  );
}

/** What the effects depend on: all but the reason. */
const empreinte = (v: Valeurs) => JSON.stringify({ ...v, motif: '' });

function Champs({ f, p, genre }: { f: FormulaireVue<Valeurs>; p: PageCorrections; genre: Genre }) {
  switch (genre) {
    case 'RECEPTION':
      return <ChampDateHeure label="Reçue en vérité le" description={`Enregistrée : ${dateHeure(p.recueLe)}.`} passe {...f.champ('recueLe')} />;
    case 'URGENCE':
      return <p>{p.urgence ? 'L’urgence à la réception est notée : il n’y en avait pas.' : 'Aucune urgence n’est notée : il y avait urgence à la réception.'}</p>;
    case 'UNITE':
      return (
        <NativeSelect label="L’évaluation revenait à" data={[{ value: '', label: 'Choisissez…' }, ...p.unites.filter((u) => u.id !== p.unitePilote).map((u) => ({ value: u.id, label: u.nom }))]} {...f.champ('unite')} />
      );
    case 'DECISION':
      return (
        <Checkbox.Group label="Décisions à reprendre" value={f.valeurs.mineurs} onChange={(v) => f.form.setFieldValue('mineurs', v as never)} error={f.form.errors.mineurs}>
          <div data-path="mineurs">
            {p.mineurs.filter((m) => m.decide).map((m) => (
              <Checkbox key={m.mineurId} value={m.mineurId} mt={8} label={`${m.nom}, ${m.age}`} />
            ))}
          </div>
        </Checkbox.Group>
      );
    case 'RETRAIT_MINEUR':
    case 'REINTEGRATION_MINEUR':
      return (
        <Radio.Group label="Mineur" {...f.champ('mineurId')}>
          <div data-path="mineurId">
            {p.mineurs.filter((m) => m.retire === (genre === 'REINTEGRATION_MINEUR')).map((m) => (
              <Radio key={m.mineurId} value={m.mineurId} mt={8}
                label={`${m.nom}, ${m.age}${m.memeEnfant ? ' (même enfant qu’une autre ligne, depuis la réunion de leurs dossiers)' : ''}${m.retireMotif ? ` (retiré : ${m.retireMotif})` : ''}`} />
            ))}
          </div>
        </Radio.Group>
      );
    case 'REOUVERTURE':
    case 'RETOUR':
      return (
        <Radio.Group label={genre === 'RETOUR' ? 'Revenir à' : 'Rouvrir à'} {...f.champ('etape')}>
          <div data-path="etape">
            {p.etapes.map((e) => (
              <Radio key={e.etape} value={e.etape} mt={8} label={e.libelle} />
            ))}
          </div>
        </Radio.Group>
      );
    default:
      return <p>L’information reçue attendra de nouveau sa première analyse ; l’IP restera lisible et ne sera plus comptée.</p>;
  }
}
