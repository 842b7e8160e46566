import { Table } from '@mantine/core';

import { Donnees } from '../../commun/Etats';
import { Page } from '../../commun/Page';
import { Ajouter } from './Ajouter';
import { useAjoutes, useRapport, type Rapport } from './api';

/** What counts by itself, what does not and why, and the indicators the département adds. */
export default function EcranCatalogue() {
  return (
    <Page titre="Catalogue des indicateurs" large>
      <Donnees requete={useRapport()} quoi="Lecture du catalogue">{(r) => <Couverture rapport={r} />}</Donnees>
      <h2>Indicateurs ajoutés par le département</h2>
      <Donnees requete={useAjoutes()} quoi="Lecture des indicateurs ajoutés">{(a) => <Ajouter key={a.version} ajoutes={a} />}</Donnees>
    </Page>
  );
}

function Couverture({ rapport }: { rapport: Rapport }) {
  return (
    <>
      <p>
        {rapport.lignes} lignes et {rapport.valeurs} valeurs imprimées dans les documents de cinq départements. Ici, {rapport.formules} indicateurs se comptent, dont {rapport.cumulees} sont additionnés chaque nuit.
      </p>
      <h2>Ce qui se compte, par document et par classe</h2>
      <Table.ScrollContainer minWidth={480}>
        <Table aria-label="Lignes comptées par département et par classe">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Département</Table.Th>
              <Table.Th scope="col">Classe</Table.Th>
              <Table.Th scope="col">Lignes</Table.Th>
              <Table.Th scope="col">Comptées</Table.Th>
              <Table.Th scope="col">À la main</Table.Th>
              <Table.Th scope="col">Sans formule, raison dite</Table.Th>
              <Table.Th scope="col">À construire</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rapport.comptes.map((c) => (
              <Table.Tr key={c.departement + c.classe}>
                <Table.Th scope="row">{c.departement}</Table.Th>
                <Table.Td>{c.classe}</Table.Td>
                <Table.Td>{c.lignes}</Table.Td>
                <Table.Td>{c.vivantes}</Table.Td>
                <Table.Td>{c.aLaMain}</Table.Td>
                <Table.Td>{c.sansFormule}</Table.Td>
                <Table.Td>{c.aConstruire}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {rapport.sansFormule.length > 0 && (
        <>
          <h2>Lignes A et B sans formule</h2>
          <dl>
            {rapport.sansFormule.map((s) => (
              <div key={s.code}>
                <dt>{s.code} · {s.libelle}</dt>
                <dd>{s.raison ?? 'Formule à construire.'}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </>
  );
}
