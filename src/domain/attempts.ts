/**
 * How often a secret may be tried, and by whom. Guesses are counted apart: of a browser that has signed in to this account
 * before, and of strangers by where they come from; so nobody's guessing makes anybody else wait for long
 * (docs/decisions/0022-guesses-are-the-guessers.md).
 */

/** What is remembered of the tries under one name. */
export type Tally = {
  readonly count: number
  /** When the first of them was counted. */
  readonly since: Date
  /** Nobody is heard before this instant. */
  readonly until: Date | null
  /** The wait was for a turn among strangers, which is kept. */
  readonly turn: boolean
}
/** Null for a name that is not known yet. */
export type Tallies<Name extends string> = Readonly<Record<Name, Tally | null>>

/** Heard, or to wait until an instant; and what is remembered from now on, where it has changed. */
export type Verdict<Name extends string> = {
  readonly waitUntil: Date | null
  readonly after: Readonly<Partial<Record<Name, Tally>>>
}

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** A wait that only grows: so many tries are free, then one minute, two, four … up to thirty; forgotten a day later. */
const GROWING = { free: 5, first: MINUTE, most: 30 * MINUTE, lasts: DAY }

/**
 * What strangers may try at one account together. One network alone cannot use up what is free, for its own wait grows
 * faster. Beyond it they take turns: who comes from a network that has not been wrong here keeps a turn by coming once.
 * At most 420 guesses a day, where it was 480 from any addresses before.
 */
const TOGETHER = { free: 60, apart: 4 * MINUTE, queue: 20 * MINUTE, lasts: DAY }

/** Plain counts in a window. A network is one address, or an IPv6 /64; a range is its /24 or /48. */
const RATES = {
  network: { most: 300, lasts: 15 * MINUTE },
  range: { most: 1000, lasts: 15 * MINUTE },
  /** Of first log-ins: whoever tries many numbers closes few of them. */
  newcomers: { most: 60, lasts: 60 * MINUTE },
  search: { most: 300, lasts: 15 * MINUTE },
  /** Of employers that register from one network. */
  arrivals: { most: 60, lasts: 60 * MINUTE },
  /** Of one credit code. */
  registrations: { most: 5, lasts: 15 * MINUTE },
  /** Of an employer's data, each of which may tell many schools. */
  corrections: { most: 10, lasts: 60 * MINUTE },
  /** Of one person who has the numbers of others shown whole: more than an office needs by hand is taking them away. */
  unmaskings: { most: 60, lasts: 60 * MINUTE },
  /** Of the roster, or a part of it, as a file. */
  downloads: { most: 10, lasts: 60 * MINUTE },
  /** Packages of evidence, each with what everybody in the case has done. */
  packages: { most: 30, lasts: 60 * MINUTE },
  /** Parts of archives of evidence, each with the files of many. */
  archives: { most: 100, lasts: 60 * MINUTE },
  /** Archives of résumés, each with those of many applicants. */
  resumes: { most: 60, lasts: 60 * MINUTE },
  /** E-mails that one person has sent to addresses that are not confirmed. */
  letters: { most: 5, lasts: 60 * MINUTE },
  /** New passwords that are asked for at one log-in, by whomever; and from one network, which may be a campus. */
  forgotten: { most: 4, lasts: 60 * MINUTE },
  forgetters: { most: 100, lasts: 60 * MINUTE },
  /** On their way to a university, from one network, which may be a campus on its first day. */
  universities: { most: 2000, lasts: 15 * MINUTE },
  /** What authenticators are to sign, likewise; and of one person. */
  passkeys: { most: 2000, lasts: 15 * MINUTE },
  ownPasskeys: { most: 60, lasts: 15 * MINUTE },
  /** Wrong codes of who verifies agreements: from one network, its range, and at one school's site or the platform's. */
  verifiers: { most: 60, lasts: 15 * MINUTE },
  verifierRanges: { most: 240, lasts: 15 * MINUTE },
  verifications: { most: 20_000, lasts: 15 * MINUTE },
  trials: { most: 30, lasts: 15 * MINUTE },
  /** Codes that one student has sent to a mobile number: each is paid for by the school. */
  codes: { most: 5, lasts: 60 * MINUTE },
  /** Requests with one API token: five a second. */
  tokens: { most: 300, lasts: MINUTE },
  /** Of deliveries, from one network: a gateway tells of each message. */
  reports: { most: 20_000, lasts: 15 * MINUTE },
} as const
export type RateName = keyof typeof RATES

/** Failures at a first log-in are remembered for so long. */
const FIRST_LOGIN_LASTS = 30 * DAY

/** How long a tally of each kind is worth keeping after its first try. */
export const KEPT_FOR = Math.max(FIRST_LOGIN_LASTS, DAY)

const later = (at: Date, by: number) => new Date(at.getTime() + by)
/** Nothing is remembered of a try that was not heard. */
const NOTHING: Verdict<never>['after'] = {}

const isAhead = (until: Date | null, at: Date): until is Date => until !== null && until > at

/** The tally as it stands now: what lies further back than `lasts` is forgotten, a wait is not. */
const standing = (tally: Tally | null, lasts: number, at: Date): Tally => {
  if (tally && (later(tally.since, lasts) > at || isAhead(tally.until, at))) return tally
  return { count: 0, since: at, until: null, turn: false }
}

const growingWait = (count: number): number =>
  count < GROWING.free ? 0 : Math.min(GROWING.most, GROWING.first * 2 ** (count - GROWING.free))

const oneMore = (tally: Tally, at: Date): Tally => ({
  ...tally,
  count: tally.count + 1,
  until: later(at, growingWait(tally.count + 1)),
  turn: false,
})

/** A known browser, or a person who is signed in: their own wait alone. Each try counts as wrong until it was right. */
export function weighOwn({ own }: Tallies<'own'>, at: Date): Verdict<'own'> {
  const tally = standing(own, GROWING.lasts, at)
  if (isAhead(tally.until, at)) return { waitUntil: tally.until, after: {} }
  return { waitUntil: null, after: { own: oneMore(tally, at) } }
}

/** Plain counts; all of them must have room. */
export function weighRates<Name extends RateName>(tallies: Partial<Tallies<Name>>, at: Date): Verdict<Name> {
  const names = Object.keys(tallies) as Name[]
  const now = names.map((name) => ({ name, tally: standing(tallies[name] ?? null, RATES[name].lasts, at) }))
  const over = now.filter(({ name, tally }) => tally.count >= RATES[name].most)
  if (over.length > 0) {
    const ends = over.map(({ name, tally }) => tally.since.getTime() + RATES[name].lasts)
    return { waitUntil: new Date(Math.max(...ends)), after: NOTHING }
  }
  const after = now.map(({ name, tally }) => [name, { ...tally, count: tally.count + 1 }] as const)
  return { waitUntil: null, after: Object.fromEntries(after) as Record<Name, Tally> }
}

/** Several at once: as many as there is room for, each of which counts as wrong until it was right. */
export function weighSeveral<Name extends RateName>(
  held: Tally | null,
  { name, asked }: { readonly name: Name; readonly asked: number },
  at: Date,
): Verdict<Name> & { readonly allowed: number } {
  const { most, lasts } = RATES[name]
  const tally = standing(held, lasts, at)
  const allowed = Math.max(0, Math.min(asked, most - tally.count))
  const after = { [name]: { ...tally, count: tally.count + allowed } } as Record<Name, Tally>
  return { allowed, waitUntil: allowed < asked ? later(tally.since, lasts) : null, after }
}

/**
 * `here`: this account from this network; `account`: this account from anywhere; `network` and `range` whatever the account;
 * `newcomers`: first log-ins of a network; `first`: the first log-in of this account.
 */
export type StrangersTally = 'here' | 'account' | 'network' | 'range' | 'newcomers' | 'first'
type Standing = Readonly<Record<'here' | 'account' | 'network' | 'range', Tally | null>> & {
  /** Only where the account has still to be opened, or where there is none. */
  readonly newcomers?: Tally | null
}

/** A browser that this account does not know. Each try counts as wrong until it was right. */
export function weighStranger({ here, account, ...rates }: Standing, at: Date): Verdict<StrangersTally> {
  const mine = standing(here, GROWING.lasts, at)
  if (isAhead(mine.until, at)) return { waitUntil: mine.until, after: {} }
  const byNetwork = weighRates<'network' | 'range' | 'newcomers'>(rates, at)
  if (byNetwork.waitUntil) return byNetwork

  const all = standing(account, TOGETHER.lasts, at)
  const takesTurns = all.count >= TOGETHER.free && !mine.turn
  if (takesTurns && isAhead(all.until, at)) {
    const comesLast = mine.count > 0 || all.until > later(at, TOGETHER.queue)
    if (comesLast) return { waitUntil: all.until, after: {} }
    return {
      waitUntil: all.until,
      after: {
        here: { ...mine, until: all.until, turn: true },
        account: { ...all, until: later(all.until, TOGETHER.apart) },
      },
    }
  }
  const counted = { ...all, count: all.count + 1 }
  return {
    waitUntil: null,
    after: {
      ...byNetwork.after,
      here: oneMore(mine, at),
      account: takesTurns ? { ...counted, until: later(at, TOGETHER.apart) } : counted,
    },
  }
}

/**
 * What a right secret takes off again: its own try, and at a network one wrong try of a neighbour's, so that a campus
 * behind one address, where most are right, has room. At the account itself the strangers' tries stay counted. Looking up what is there is no guessing.
 */
export const TAKEN_OFF = {
  account: 1,
  first: 1,
  search: 1,
  network: 2,
  range: 2,
  newcomers: 2,
  verifiers: 1,
  verifierRanges: 1,
  verifications: 1,
} as const

/** Whether what is on the roster may still be tried, and whether this is the last try if it is wrong. */
export type FirstLoginStanding = { readonly heard: boolean; readonly isLast: boolean }

/**
 * A first log-in by what is on the roster may be tried as often as the school says, over days and from anywhere: beyond
 * that it is not heard.
 */
export function weighFirstLogin(
  { first }: Tallies<'first'>,
  most: number,
  at: Date,
): Verdict<'first'> & FirstLoginStanding {
  const tally = standing(first, FIRST_LOGIN_LASTS, at)
  const count = tally.count + 1
  return {
    waitUntil: null,
    heard: count <= most,
    isLast: count >= most,
    after: { first: { ...tally, count } },
  }
}

/** A stranger at the students' door, who may be a newcomer: both rules, and nothing is counted of who has to wait. */
export function weighNewcomer(
  { first, ...tallies }: Standing & Tallies<'first'>,
  most: number,
  at: Date,
): Verdict<StrangersTally> & FirstLoginStanding {
  const byPlace = weighStranger(tallies, at)
  if (byPlace.waitUntil) return { ...byPlace, heard: false, isLast: false }
  const byAccount = weighFirstLogin({ first }, most, at)
  return { ...byAccount, after: { ...byPlace.after, ...byAccount.after } }
}
