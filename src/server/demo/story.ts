import { dayInChina } from '../../domain/day.ts'
import { sweep } from '../background/sweep.ts'
import { forgetVisits } from '../features/accounts/queries.ts'
import { runChecks } from '../features/checks/running.ts'
import { tellOfConfirmations } from '../features/confirmations/telling.ts'
import { buildApp } from '../http/app.ts'
import { NO_COST } from '../services/password-hash.ts'
import type { Services } from '../services/services.ts'
import { playApplications } from './applications.ts'
import { gatherCast } from './cast.ts'
import { playConfirmations } from './confirmations.ts'
import { playFairToCome } from './fairs.ts'
import { playHelp } from './help.ts'
import { playBeginnings, playLifeChanges } from './life-changes.ts'
import { playOwnFields } from './own-fields.ts'
import { playPosts } from './posts.ts'
import { playPublicSite } from './public-site.ts'
import { playEndings, playToday, playWaiting } from './signing.ts'
import { playAbsence, playHeldTalks, playTalksToCome } from './talks.ts'
import { playTransfers } from './transfers.ts'

const HOUR = 60 * 60 * 1000
const LASTS = 12 * 24 * HOUR

/** Makes the demo school and plays its story through HTTP, as its people would, from twelve days ago until now. Rejects soon after `told` to stop. */
export async function playDemo(services: Services, told?: AbortSignal): Promise<void> {
  const end = services.now()
  let at = new Date(end.getTime() - LASTS)
  const now = () => at
  const later = (hours: number) => {
    at = new Date(Math.min(at.getTime() + hours * HOUR, end.getTime()))
  }
  const [year, ...day] = dayInChina(end).split('-')
  const graduationYear = Number(year) + (day.join('-') > '08-31' ? 1 : 0)
  // What the people of a story ask is no traffic.
  const log = services.log.child({}, { level: 'warn' })
  // Everybody is shown these passwords: nothing is kept from anybody by working hard on them.
  const site = { ...services, log, now, webRoot: null, passwordCost: NO_COST }
  const app = await buildApp(site)
  // Told to stop, its people find the site closed, and the story ends at the next thing they do.
  app.addHook('onRequest', async (_request, reply) => (told?.aborted ? reply.code(503).send() : undefined))
  const cast = await gatherCast(site, app, graduationYear, { now, later })

  await playPublicSite(cast)
  await playPosts(cast, 'first')
  const doors = await playHeldTalks(cast)
  const own = await playOwnFields(cast)
  await playBeginnings(cast)
  await playEndings(cast)
  later(72)
  await sweep({ ...services, now })
  await playPosts(cast, 'then')
  await playApplications(cast)
  await playWaiting(cast)
  await playLifeChanges(cast, own)
  later(24)
  await doors.first()
  at = new Date(end.getTime() - 5 * HOUR)
  await sweep({ ...services, now })
  await playToday(cast)
  await playPosts(cast, 'today')
  await doors.second()
  await playAbsence(cast)
  await playTalksToCome(cast)
  await playFairToCome(cast)
  await playConfirmations(cast, graduationYear)
  await playHelp(cast, graduationYear)
  await playTransfers(cast, graduationYear)
  await runChecks(services, now())
  await tellOfConfirmations({ ...services, now })
  at = end

  await forgetVisits(services.db)
  await app.close()
}
