/**
 * An answer of the API as it comes: every property is there (the server leaves none out), a value may be null where the Java type is an
 * object. The generated types say « optional » for both.
 */
export type Rempli<T> = T extends (infer U)[] ? Rempli<U>[] : T extends object ? { [K in keyof T]-?: Rempli<T[K]> } : T;
