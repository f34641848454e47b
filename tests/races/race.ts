import { expect } from 'vitest'
import type { Problem } from '../../src/contracts/problem.ts'
import { REFUSAL_STATUS, type RefusalCode } from '../../src/domain/refusal.ts'
import type { Visitor } from '../../src/server/http/visitor.ts'

/** How often each race is run: what happens at once does not happen in the same order every time. */
export const ROUNDS = 8

type Runner = {
  readonly ask: () => ReturnType<Visitor['ask']>
  /** What it is told when the other was first. */
  readonly told: RefusalCode
}

/**
 * Two acts at once, the one first to be sent in even rounds and the other in odd ones: one is done, and the other is
 * told why it is not. Answers which was done, and the other's problem.
 */
export async function race<Name extends string>(round: number, runners: Readonly<Record<Name, Runner>>) {
  const [one, two] = Object.keys(runners) as [Name, Name]
  const [first, second] = round % 2 ? [two, one] : [one, two]
  const [firstAnswer, secondAnswer] = await Promise.all([runners[first].ask(), runners[second].ask()])
  const answers = { [first]: firstAnswer, [second]: secondAnswer }
  const [won, lost] = firstAnswer.statusCode === 200 ? [first, second] : [second, first]
  const problem = answers[lost]!.json() as Problem
  const { told } = runners[lost]
  expect({ [won]: answers[won]!.statusCode, [lost]: problem.code }).toEqual({ [won]: 200, [lost]: told })
  expect(answers[lost]!.statusCode).toBe(REFUSAL_STATUS[told])
  return { won, problem }
}
