import { chromium } from 'playwright'
const browser=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox','--disable-gpu','--disable-quic','--no-first-run']})
const B='http://127.0.0.1:4391'
for (const lang of ['zh-CN','en']) for(const [who,list,out] of [['2023010001','/student/invitations','letter'],['2023020011','/student/invitations','agreement'],['2023020020','/student/dissolutions','certificate']]){
 const ctx=await browser.newContext({viewport:{width:390,height:844},baseURL:B,locale:lang})
 const page=await ctx.newPage(); page.setDefaultTimeout(20000)
 await page.goto('/sign-in/student'); await page.locator('#login').fill(who); await page.locator('#secret').fill('Qiao-Liang-2026'); await page.locator('form button[type=submit]').click()
 await page.waitForURL(u=>!u.pathname.startsWith('/sign-in/'))
 await page.goto(list); await page.locator('a.opens').first().click(); await page.waitForURL(/[0-9a-f]{8}-/)
 if(out==='agreement'){ await page.locator('.case-acts a').last().click(); await page.waitForURL(/agreements/) }
 if(out==='certificate'){ await page.goto(new URL(page.url()).pathname+'/certificate') }
 await page.locator('article.letter').waitFor(); await page.waitForTimeout(400)
 await page.pdf({path:`/tmp/wr-shots/${out}-${lang}.pdf`,preferCSSPageSize:true,printBackground:true})
 await ctx.close()
}
await browser.close()
