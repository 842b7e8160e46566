import { Radio } from '@mantine/core';

import { annoncer } from '../../commun/annonces';
import { api } from '../../commun/api/client';
import { Formulaire, useFormulaire } from '../../commun/formulaire';
import { Donnees } from '../../commun/Etats';
import { useMandat, type MandatVue } from './api';
import { Mineurs } from './Famille';
import { corpsFamille, manqueALaFamille, nouvelleFamille } from './saisieFamille';

/** Another minor found at home, or born meanwhile, joins the evaluation. */
export default function AjouterMineurs({ ipId, onFini }: { ipId: string; tacheId?: string; onFini: () => void }) {
  return (
    <Donnees requete={useMandat(ipId)} quoi="Lecture du dossier">
      {(m) => <Formule m={m} onFini={onFini} />}
    </Donnees>
  );
}

function Formule({ m, onFini }: { m: MandatVue; onFini: () => void }) {
  const f = useFormulaire({
    nom: 'ip.ajouter-mineurs',
    sujet: m.ipId,
    version: m.version,
    initiales: { origine: 'DOMICILE', famille: nouvelleFamille() },
    valider: (v) => manqueALaFamille(v.famille, 'famille'),
    envoyer: (v, { cle }) => api.post(`/api/ip/${m.ipId}/mineurs`, { version: m.version, origine: v.origine, famille: corpsFamille(v.famille) }, { cleIdempotence: cle }),
    reussi: () => {
      annoncer('L’évaluation porte aussi sur ce mineur.');
      onFini();
    },
  });
  return (
    <Formulaire f={f} verbe="Ajouter au dossier" consequence="L’évaluation portera sur ce mineur : il aura sa conclusion et sa décision. Les délais courent depuis la réception.">
      <p>Déjà dans le dossier : {m.mineurs.map((x) => x.affiche).join(', ')}.</p>
      <Radio.Group label="Ce mineur" {...f.champ('origine')}>
        <Radio value="DOMICILE" mt={8} label="vit au domicile" />
        <Radio value="NAISSANCE" mt={8} label="vient de naître" />
        <Radio value="AJOUT" mt={8} label="est concerné pour une autre raison" />
      </Radio.Group>
      <Mineurs formId={f.id} erreurs={f.form.errors} chemin="famille" famille={f.valeurs.famille} autour={m.mineurs.map((x) => x.enfantId)} onChange={(famille) => f.form.setFieldValue('famille', famille)} />
    </Formulaire>
  );
}
