export { Formulaire, Partie } from './Formulaire';
export { useFormulaire, type FormulaireVue, type OptionsFormulaire } from './useFormulaire';
export { useBrouillon } from './useBrouillon';
export { ChampDate, ChampDateHeure, dateIllisible, useMaintenant } from './ChampDate';
export { DialogueAvertissements, DialogueConflit } from './Dialogues';
