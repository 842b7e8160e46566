import { Button, Menu, Modal, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { annoncer } from '../../commun/annonces';
import { api } from '../../commun/api/client';
import { enProbleme } from '../../commun/api/probleme';
import { useFiltres, type CriteresFiltre, type Demande, type Filtre } from './api';

const criteres = ({ vue, etape, unite, bande, titulaire, nonLues, tri }: Demande): CriteresFiltre => ({ vue, etape, unite, bande, titulaire, nonLues: !!nonLues, tri });

/** Filters I keep under a name: opened, kept, dropped (and the drop undone). */
export function FiltresGardes({ demande, poser }: { demande: Demande; poser: (c: CriteresFiltre) => void }) {
  const { data: filtres = [] } = useFiltres();
  const cache = useQueryClient();
  const [nom, setNom] = useState<string | null>(null);
  const [souci, setSouci] = useState('');
  const relire = () => cache.invalidateQueries({ queryKey: ['filtres'] });
  const garder = async () => {
    try {
      await api.post('/api/filtres', { nom, criteres: criteres(demande) });
      annoncer(`Le filtre « ${nom!.trim()} » est gardé.`);
      setNom(null);
      await relire();
    } catch (e) {
      setSouci(enProbleme(e).erreurs[0]?.message ?? enProbleme(e).detail);
    }
  };
  const supprimer = async (f: Filtre) => {
    await api.delete(`/api/filtres/${f.id}`).catch(() => undefined);
    await relire();
    annoncer(`Le filtre « ${f.nom} » est supprimé.`, { annuler: async () => { await api.post('/api/filtres', { nom: f.nom, criteres: f.criteres }); await relire(); } });
  };
  return (
    <>
      <Menu transitionProps={{ duration: 0 }} position="bottom-start" withinPortal={false}>
        <Menu.Target>
          <Button variant="default" size="sm">Mes filtres{filtres.length ? ` (${filtres.length})` : ''}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {filtres.map((f) => (
            <Menu.Item key={f.id} onClick={() => poser(f.criteres)}>{f.nom}</Menu.Item>
          ))}
          {filtres.length > 0 && <Menu.Divider />}
          <Menu.Item onClick={() => { setSouci(''); setNom(''); }}>Garder les filtres affichés…</Menu.Item>
          {filtres.length > 0 && <Menu.Label>Supprimer</Menu.Label>}
          {filtres.map((f) => (
            <Menu.Item key={f.id} color="red" onClick={() => void supprimer(f)}>{f.nom}</Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Modal opened={nom !== null} onClose={() => setNom(null)} title="Garder ces filtres" closeButtonProps={{ 'aria-label': 'Fermer' }}>
        <form noValidate onSubmit={(e) => { e.preventDefault(); void garder(); }}>
          <TextInput label="Nom du filtre" description="Le nom cherché n’est pas gardé avec le filtre." value={nom ?? ''} error={souci || undefined} maxLength={60} data-autofocus
            onChange={(e) => { setNom(e.currentTarget.value); setSouci(''); }} />
          <Button type="submit" mt="md">Garder</Button>
        </form>
      </Modal>
    </>
  );
}
