import type { DocumentAct } from '../domain/document/entry.ts'
import { type DrawnMark, printedPath } from '../domain/signing/drawing.ts'
import type { zh } from './documents.zh.ts'
import { exactInstant } from './figures.ts'
import type { Language } from './language.ts'

/** 手写签名 below the acts: each as it was drawn, or the name in its place, with whose it is and when it was made. */
export type WordedSignatures = {
  readonly title: string
  readonly items: readonly { readonly caption: string; readonly at: string; readonly mark: DrawnMark }[]
}

const printed = (mark: DrawnMark): DrawnMark =>
  mark.kind === 'drawn' ? { ...mark, path: printedPath(mark.path) } : mark

/** Null where nothing was drawn. */
export function wordSignatures<Name extends string>(
  acts: readonly DocumentAct<Name>[],
  names: Readonly<Record<Name, string>>,
  w: typeof zh,
  language: Language,
): WordedSignatures | null {
  const items = acts.flatMap(({ at, action, actorName, signed }) =>
    signed?.drawing
      ? [
          {
            caption: `${actorName} ${names[action]}`,
            at: exactInstant(at, language),
            mark: printed(signed.drawing),
          },
        ]
      : [],
  )
  return items.length > 0 ? { title: w.signatures, items } : null
}
