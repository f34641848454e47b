import type { Key } from '../../db/key.ts'

/** Made of our own ids alone: nothing that a person typed reaches a path. */
export const storageKey = ({ school, id }: Key) => `evidence/${school}/${id}`

export const COPIES = ['view', 'small'] as const
/** Beside its original, which is never changed. */
export const copyKey = (original: string, copy: (typeof COPIES)[number]) => `${original}.${copy}`
