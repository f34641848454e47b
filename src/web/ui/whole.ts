/** Whether what is typed into a field is a whole number within bounds. */
export const isWhole = (typed: string, { least, most }: { readonly least: number; readonly most: number }) =>
  /^\d+$/.test(typed.trim()) && Number(typed) >= least && Number(typed) <= most
