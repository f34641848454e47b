import fc from 'fast-check'
import { test } from 'vitest'
import { choose } from '/work/main/src/domain/testing/life-choice.ts'
import { nameOf } from '/work/main/src/domain/testing/life-acts.ts'
import { after, afterBatch, refusalOf, startingWorld } from '/work/main/src/domain/testing/life-model.ts'
test('m', () => {
  let w = startingWorld({code:'10000',year:2026},['a','b','c'],new Date('2026-06-01T10:00:00+08:00'))
  const [seeds]=fc.sample(fc.array(fc.noBias(fc.nat()),{minLength:3000,maxLength:3000}),{seed:7262026,numRuns:1})
  const t=performance.now()
  const d:Record<string,number>={}, r:Record<string,number>={}
  for (const s of seeds!) for (const h of choose(w,s)) { if(h.on==='batch'){w=afterBatch(w,h).world; d[nameOf(h)]=(d[nameOf(h)]??0)+1; continue}
    const x=refusalOf(w,h); if(!x){w=after(w,h); d[nameOf(h)]=(d[nameOf(h)]??0)+1} else r[x.code]=(r[x.code]??0)+1 }
  console.log(performance.now()-t, w.now, Object.keys(w.people).length)
  console.log(JSON.stringify(d,null,1)); console.log(JSON.stringify(r,null,1))
  console.log(Object.keys(w.invitations).length,Object.keys(w.agreements).length,Object.keys(w.dissolutions).length,Object.keys(w.destinations).length)
})
