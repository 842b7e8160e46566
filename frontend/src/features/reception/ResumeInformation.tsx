import { Donnees } from '../../commun/Etats';
import { useInformation } from './api';
import { FicheInformation } from './FicheInformation';
import { Navettes } from './Navettes';
import { Rubriques } from './Rubriques';

/** What is selected in the task list, above the form of its step. */
export default function ResumeInformation({ informationId }: { informationId: string }) {
  return (
    <Donnees requete={useInformation(informationId)} quoi="Lecture de l’information">
      {(i) => (
        <>
          <Rubriques informationId={informationId} lecture />
          <FicheInformation i={i} />
          <Navettes information={i} />
        </>
      )}
    </Donnees>
  );
}
