import { zh as own } from '../../../words/own-fields.zh.ts'
import { zh as sheets } from '../../../words/sheets.zh.ts'
import { area } from '../../words/area.ts'

/** What can be wrong with what is typed into a field of the school's own. */
export const ownFaultWords = area({ ...sheets.fault, ...own.fault }, async () => {
  const [of, cells] = await Promise.all([
    import('../../../words/own-fields.en.ts'),
    import('../../../words/sheets.en.ts'),
  ])
  return { en: { ...cells.en.fault, ...of.en.fault } }
})
