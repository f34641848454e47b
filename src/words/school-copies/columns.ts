import { CONTENTS } from './contents.ts'
import { LINKS } from './links.ts'
import { PEOPLE } from './people.ts'
import { STANDINGS } from './standings.ts'
import { TIMES } from './times.ts'

/** What each column means; one name means one thing in all files. */
export const COLUMNS = { ...LINKS, ...TIMES, ...PEOPLE, ...CONTENTS, ...STANDINGS }
