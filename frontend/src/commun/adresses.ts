const PAGES: Record<string, string> = { IP: '/ip/', INFORMATION: '/informations/', MESURE: '/mesures/', ENFANT: '/enfants/', PROJET: '/projets/', AUTONOMIE: '/autonomie/' };

/** Where the page of a file is, by the type and id the server names it with. */
export const adresseDe = (sujetType: string, sujetId: string): string => (PAGES[sujetType] ?? '/ip/') + sujetId;
