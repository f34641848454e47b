import fc from 'fast-check'
import { nameOf } from './acts.ts'
import { REASONS } from './census.ts'
import { choose } from './choice.ts'
import { after, afterBatch, refusalOf, startingWorld } from './model.ts'
import { BATCH_OF, ENDPOINT_OF } from './requests.ts'
const STEPS = Number(process.argv[4] ?? 1500)
const seeds = fc.array(fc.noBias(fc.nat()), { minLength: STEPS, maxLength: STEPS })
for (let n = Number(process.argv[2]); n < Number(process.argv[3]); n++) {
  const unmet = new Set<string>([...Object.keys(ENDPOINT_OF), ...Object.keys(BATCH_OF).map((a) => `batch.${a}`), 'school.move-student', ...REASONS])
  let world = startingWorld({ code: '10001', year: 2026 }, ['单位1', '单位2', '单位3'], new Date('2026-06-01T00:00:00Z'))
  for (const seed of fc.sample(seeds, { seed: n, numRuns: 1 })[0]!)
    for (const h of choose(world, seed, unmet)) {
      if (h.on === 'batch') {
        const { world: w, refusals } = afterBatch(world, h)
        for (const r of refusals) unmet.delete(r?.code ?? nameOf(h))
        world = w
      } else if (h.on === 'clock' || h.on === 'school') { unmet.delete(nameOf(h)); world = after(world, h) }
      else { const r = refusalOf(world, h); unmet.delete(r?.code ?? nameOf(h)); if (!r) world = after(world, h) }
    }
  console.log(n, unmet.size, [...unmet].join(' '))
}
