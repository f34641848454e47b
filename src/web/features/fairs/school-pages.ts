/** A school's pages of fairs, in one chunk. */
export { BadgesPage } from './badges-page.tsx'
export { EntriesPage } from './entries-page.tsx'
export { EntryPage } from './entry-page.tsx'
export { FairPage } from './fair-page.tsx'
export { FairsPage } from './fairs-page.tsx'
export { FloorPage } from './floor-page.tsx'
