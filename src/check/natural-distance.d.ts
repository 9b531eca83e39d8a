declare module 'natural/lib/natural/distance/levenshtein_distance.js' {
  const distance: {
    DamerauLevenshteinDistance(a: string, b: string, options: { readonly restricted: boolean }): number;
  };
  // biome-ignore lint/style/noDefaultExport: the package is CommonJS; Node gives its exports as the default.
  export default distance;
}
