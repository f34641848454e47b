import { base64Of, bytesOfBase64, hexOf } from './encoding.ts'
import type { TreeHead } from './merkle.ts'

/** What the site has said of all its journal at an instant (C2SP tlog-checkpoint, and below it the time). */
export type Checkpoint = TreeHead & {
  readonly origin: string
  /** ISO 8601. */
  readonly at: string
}

/** As a sealed document names it: which key its checkpoints are signed by is sealed with it. */
export type NamedCheckpoint = {
  readonly size: number
  /** Hex. */
  readonly root: string
  readonly at: string
  /** As `keyText` writes it. */
  readonly key: string
}

/** Nothing is proved before there is a tree. */
export const ROOT_BYTES = 32

/** The lines that are signed. */
export const checkpointText = ({ origin, size, root, at }: Checkpoint): string =>
  `${origin}\n${size}\n${base64Of(root)}\ntime ${at}\n`

/** Null where it is no checkpoint of ours. */
export function readCheckpointText(text: string): Checkpoint | null {
  const [origin = '', count = '', hash = '', time = '', ...rest] = text.split('\n')
  const root = bytesOfBase64(hash)
  const [, at] = /^time (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)$/.exec(time) ?? []
  const isSize = /^(0|[1-9]\d{0,15})$/.test(count)
  if (!origin || !isSize || root?.length !== ROOT_BYTES || !at || rest.join('\n') !== '') return null
  return { origin, size: Number(count), root, at }
}

/** Of a root, what stands on paper: sixteen hex digits tell it from every other. */
export const shortRoot = (root: string): string => root.slice(0, 16)

export const nameCheckpoint = (
  { size, root, at }: Omit<Checkpoint, 'origin'>,
  key: string,
): NamedCheckpoint => ({
  size,
  root: hexOf(root),
  at,
  key,
})
