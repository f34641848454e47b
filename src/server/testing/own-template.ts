import { builtInSource } from '../services/documents/built-in.ts'

/** A school's own template: ours with one word more in its head. */
export const ownTemplate = async (word = '武汉示范学院专用'): Promise<Buffer> =>
  Buffer.from(
    (await builtInSource('agreement')).replace('#head-of(of)', `#align(center)[${word}]\n\n#head-of(of)`),
  )
