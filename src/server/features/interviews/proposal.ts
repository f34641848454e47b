import type { z } from 'zod'
import type { proposal } from '../../../contracts/interviews.ts'

/** What a body says of times and of where, as the rules take it. */
export const proposalIn = ({ begins, minutes, gap, manner, place, note }: z.output<typeof proposal>) => ({
  meeting: { manner, place, note },
  timing: { begins: begins.map((begin) => new Date(begin)), minutes, gap },
})
