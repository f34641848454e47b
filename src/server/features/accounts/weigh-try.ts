import { type FirstLoginStanding, weighNewcomer, weighOwn, weighStranger } from '../../../domain/attempts.ts'
import type { Entry, FirstLoginRules } from '../../../domain/first-login.ts'
import type { Services } from '../../services/services.ts'
import { refuseToWait, type settle, weigh } from './attempts.ts'

/** Who stands at the door: the account that they name, the browser where it is known to it, and where they come from. */
export type Caller = {
  readonly name: string
  readonly device: string | null
  readonly network: string
  readonly range: string
  readonly ip: string
  readonly userAgent: string
}

type Settled = Parameters<typeof settle>[1]
type Weighed = FirstLoginStanding & {
  /** What is to be forgotten, and taken off, once the try was right. */
  readonly whenRight: (entry: Entry) => Settled
}

const NO_FIRST_LOGIN: FirstLoginStanding = { heard: false, isLast: false }

/** A browser that the account knows is counted by itself, whatever others do. */
async function weighKnown(services: Services, caller: Caller, at: Date): Promise<Weighed> {
  const forget = { own: `${caller.name}|${caller.device}` }
  const { waitUntil } = await weigh(services, forget, at, (tallies) => weighOwn(tallies, at))
  refuseToWait(waitUntil, at)
  return { ...NO_FIRST_LOGIN, whenRight: () => ({ forget, takeOff: {} }) }
}

/** At the doors of employers and staff. */
async function weighStrange(services: Services, caller: Caller, at: Date): Promise<Weighed> {
  const { name: account, network, range } = caller
  const [forget, takeOff] = [{ here: `${account}|${network}` }, { account, network, range }]
  const { waitUntil } = await weigh(services, { ...forget, ...takeOff }, at, (tallies) =>
    weighStranger(tallies, at),
  )
  refuseToWait(waitUntil, at)
  return { ...NO_FIRST_LOGIN, whenRight: () => ({ forget, takeOff }) }
}

/** At the students' door, whether there is such a student or not. */
async function weighStudent(
  services: Services,
  caller: Caller,
  { isNewcomer, tries, at }: { isNewcomer: boolean; tries: number; at: Date },
): Promise<Weighed> {
  const { name: account, network, range } = caller
  const [here, first] = [{ here: `${account}|${network}` }, { first: account }]
  const takeOff = { account, network, range, ...(isNewcomer && { newcomers: network }) }
  const { waitUntil, heard, isLast } = await weigh(
    services,
    { ...here, ...first, ...takeOff },
    at,
    (tallies) => weighNewcomer(tallies, tries, at),
  )
  refuseToWait(waitUntil, at)
  return {
    heard,
    isLast,
    // Who came by the roster's data has still to pass the verification: until then the tries stay counted.
    whenRight: (entry) =>
      entry === 'id-number'
        ? { forget: here, takeOff: { ...takeOff, ...first } }
        : { forget: { ...here, ...first }, takeOff },
  }
}

/**
 * Counts the try before it is made, whether there is such an account or not; refuses with the time to wait. `rules` are
 * those of the school at the students' door, and null at the others.
 */
export function weighTry(
  services: Services,
  caller: Caller,
  { isNewcomer, rules, at }: { isNewcomer: boolean; rules: FirstLoginRules | null; at: Date },
): Promise<Weighed> {
  if (caller.device) return weighKnown(services, caller, at)
  if (!rules) return weighStrange(services, caller, at)
  return weighStudent(services, caller, { isNewcomer, tries: rules.firstLoginTries, at })
}
