import { Button, Checkbox, Group, NativeSelect, Radio, Textarea, TextInput } from '@mantine/core';

import { annoncer } from '../../commun/annonces';
import { api } from '../../commun/api/client';
import { ChampDateHeure, dateIllisible, Formulaire, Partie, useFormulaire } from '../../commun/formulaire';
import { Donnees } from '../../commun/Etats';
import { dateLongue } from '../../commun/temps';
import { useAnnuler } from '../../commun/retour/annulation';
import { choix, useFormulaireAnalyse, useInformation, type FormulaireAnalyse, type Information } from './api';
import { Mineurs } from './Famille';
import { FratrieConnue } from './FratrieConnue';
import { LierIp, type SuiteDe } from './LierIp';
import { corpsFamille, manqueALaFamille, nouvelEnfant, type FamilleSaisie } from './saisieFamille';
import { nouveauSignalement, Signalements, type SignalementSaisi } from './Signalements';
import classes from './reception.module.css';

interface Valeurs {
  orientation: string;
  vers: string;
  ipId: string;
  urgence: boolean;
  mineurs: string[];
  /** An earlier IP this one follows although it is about other children. */
  suiteDe: SuiteDe | null;
  domicile: FamilleSaisie;
  signalements: SignalementSaisi[];
  motif: string;
  maintenant: boolean;
  faiteLe: string;
}

interface Proprietes {
  informationId: string;
  tacheId?: string;
  onFini: () => void;
  /** Absent where the frame around closes the form. */
  onFermer?: () => void;
}

export default function PremiereAnalyse(p: Proprietes) {
  const information = useInformation(p.informationId);
  const listes = useFormulaireAnalyse(p.informationId);
  return (
    <Donnees requete={information} quoi="Lecture de l’information">
      {(i) => <Donnees requete={listes} quoi="Ouverture du formulaire">{(l) => <Formule {...p} i={i} listes={l} />}</Donnees>}
    </Donnees>
  );
}

function Formule({ i, listes, onFini, onFermer }: Proprietes & { i: Information; listes: FormulaireAnalyse }) {
  const joignables = i.proches.filter((p) => p.joignable);
  const annuler = useAnnuler();
  const f = useFormulaire<Valeurs, { orientation: string; ipId: string | null; numero: string | null }>({
    nom: 'information.analyser',
    sujet: i.id,
    version: i.version,
    initiales: {
      orientation: '', vers: '', ipId: joignables.length === 1 ? joignables[0]!.id : '', urgence: i.urgence, mineurs: i.enfants.map((e) => e.id),
      suiteDe: null, domicile: { enfants: [], titulaires: [], foyers: [] }, signalements: [], motif: '', maintenant: true, faiteLe: '',
    },
    valider: (v) => ({
      orientation: v.orientation ? null : 'Choisissez une orientation.',
      ipId: v.orientation === 'COMPLEMENT' && !v.ipId ? 'Choisissez l’évaluation que cette information complète.' : null,
      vers: ['NON_QUALIFIEE', 'TRANSMISE_SERVICE', 'TRANSMISE_JUGE'].includes(v.orientation) && !v.vers.trim() ? 'Dites vers qui.' : null,
      mineurs: v.orientation === 'IP' && v.mineurs.length === 0 ? 'Une information préoccupante concerne au moins un mineur.' : null,
      faiteLe: v.maintenant ? null : v.faiteLe ? dateIllisible(v.faiteLe, true) : 'Écrivez la date et l’heure de l’analyse.',
      ...(v.orientation === 'IP' ? manqueALaFamille(v.domicile, 'domicile') : {}),
    }),
    envoyer: (v, { motifs, cle }) => api.post(`/api/informations/${i.id}/analyse`, corps(v, i.version, motifs), { cleIdempotence: cle }),
    reussi: (faite) => {
      annoncer(faite.orientation === 'IP' ? `${faite.numero} est ouverte : il reste à confier l’évaluation.`
        : faite.orientation === 'COMPLEMENT' ? `L’information complète ${faite.numero}. Les évaluateurs et le décideur sont prévenus.` : 'La première analyse est enregistrée.',
        faite.orientation === 'IP' && faite.ipId ? { annuler: () => annuler(faite.ipId!) } : {});
      onFini();
    },
  });
  const v = f.valeurs;
  const qualifie = v.orientation === 'IP';
  const anterieures = i.proches.filter((p) => p.genre === 'IP' && p.id && !p.joignable);
  return (
    <Formulaire f={f} verbe="Enregistrer la première analyse" consequence={consequence(v)}
      secondaire={onFermer && <Button variant="default" onClick={onFermer}>Fermer</Button>}>
      <Radio.Group label="Orientation" {...f.champ('orientation')} onChange={(o) => { f.form.setFieldValue('orientation', o); f.form.setFieldValue('vers', ''); }}>
        <div data-path="orientation">
          {listes.orientations.map((o) => (
            <Radio key={o.code} value={o.code} label={o.libelle} mt={8} />
          ))}
        </div>
      </Radio.Group>
      {v.orientation === 'NON_QUALIFIEE' && <NativeSelect label="Orientée vers" data={choix(listes.suites)} {...f.champ('vers')} />}
      {v.orientation === 'TRANSMISE_SERVICE' && <TextInput label="Service en charge du mineur" autoComplete="off" {...f.champ('vers')} />}
      {v.orientation === 'TRANSMISE_JUGE' && <TextInput label="Tribunal et cabinet du juge des enfants" autoComplete="off" {...f.champ('vers')} />}
      {v.orientation === 'COMPLEMENT' && (
        joignables.length === 0 ? (
          <p data-path="ipId" tabIndex={-1}>Aucune évaluation en cours pour ces mineurs dans votre territoire : qualifiez une nouvelle IP.</p>
        ) : (
          <Radio.Group label="Évaluation complétée" {...f.champ('ipId')}>
            <div data-path="ipId">
              {joignables.map((p) => (
                <Radio key={p.id} value={p.id} mt={8} label={`${p.reference}, ${p.etatLibelle.toLowerCase()}, ${p.uniteNom}, reçue le ${dateLongue(p.recueLe)}`} />
              ))}
            </div>
          </Radio.Group>
        )
      )}
      {(qualifie || v.orientation === 'COMPLEMENT') && (
        <Checkbox label="Urgence à la réception" description={v.orientation === 'COMPLEMENT' ? 'À regarder de nouveau à chaque information : elle ne déplace pas la date légale.' : undefined}
          {...f.champ('urgence', { type: 'checkbox' })} />
      )}
      {qualifie && (
        <>
          {i.enfants.length > 1 && (
            <Checkbox.Group label="Mineurs concernés par l’IP" {...f.champ('mineurs')}>
              <Group gap="md" mt={4} data-path="mineurs">
                {i.enfants.map((e) => (
                  <Checkbox key={e.id} value={e.id} label={`${e.affiche}, ${e.age}`} />
                ))}
              </Group>
            </Checkbox.Group>
          )}
          <Partie titre="Autres mineurs présents au domicile (facultatif)" aide="L’évaluation porte sur chacun d’eux (L226-3).">
            {v.domicile.enfants.length > 0 ? (
              <>
                <Mineurs formId={f.id} erreurs={f.form.errors} chemin="domicile" famille={v.domicile} libelle="Autre mineur" autour={i.enfants.map((e) => e.id)} onChange={(d) => f.form.setFieldValue('domicile', d)} />
                {v.domicile.enfants.length === 1 && (
                  <Button variant="subtle" size="compact-sm" onClick={() => f.form.setFieldValue('domicile', { ...v.domicile, enfants: [] })}>
                    Finalement, aucun autre mineur
                  </Button>
                )}
              </>
            ) : (
              <>
                <FratrieConnue de={i.enfants.map((e) => e.id)} exclus={i.enfants.map((e) => e.id)}
                  onAjouter={(choisi) => f.form.setFieldValue('domicile', { ...v.domicile, enfants: [{ ...nouvelEnfant(), choisi }] })} />
                <Button variant="default" size="sm" onClick={() => f.form.setFieldValue('domicile', { ...v.domicile, enfants: [nouvelEnfant()] })}>
                  Ajouter un mineur du domicile
                </Button>
              </>
            )}
          </Partie>
          <Partie titre="Signalement immédiat (facultatif)" aide="Il part à l’autorité judiciaire dès maintenant ; l’évaluation commence à côté (D226-2-4).">
            <Signalements liste={v.signalements} enfants={i.enfants} listes={listes} erreurs={f.form.errors} onChange={(s) => f.form.setFieldValue('signalements', s)} />
            <Button variant="default" size="sm" onClick={() => f.form.setFieldValue('signalements', [...v.signalements, nouveauSignalement(i.enfants[0]?.id ?? '')])}>
              Ajouter un signalement
            </Button>
          </Partie>
        </>
      )}
      {qualifie && anterieures.length > 0 && <p>Elle sera liée à {anterieures.map((p) => `${p.reference} (${p.etatLibelle.toLowerCase()})`).join(', ')}.</p>}
      {qualifie && <LierIp informationId={i.id} formId={f.id} valeur={v.suiteDe} erreur={f.form.errors.ipId} sauf={anterieures.map((p) => p.id)} onChange={(s) => f.form.setFieldValue('suiteDe', s)} />}
      <Textarea label="Motif (facultatif)" autosize minRows={2} {...f.champ('motif')} />
      <Checkbox label="Analyse faite à l’instant" {...f.champ('maintenant', { type: 'checkbox' })} />
      {!v.maintenant && <ChampDateHeure label="Analyse faite le" passe {...f.champ('faiteLe')} />}
      {qualifie && joignables.length > 0 && (
        <p className={classes.urgence}>Une évaluation est en cours pour ces mineurs ({joignables.map((p) => p.reference).join(', ')}) : une information nouvelle la rejoint d’ordinaire.</p>
      )}
    </Formulaire>
  );
}

function consequence(v: Valeurs): string | undefined {
  switch (v.orientation) {
    case 'IP': return 'Une information préoccupante est ouverte ; les trois mois courent depuis la réception. Il restera à confier l’évaluation.';
    case 'COMPLEMENT': return 'L’information rejoint l’évaluation. Les évaluateurs et le décideur sont prévenus aussitôt ; la date légale ne bouge pas.';
    case 'NON_QUALIFIEE': return 'L’information est close ici, comptée comme non qualifiée.';
    case 'TRANSMISE_SERVICE':
    case 'TRANSMISE_JUGE': return 'L’information est close ici, comptée à part des non qualifiées.';
    default: return undefined;
  }
}

function corps(v: Valeurs, version: number, motifs: Record<string, string>) {
  const qualifie = v.orientation === 'IP';
  return {
    version, motifs, orientation: v.orientation, urgence: v.urgence, motif: v.motif || null, vers: v.vers || null,
    ipId: v.orientation === 'COMPLEMENT' ? v.ipId : qualifie ? (v.suiteDe?.id ?? null) : null,
    mineurs: qualifie ? v.mineurs : null,
    domicile: qualifie && v.domicile.enfants.length ? corpsFamille(v.domicile) : null,
    signalements: qualifie ? v.signalements.map((s) => ({ ...s, transmisLe: s.transmisLe || null, destinataire: s.destinataire || null, critere: s.critere || null })) : [],
    faiteLe: v.maintenant ? null : v.faiteLe,
  };
}
