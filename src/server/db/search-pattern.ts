import { normalCode } from '../../domain/entered.ts'
import { foldText } from '../../domain/text.ts'

const literal = (text: string) => text.replace(/[\\%_]/g, '\\$&')

/** For `like` on a folded column: begins with what people take for this text, whatever signs are in it; an index can serve it. */
export const beginsWith = (text: string) => `${literal(foldText(text))}%`

/** For `like` on a folded column: has it anywhere. */
export const contains = (text: string) => `%${literal(foldText(text))}%`

/** For `like` on a number in small letters: begins with this, however it was typed. */
export const numberBeginsWith = (text: string) => `${literal(normalCode(text).toLowerCase())}%`
