import { area } from '../../words/area.ts'
import { zh } from './words.zh.ts'

export const placeTagWords = area(zh, () => import('./words.en.ts'))
