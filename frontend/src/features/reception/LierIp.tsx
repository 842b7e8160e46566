import { Button, Radio, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';

import { ChoixEnfant } from '../../commun/enfant/ChoixEnfant';
import type { EnfantChoisi } from '../../commun/enfant/enfant';
import { Partie } from '../../commun/formulaire';
import { idDeChamp } from '../../commun/formulaire/champs';
import { dateLongue } from '../../commun/temps';
import { chercherIpAnterieures } from './api';

/** What the form keeps of the IP chosen; its label serves a draft read again. */
export interface SuiteDe {
  id: string;
  libelle: string;
}

/** Links to an earlier IP about other children (a cousin, the same home before), found by its number or by a child. */
export function LierIp({ informationId, formId, valeur, erreur, sauf, onChange }: {
  informationId: string;
  formId: string;
  valeur: SuiteDe | null;
  erreur?: ReactNode;
  /** Those that will be linked anyway. */
  sauf: string[];
  onChange: (s: SuiteDe | null) => void;
}) {
  const [ouvert, setOuvert] = useState(false);
  const [numero, setNumero] = useState('');
  const [enfant, setEnfant] = useState<EnfantChoisi | null>(null);
  const [demande, setDemande] = useState('');
  useEffect(() => {
    const t = setTimeout(() => setDemande(numero.trim()), 400);
    return () => clearTimeout(t);
  }, [numero]);
  const enfantId = enfant?.type === 'connu' ? enfant.enfantId : null;
  const { data, isFetching } = useQuery({
    queryKey: ['informations', 'ip-anterieures', informationId, demande, enfantId],
    queryFn: () => chercherIpAnterieures(informationId, { numero: demande || null, enfantId }),
    enabled: ouvert && (demande !== '' || enfantId !== null),
  });
  const trouvees = (data ?? []).filter((p) => !sauf.includes(p.id));
  const chemin = 'suiteDe';
  return (
    <Partie titre="Suite d’une autre IP (facultatif)" aide="Celles des mêmes mineurs sont liées d’elles-mêmes. Ici, une IP d’autres mineurs : cousins, ancien foyer…">
      {valeur ? (
        <p data-path="ipId" tabIndex={-1}>
          Sera liée à {valeur.libelle}.{' '}
          <Button variant="default" size="compact-sm" onClick={() => onChange(null)}>
            Ne pas lier
          </Button>
        </p>
      ) : ouvert ? (
        <>
          <TextInput label="Par son numéro" placeholder="IP-2026-0412, ou 412" autoComplete="off" id={idDeChamp(formId, `${chemin}.numero`)} value={numero} error={erreur}
            onChange={(e) => setNumero(e.currentTarget.value)} />
          <ChoixEnfant valeur={enfant} onChange={setEnfant} chemin={`${chemin}.enfant`} formId={formId} libelle="Ou par un de ses mineurs" seulementConnu />
          <div role="status">
            {!isFetching && data && trouvees.length === 0 && <p>Aucune autre IP ne répond dans votre territoire.</p>}
          </div>
          {trouvees.length > 0 && (
            <Radio.Group label="IP trouvées" value="" onChange={(id) => {
              const p = trouvees.find((x) => x.id === id);
              if (p) onChange({ id, libelle: `${p.numero}, ${p.enfants.join(', ')}` });
            }}>
              {trouvees.map((p) => (
                <Radio key={p.id} value={p.id} mt={8} label={`${p.numero}, ${p.enfants.join(', ')} · ${p.etat.toLowerCase()}, ${p.unite}, reçue le ${dateLongue(p.recueLe)}`} />
              ))}
            </Radio.Group>
          )}
        </>
      ) : (
        <Button variant="default" size="sm" onClick={() => setOuvert(true)}>
          Chercher une IP à lier
        </Button>
      )}
    </Partie>
  );
}
