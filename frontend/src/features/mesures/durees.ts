/** Usual lengths of a decision, as ISO periods; any other is written as its term. */
export const DUREES = [['P3M', '3 mois'], ['P6M', '6 mois'], ['P1Y', '1 an'], ['P18M', '18 mois'], ['P2Y', '2 ans']].map(([value, label]) => ({ value: value!, label: label! }));
