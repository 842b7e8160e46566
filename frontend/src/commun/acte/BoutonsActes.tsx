import { Button, Menu } from '@mantine/core';

import { ranger, type Libelle } from './actes';

/** The acts of a file: one primary verb, the second the step proposes, the others in a menu. */
export function BoutonsActes({ libelles, possibles, proposes, seconds = false, ouvrir }: {
  libelles: readonly Libelle[];
  possibles: readonly string[];
  proposes?: readonly string[];
  /** Another verb of the page is the primary one. */
  seconds?: boolean;
  ouvrir: (code: string) => void;
}) {
  const { premiers, autres } = ranger(libelles, possibles, proposes);
  return (
    <>
      {premiers.map(([code, libelle], i) => (
        <Button key={code} variant={i === 0 && !seconds ? 'filled' : 'default'} onClick={() => ouvrir(code)}>{libelle}</Button>
      ))}
      {autres.length > 0 && (
        <Menu position="bottom-end" shadow="md" withinPortal={false} transitionProps={{ duration: 0 }}>
          <Menu.Target>
            <Button variant="default">Autres actes</Button>
          </Menu.Target>
          <Menu.Dropdown>
            {autres.map(([code, libelle]) => <Menu.Item key={code} onClick={() => ouvrir(code)}>{libelle}</Menu.Item>)}
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  );
}
