import { Select } from '@mantine/core';
import { useSearchParams } from 'react-router';

import { Donnees, EtatVide } from '../../commun/Etats';
import { mot, useMoi } from '../../commun/moi';
import { Page } from '../../commun/Page';
import { nombre } from '../../commun/temps';
import { Barres } from './Barres';
import { ChargesDesEquipes } from './ChargesDesEquipes';
import { JoursDesEquipes } from './JoursDesEquipes';
import { ListeDuChiffre } from './ListeDuChiffre';
import { Motifs } from './Motifs';
import { LienChiffre, TableDesChiffres } from './TableDesChiffres';
import { useTableau, type Demande } from './donnees';
import classes from './pilotage.module.css';

/** The supervisor's page: what it says in one sentence, then figures that each open the files they count. */
export default function EcranPilotage() {
  const moi = useMoi();
  const [recherche, setRecherche] = useSearchParams();
  const unite = recherche.get('unite') ?? (moi.unites.length === 1 && !moi.perimetreDepartement ? moi.unites[0]!.id : '');
  const tableau = useTableau(recherche.get('unite') ?? '');
  const demande = lireDemande(recherche);
  const mots = mot(moi, 'unite', 'Unité');
  return (
    <Page titre="Pilotage" large>
      <Donnees requete={tableau} quoi="Calcul des chiffres">
        {(t) => (
          <>
            {(t.unites.length > 1 || recherche.get('unite')) && (
              <Select label={mots} placeholder="Tout mon territoire" clearable searchable w={320} mb="md"
                data={choixUnites(t.unites, recherche.get('unite'))} value={recherche.get('unite')}
                onChange={(v) => setRecherche(v ? { unite: v } : {})} />
            )}
            {t.chiffres.find((c) => c.code === 'TOUS')!.nombre === 0 ? (
              <EtatVide titre={t.constat}>Les dossiers apparaissent ici dès qu’une étape attend quelqu’un de votre territoire.</EtatVide>
            ) : (
              <>
                <Barres tableau={t} />
                <ul className={classes.chiffres} aria-label="Chiffres ; chacun ouvre la liste des dossiers qu’il compte">
                  {t.chiffres.map((c) => (
                    <li key={c.code}>
                      <LienChiffre demande={{ chiffre: c.code }}>
                        <b>{nombre(c.nombre)}</b> {c.libelle}
                      </LienChiffre>
                    </li>
                  ))}
                </ul>
                {demande && <ListeDuChiffre demande={demande} titre={titreDe(demande, t)} />}
                <TableDesChiffres titre={`Par ${mots}`} premiere={mots} lignes={t.unites} vers={(id) => ({ unite: id })} chiffres={t.chiffres} />
                <TableDesChiffres titre="Par étape" premiere="Étape" lignes={t.etapes} vers={(id) => ({ etape: id })} chiffres={t.chiffres} />
                <JoursDesEquipes unite={recherche.get('unite') ?? ''} mot={mots} />
                <Motifs unite={recherche.get('unite') ?? ''} tableau={t} />
                <ChargesDesEquipes unite={unite} />
              </>
            )}
          </>
        )}
      </Donnees>
    </Page>
  );
}

/** A unit chosen stays in the choice even when it has nothing left to count. */
function choixUnites(unites: { id: string; nom: string }[], choisie: string | null) {
  const choix = unites.map((u) => ({ value: u.id, label: u.nom }));
  return !choisie || choix.some((c) => c.value === choisie) ? choix : [...choix, { value: choisie, label: choisie }];
}

function lireDemande(recherche: URLSearchParams): Demande | null {
  const lue: Demande = {
    chiffre: recherche.get('chiffre') ?? undefined, tranche: recherche.get('tranche') ?? undefined, unite: recherche.get('unite') ?? recherche.get('u') ?? undefined,
    etape: recherche.get('etape') ?? undefined, titulaire: recherche.get('titulaire') ?? undefined, motif: recherche.get('motif') ?? undefined,
    libres: recherche.get('libres') === 'true' || undefined,
  };
  return lue.chiffre || lue.tranche || lue.etape || lue.titulaire || lue.motif || lue.libres ? lue : null;
}

function titreDe(d: Demande, t: { chiffres: { code: string; libelle: string }[]; barres: { code: string; libelle: string }[]; unites: { id: string; nom: string }[]; etapes: { id: string; nom: string }[] }): string {
  const parts = [
    t.chiffres.find((c) => c.code === d.chiffre)?.libelle ?? (d.motif ? 'Rapports rendus en retard, motif choisi' : 'Dossiers en cours'),
    t.barres.find((b) => b.code === d.tranche)?.libelle,
    t.etapes.find((e) => e.id === d.etape)?.nom,
    t.unites.find((u) => u.id === d.unite)?.nom,
    d.titulaire && 'tenus par une personne',
    d.libres && 'que personne ne tient',
  ];
  return parts.filter(Boolean).join(' · ');
}
