import { area } from '../../words/area.ts'
import { zh } from './delivery-words.zh.ts'

export const deliveryWords = area(zh, () => import('./delivery-words.en.ts'))
