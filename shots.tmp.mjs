import { chromium } from 'playwright'
const B='http://127.0.0.1:4391'
const browser=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox','--disable-gpu','--disable-quic','--no-first-run']})
const who=process.argv[2], portal=process.argv[3], lang=process.argv[4]??'zh-CN', out=process.argv[5]
const paths=process.argv.slice(6)
const ctx=await browser.newContext({viewport:{width:390,height:844},baseURL:B,locale:lang,reducedMotion:'reduce'})
const page=await ctx.newPage(); page.setDefaultTimeout(20000)
page.on('pageerror',e=>console.log('ERR',e.message))
if(who!=='-'){
 await page.goto('/sign-in/'+portal); await page.locator('#login').fill(who); await page.locator('#secret').fill('Qiao-Liang-2026'); await page.locator('form button[type=submit]').click()
 await page.waitForURL(u=>!u.pathname.startsWith('/sign-in/'))
}
let i=0
for(const p of paths){
 if(p.startsWith('click:')) { await page.locator(p.slice(6)).first().click() } else await page.goto(p)
 await page.waitForFunction(()=>document.querySelector('main h1')&&!document.querySelector('.skeleton'))
 await page.waitForTimeout(500)
 await page.screenshot({path:`/tmp/wr-shots/${out}-${i}.png`})
 const h=await page.evaluate(()=>[document.documentElement.scrollHeight,location.pathname+location.search]); console.log(i,h.join(' '))
 i++
}
await browser.close()
