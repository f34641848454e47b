import type { FigureAddress } from '../figures/figure-address.ts'

/** Whom a file is of, as an address says it: those behind a figure, or those ticked. */
export type Whom = FigureAddress & { readonly ticked?: string }
