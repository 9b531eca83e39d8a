declare module 'natural/lib/natural/distance/levenshtein_distance.js' {
  interface Options {
    /** A swapped pair is edited no further (optimal string alignment). */
    readonly restricted?: boolean;
  }
  const distances: {
    LevenshteinDistance(a: string, b: string, options?: Options): number;
    DamerauLevenshteinDistance(a: string, b: string, options?: Options): number;
  };
  // biome-ignore lint/style/noDefaultExport: the library's own form
  export default distances;
}
