import { area } from '../../words/area.ts'
import { zh } from './code-tables-words.zh.ts'

export const codeTablesWords = area(zh, () => import('./code-tables-words.en.ts'))
